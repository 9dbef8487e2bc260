import { readOriginals } from '../datasets/originals.ts'
import { readDatasets } from '../datasets/store.ts'
import { type Lang, languages, wordsOf } from '../i18n/words.ts'
import { type Catalog, catalogOf } from '../views/catalog.ts'
import { groupRecords, narrowCatalog } from '../views/narrow.ts'
import { type Part, partLinks, partsOf } from '../views/parts.ts'
import { frozenAddress, routesOf } from '../views/routes.ts'
import type { Voice } from '../views/voice.ts'
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

/** Parts in which pages show all documents. */
const parts = held(() => partsOf(catalog()))

/** Static paths of a page of which every language has one for every part: `part` is nothing for the first. */
export const partedPathsOf = <T, P extends Record<string, string>>(rows: T[], paramsOf: (row: T) => P) =>
  parts().flatMap(({ id }) =>
    pathsOf(rows, paramsOf).map(({ params }) => ({ params: { ...params, part: id === '' ? undefined : `in/${id}` } })),
  )

const groups = held(() => groupRecords(catalog()))
const narrowed = held(() => new Map<string, Catalog>())

function partOf(lang: Lang, part: Part): Catalog {
  const [key, known] = [`${lang} ${part.id}`, narrowed()]
  const documents = part.documents.map((d) => d.id)
  const made = known.get(key) ?? narrowCatalog(catalog(lang), groups(), documents, lang)
  // pages of a part are made one after another: the last few are held
  known.delete(key)
  known.set(key, made)
  for (const oldest of [...known.keys()].slice(0, -4)) known.delete(oldest)
  return made
}

/** What a page needs that shows one part of the documents: that part as its datasets, and the way to the others. */
export const partVoiceOf = (params: { lang?: string | undefined; part?: string | undefined }): Voice => {
  const voice = voiceOf(params.lang)
  if (parts().length === 1) return { ...voice, part: null }
  const id = params.part?.replace(/^in\//, '') ?? ''
  const part = parts().find((p) => p.id === id) as Part
  return { ...voice, atlas: partOf(voice.lang, part), part: { id, links: partLinks(parts(), id, voice.atlas) } }
}

/** What every page needs of its language. */
export const voiceOf = (lang: string | undefined) => {
  const known = (lang ?? 'zh') as Lang
  const frozen = (page: string) => frozenAddress(page, keptPages(catalog()))
  return { lang: known, atlas: catalog(known), words: wordsOf(known), routes: routesOf(known), frozen }
}

/** The part of the documents that is shown first: what charts and briefs of topics are made of. */
export const frontOf = (lang: string | undefined): Catalog => partVoiceOf({ lang }).atlas
