import type { Document } from '../model/document.ts'
import { type Catalog, groupBy } from './catalog.ts'

/** Documents that one page shows side by side: those of a place and of all within it, or of one level. */
export interface Part {
  /** last part of the address: `420000`, `420000-2`; empty for what is shown first */
  id: string
  /** code of the place; where it holds more than one part has room for, which of its parts this is */
  place: string
  number: number
  /** code of the province, by which parts are found */
  province: string
  documents: Document[]
}

/** So many documents a page shows side by side. */
export const mostInPart = 24

const nation = '100000'

/**
 * The parts in which pages show all documents: one while they are few. Beyond, first what the nation and its provinces issued, then province by
 * province what was issued below, a province with many by its prefectures. Adding a document moves no other into a part of another name, but where a
 * place outgrows its part.
 */
export function partsOf(catalog: Catalog): Part[] {
  if (catalog.documents.length <= mostInPart) return [{ id: '', place: nation, number: 1, province: nation, documents: catalog.documents }]
  const above = (code: string, level: string): string => {
    for (let at: string | null | undefined = code; at; at = catalog.placeOf(at)?.parent) if (catalog.placeOf(at)?.level === level) return at
    return code
  }
  const isTop = (d: Document) => d.level === 'nation' || d.level === 'province'
  const byCode = (groups: Map<string, Document[]>) => [...groups].sort(([a], [b]) => (a < b ? -1 : 1))
  const below = byCode(groupBy(catalog.documents.filter((d) => !isTop(d)), (d) => above(d.region, 'province'))) // biome-ignore format: one question
  const parts = [
    ...chunksOf(nation, nation, catalog.documents.filter(isTop)),
    ...below.flatMap(([province, documents]) =>
      documents.length <= mostInPart
        ? chunksOf(province, province, documents)
        : byCode(groupBy(documents, (d) => above(d.region, 'prefecture'))).flatMap(([place, own]) => chunksOf(place, province, own)),
    ),
  ]
  return parts.map((part, i) => (i === 0 ? { ...part, id: '' } : part))
}

function chunksOf(place: string, province: string, documents: Document[]): Part[] {
  const count = Math.ceil(documents.length / mostInPart)
  return Array.from({ length: count }, (_, i) => ({
    id: i === 0 ? place : `${place}-${i + 1}`,
    place,
    number: i + 1,
    province,
    documents: documents.slice(i * mostInPart, (i + 1) * mostInPart),
  }))
}

/** The way to the other parts, as a page of one shows it. */
export interface PartLinks {
  /** what this part is: `湖北` */
  name: string
  documents: number
  all: number
  /** the first part of each province, then the parts of the province that is shown; where there is but one, no row */
  rows: { name: string; id: string; here: boolean }[][]
}

export function partLinks(parts: Part[], id: string, catalog: Catalog): PartLinks {
  const { top, numbered } = catalog.words.parts
  const nameOf = ({ place, number }: Part) => {
    const name = place === nation ? top : catalog.regionName(place)
    return number === 1 ? name : numbered(name, number)
  }
  const current = parts.find((p) => p.id === id) as Part
  const provinces = [...groupBy(parts, (p) => p.province).values()].map((own) => own[0] as Part)
  const own = parts.filter((p) => p.province === current.province)
  const nameOfFirst = (p: Part) => (p.province === nation ? top : catalog.regionName(p.province))
  return {
    name: nameOf(current),
    documents: current.documents.length,
    all: catalog.documents.length,
    rows: [
      provinces.map((p) => ({ name: nameOfFirst(p), id: p.id, here: p.province === current.province })),
      own.map((p) => ({ name: nameOf(p), id: p.id, here: p === current })),
    ].filter((row) => row.length > 1),
  }
}
