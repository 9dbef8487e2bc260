import { readOriginals } from '../datasets/originals.ts'
import { readDatasets } from '../datasets/store.ts'
import { type Lang, languages, wordsOf } from '../i18n/words.ts'
import { type Catalog, catalogOf } from '../views/catalog.ts'
import { frozenAddress, routesOf } from '../views/routes.ts'
import { held } from './_held.ts'
import { keptPages } from './_releases.ts'

const read = held(() => readDatasets('.'))
const catalogs = held((lang: Lang) => catalogOf(read(), lang))

/** The catalog of this build in one language, read once. */
export const catalog = (lang: Lang = 'zh'): Catalog => catalogs(lang)

let texts: Map<string, string> | undefined

/** Official texts of `npm run build -- --originals FOLDER`, where they may be shown; none otherwise. */
export const originals = (): Map<string, string> => {
  const at = process.argv.indexOf('--originals')
  texts ??= at < 0 ? new Map() : readOriginals(process.argv[at + 1] ?? '', catalog().documents)
  return texts
}

/** Languages of the site. */
export const siteLanguages = (): Lang[] => languages.filter((lang) => (catalog().site[0]?.languages ?? ['zh']).includes(lang))

/** Static paths of a page in every language of the site: `pathsOf(['a'], (id) => ({ id }))`. */
export function pathsOf<T, P extends Record<string, string>>(rows: T[], paramsOf: (row: T) => P) {
  return siteLanguages().flatMap((lang) => rows.map((row) => ({ params: { lang, ...paramsOf(row) } })))
}

/** What every page needs of its language. */
export const voiceOf = (lang: string | undefined) => {
  const known = (lang ?? 'zh') as Lang
  const frozen = (page: string) => frozenAddress(page, keptPages(catalog()))
  return { lang: known, atlas: catalog(known), words: wordsOf(known), routes: routesOf(known), frozen }
}
