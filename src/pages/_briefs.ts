import { type Brief, briefsOf } from '../views/brief.ts'
import { frontOf, siteLanguages, voiceOf } from './_catalog.ts'
import { held } from './_held.ts'

const all = held((lang: string | undefined) => {
  const { atlas, words, routes } = voiceOf(lang)
  return briefsOf(atlas, frontOf(lang), words, routes)
})

/** Every brief in one language, prepared once. */
export const briefs = (lang: string | undefined): Brief[] => all(lang)

/** Static paths of something made for every brief in every language. */
export const briefPaths = () => siteLanguages().flatMap((lang) => briefs(lang).map(({ id }) => ({ params: { lang, brief: id } })))

export const briefOf = (params: { lang?: string | undefined; brief?: string | undefined }): Brief =>
  briefs(params.lang).find(({ id }) => id === params.brief) as Brief
