import { readOriginals } from '../datasets/originals.ts'
import { readDatasets } from '../datasets/store.ts'
import { type Lang, wordsOf } from '../i18n/words.ts'
import { type Catalog, catalogOf } from '../views/catalog.ts'
import { routesOf } from '../views/routes.ts'

let held: Catalog | undefined

/** The catalog of this build, read once. */
export const catalog = (): Catalog => {
  held ??= catalogOf(readDatasets('.'))
  return held
}

let texts: Map<string, string> | undefined

/** Official texts of `npm run build -- --originals FOLDER`, where they may be shown; none otherwise. */
export const originals = (): Map<string, string> => {
  const at = process.argv.indexOf('--originals')
  texts ??= at < 0 ? new Map() : readOriginals(process.argv[at + 1] ?? '', catalog().documents)
  return texts
}

/** Static paths of a page in every language of the site: `pathsOf(['a'], (id) => ({ id }))`. */
export function pathsOf<T, P extends Record<string, string>>(rows: T[], paramsOf: (row: T) => P) {
  const languages = (catalog().site[0]?.languages ?? ['zh']).filter((l): l is Lang => l === 'zh')
  return languages.flatMap((lang) => rows.map((row) => ({ params: { lang, ...paramsOf(row) } })))
}

/** What every page needs of its language. */
export const voiceOf = (lang: string | undefined) => {
  const known = (lang ?? 'zh') as Lang
  return { lang: known, words: wordsOf(known), routes: routesOf(known) }
}
