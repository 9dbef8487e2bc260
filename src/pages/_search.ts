import { buildSearch, type SearchIndex } from '../publish/search.ts'
import { everydayWords, searchRecords } from '../views/found.ts'
import { voiceOf } from './_catalog.ts'

const held = new Map<string, SearchIndex>()

/** Search index of one language, built once. */
export function searchIndex(lang: string): SearchIndex {
  const { atlas, routes } = voiceOf(lang)
  const known = held.get(lang) ?? buildSearch(searchRecords(atlas, routes), everydayWords(atlas))
  held.set(lang, known)
  return known
}

/** Static paths of the numbered files of one part of the index, in every language. */
export const numbered = (languages: string[], countOf: (index: SearchIndex) => number) =>
  languages.flatMap((lang) => Array.from({ length: countOf(searchIndex(lang)) }, (_, n) => ({ params: { lang, n: String(n) } })))
