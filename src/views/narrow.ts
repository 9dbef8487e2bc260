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

/** Records of an atlas by the first document they speak of, so that a part is put together from its documents. */
export type ByDocument = Map<DatasetName, Map<string, object[]>>

export const groupByDocument = (atlas: Atlas): ByDocument =>
  new Map(
    (Object.keys(owners) as DatasetName[]).map((name) => [
      name,
      Map.groupBy(atlas[name] as object[], (row) => (owners[name] as (row: object) => string[])(row)[0] as string),
    ]),
  )

/** The catalog of some documents: what is listed, counted and compared is theirs; what is named can be any. */
export function narrowCatalog(whole: Catalog, groups: ByDocument, documents: string[], lang: Lang): Catalog {
  const held = new Set(documents)
  const narrowed = Object.fromEntries(
    [...groups].map(([name, byDocument]) => {
      const of = owners[name] as (row: object) => string[]
      const rows = documents.flatMap((id) => byDocument.get(id) ?? [])
      return [name, rows.filter((row) => of(row).every((id) => held.has(id)))]
    }),
  )
  const places = new Set<string | null | undefined>()
  for (const id of documents)
    for (let at: string | null | undefined = whole.documentById.get(id)?.region; at; at = whole.placeOf(at)?.parent) places.add(at)
  const observations = whole.observations.filter((o) => places.has(o.region))
  const benchmarks = whole.benchmarks.filter((b) => places.has(b.region))
  // a pair is looked for from either side
  const pairs = whole.pairs.filter((p) => held.has(p.a) || held.has(p.b))
  return catalogOf({ ...whole, ...narrowed, observations, benchmarks, pairs }, lang, whole)
}
