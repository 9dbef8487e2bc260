import { buildSearch, type SearchIndex } from '../publish/search.ts'
import { everydayWords, searchRecords } from '../views/found.ts'
import { voiceOf } from './_catalog.ts'
import { held } from './_held.ts'

const indexes = held((lang: string) => {
  const { atlas, routes } = voiceOf(lang)
  return buildSearch(searchRecords(atlas, routes), everydayWords(atlas))
})

/** Search index of one language, built once. */
export const searchIndex = (lang: string): SearchIndex => indexes(lang)

/** Static paths of the numbered files of one part of the index, in every language. */
export const numbered = (languages: string[], countOf: (index: SearchIndex) => number) =>
  languages.flatMap((lang) => Array.from({ length: countOf(searchIndex(lang)) }, (_, n) => ({ params: { lang, n: String(n) } })))
