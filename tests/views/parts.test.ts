import { describe, expect, it } from 'vitest'
import type { Document } from '../../src/model/document.ts'
import { type Catalog, catalogOf } from '../../src/views/catalog.ts'
import { entitlementsPage } from '../../src/views/entitlement.ts'
import { groupRecords, narrowCatalog } from '../../src/views/narrow.ts'
import { mostInPart, partLinks, partsOf } from '../../src/views/parts.ts'
import { isPart, partAddress, routesOf } from '../../src/views/routes.ts'
import { smallAtlas } from '../datasets/small.ts'

const small = catalogOf(smallAtlas().atlas)
const levels = { 2: 'province', 4: 'prefecture', 6: 'county' } as const
const levelOf = (code: string) => levels[code.replace(/(?:00)+$/, '').length as 2 | 4 | 6] ?? 'nation'
const parentOf = (code: string) => ({ county: `${code.slice(0, 4)}00`, prefecture: `${code.slice(0, 2)}0000`, province: '100000', nation: null })[levelOf(code)] // biome-ignore format: one question

/** A catalog of documents of these regions, in this order. */
function catalogFor(codes: string[]): Catalog {
  const [any] = small.documents as [Document]
  const documents = codes.map((region, n) => ({ ...any, id: `d${n}-2020`, region, level: levelOf(region) as Document['level'] }))
  return {
    ...small,
    documents,
    regionName: (code) => `R${code}`,
    placeOf: (code) =>
      ({ code, nameZh: code, nameEn: code, level: levelOf(code), parent: parentOf(code) }) as ReturnType<Catalog['placeOf']>,
  }
}
const said = (catalog: Catalog) => partsOf(catalog).map((p) => `${p.id} ${p.documents.length}`)
const many = (n: number, code: string) => Array.from({ length: n }, () => code)

describe('parts of the documents', () => {
  it('are one while a page has room for all', () => {
    expect(said(catalogFor(many(mostInPart, '421000')))).toEqual([` ${mostInPart}`])
  })
  it('are the provinces first, then what lies in each, a large province by its prefectures', () => {
    const catalog = catalogFor([...many(2, '420000'), '530000', ...many(20, '421002'), ...many(10, '420500'), '530100', '530102'])
    expect(said(catalog)).toEqual([' 3', '420500 10', '421000 20', '530000 2'])
  })
  it('are numbered where one place has more than a page has room for', () => {
    expect(said(catalogFor([...many(50, '421000'), '530100']))).toEqual([' 24', '421000-2 24', '421000-3 2', '530000 1'])
  })
  it('hold every document once, and keep their names when documents of another place are added', () => {
    const codes = [...many(3, '420000'), ...many(20, '421002'), ...many(9, '420500'), ...many(4, '530100')]
    const parts = partsOf(catalogFor(codes))
    expect(parts.flatMap((p) => p.documents.map((d) => d.id)).sort()).toEqual(codes.map((_, n) => `d${n}-2020`).sort())
    const grown = new Set(partsOf(catalogFor([...codes, ...many(30, '360100')])).map((p) => p.id))
    for (const { id } of parts) expect(grown).toContain(id)
  })
  it('lead to each other: the first of each province, and those of the province that is shown', () => {
    const catalog = catalogFor([...many(2, '420000'), ...many(20, '421002'), ...many(10, '420500'), '530100'])
    const { name, documents, all, rows } = partLinks(partsOf(catalog), '421000', catalog)
    expect([name, documents, all]).toEqual(['R421000', 20, 33])
    const words = rows.map((row) => row.map((p) => `${p.id}${p.here ? '*' : ''}`).join())
    expect(words).toEqual([',420500*,530000', '420500,421000*'])
    // where there is but one province, the way to it is none
    const one = catalogFor(many(50, '421000'))
    expect(partLinks(partsOf(one), '', one).rows.map((row) => row.map((p) => p.id).join())).toEqual([',421000-2,421000-3'])
  })
  it('have addresses of their own below that of the page', () => {
    expect(partAddress('/zh/topics/tcm/', '420000')).toBe('/zh/topics/tcm/in/420000/')
    expect(partAddress('/zh/topics/tcm/in/420000/', '530000-2')).toBe('/zh/topics/tcm/in/530000-2/')
    expect(partAddress('/zh/topics/tcm/in/420000/', '')).toBe('/zh/topics/tcm/')
    expect([isPart('/zh/topics/tcm/'), isPart('/zh/topics/tcm/in/420000/'), isPart('/zh/compare/in/')]).toEqual([false, true, false])
  })
})

describe('the catalog of a part', () => {
  const [first, second] = small.documents as [Document, Document]
  const part = narrowCatalog(small, groupRecords(small), [first.id], 'zh')
  it('lists and counts what its documents say, and nothing of others', () => {
    expect(part.documents.map((d) => d.id)).toEqual([first.id])
    for (const rows of [part.provisions, part.targets, part.statements, part.coverage, part.references])
      expect(new Set(rows.map((r) => r.document))).toEqual(rows.length > 0 ? new Set([first.id]) : new Set())
    expect(part.alignments).toEqual([])
    // pairs are found from either side
    const other = narrowCatalog(small, groupRecords(small), [second.id], 'zh')
    for (const one of [part, other]) expect(one.pairs).toEqual(small.pairs)
    const whole = narrowCatalog(small, groupRecords(small), [first.id, second.id], 'zh')
    expect(whole.alignments).toEqual(small.alignments)
    expect(whole.provisions).toEqual(small.provisions)
  })
  it('names what is in others: a work that is held is held', () => {
    expect(part.documentById.get(second.id)).toBe(second)
    expect(part.shortName(second.id)).toBe(small.shortName(second.id))
  })
  it('is asked by pages as the whole is', () => {
    const names = entitlementsPage(part, routesOf('zh')).flatMap((k) => k.documents)
    expect(names.every((name) => name === small.shortName(first.id))).toBe(true)
  })
})
