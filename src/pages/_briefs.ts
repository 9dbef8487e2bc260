import type { Paper } from '../publish/docx.ts'
import { type Brief, briefsOf } from '../views/brief.ts'
import { frontOf, siteLanguages, voiceOf } from './_catalog.ts'
import { held } from './_held.ts'

const all = held((lang: string | undefined) => {
  const { atlas, words, routes } = voiceOf(lang)
  return briefsOf(atlas, frontOf(lang), words, routes)
})

const byId = held((lang: string | undefined) => new Map(all(lang).map((brief) => [brief.id, brief])))

/** Every brief in one language, prepared once. */
export const briefs = (lang: string | undefined): Brief[] => all(lang)

/** Static paths of something made for every brief in every language. */
export const briefPaths = () => siteLanguages().flatMap((lang) => briefs(lang).map(({ id }) => ({ params: { lang, brief: id } })))

export const briefOf = (params: { lang?: string | undefined; brief?: string | undefined }): Brief =>
  byId(params.lang).get(params.brief ?? '') as Brief

/** A brief as it goes into a document for a word processor, below the whole address of the site where that is known. */
export function paperOf(params: { lang?: string | undefined; brief?: string | undefined }, site: string | null): Omit<Paper, 'qr'> {
  const brief = briefOf(params)
  const { atlas, words } = voiceOf(params.lang)
  return {
    title: words.format.start(brief.title),
    answer: brief.answer,
    sections: brief.sections,
    sources: { heading: words.brief.sources, lines: brief.sources },
    caution: brief.caution,
    date: atlas.asOf,
    address: site && site.replace(/\/$/, '') + brief.href,
  }
}
