import type { Lang } from '../i18n/words.ts'
import type { Atlas, DatasetName } from '../model/atlas.ts'
import { type Catalog, catalogOf, documentOf } from './catalog.ts'

type Owners = { [N in DatasetName]?: (row: Atlas[N][number]) => string[] }

// of which documents a record speaks: it is shown where all of them are
const owners: Owners = {
  documents: (d) => [d.id],
  provisions: (p) => [p.document],
  targets: (t) => [t.document],
  entitlements: (e) => [e.document],
  responsibilities: (r) => [r.document],
  references: (r) => [r.document],
  coverage: (c) => [c.document],
  statements: (s) => [s.document],
  phrases: (p) => [p.document],
  reporting: (r) => [r.document],
  searches: (s) => [s.document],
  alignments: (a) => [a.documentA, a.documentB],
  comparability: (c) => [documentOf(c.a), documentOf(c.b)],
  inheritance: (i) => [i.from, i.to],
}

/** Records of an atlas by what they are looked for by, so that a part is put together from its documents and places, in the order of the whole. */
export interface Groups {
  /** by the first document they speak of */
  byDocument: Map<DatasetName, Map<string, object[]>>
  /** pairs by either document, with their place among all */
  pairs: Map<string, [at: number, Atlas['pairs'][number]][]>
  /** by region, with their place among all */
  observations: Map<string, [at: number, Atlas['observations'][number]][]>
}

/** Records of an atlas → what parts are put together from: made once for all parts. */
export function groupRecords(atlas: Atlas): Groups {
  const byDocument = (Object.keys(owners) as DatasetName[]).map((name) => {
    const of = owners[name] as (row: object) => string[]
    return [name, Map.groupBy(atlas[name] as object[], (row) => of(row)[0] as string)] as const
  })
  const pairs: Groups['pairs'] = new Map()
  for (const [at, pair] of atlas.pairs.entries())
    for (const id of [pair.a, pair.b]) {
      const own = pairs.get(id)
      if (own) own.push([at, pair])
      else pairs.set(id, [[at, pair]])
    }
  const observations = Map.groupBy(
    atlas.observations.map((o, at): [number, typeof o] => [at, o]),
    ([, o]) => o.region,
  )
  return { byDocument: new Map(byDocument), pairs, observations }
}

// those of some keys, each once, as they stand in the whole
const inOrder = <T>(keys: Iterable<string>, groups: Map<string, [number, T][]>): T[] =>
  [...new Map([...keys].flatMap((key) => groups.get(key) ?? []))].sort(([a], [b]) => a - b).map(([, row]) => row)

/** The catalog of some documents: what is listed, counted and compared is theirs; what is named can be any. */
export function narrowCatalog(whole: Catalog, groups: Groups, documents: string[], lang: Lang): Catalog {
  const held = new Set(documents)
  const narrowed = Object.fromEntries(
    [...groups.byDocument].map(([name, byDocument]) => {
      const of = owners[name] as (row: object) => string[]
      const rows = documents.flatMap((id) => byDocument.get(id) ?? [])
      return [name, rows.filter((row) => of(row).every((id) => held.has(id)))]
    }),
  )
  const places = new Set<string>()
  for (const id of documents)
    for (let at: string | null | undefined = whole.documentById.get(id)?.region; at; at = whole.placeOf(at)?.parent) places.add(at)
  const observations = inOrder(places, groups.observations)
  const benchmarks = whole.benchmarks.filter((b) => places.has(b.region))
  // a pair is looked for from either side
  const pairs = inOrder(documents, groups.pairs)
  return catalogOf({ ...whole, ...narrowed, observations, benchmarks, pairs }, lang, whole)
}
