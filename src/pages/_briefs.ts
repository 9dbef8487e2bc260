import { type Brief, briefsOf } from '../views/brief.ts'
import { siteLanguages, voiceOf } from './_catalog.ts'

const held = new Map<string, Brief[]>()

/** Every brief in one language, prepared once. */
export function briefs(lang: string | undefined): Brief[] {
  const { lang: known, atlas, words, routes } = voiceOf(lang)
  const all = held.get(known) ?? briefsOf(atlas, words, routes)
  held.set(known, all)
  return all
}

/** Static paths of something made for every brief in every language. */
export const briefPaths = () => siteLanguages().flatMap((lang) => briefs(lang).map(({ id }) => ({ params: { lang, brief: id } })))

export const briefOf = (params: { lang?: string | undefined; brief?: string | undefined }): Brief =>
  briefs(params.lang).find(({ id }) => id === params.brief) as Brief
