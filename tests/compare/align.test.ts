import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accuracyOf, type Codings, kappaOf } from '../../src/compare/agreement.ts'
import { alignClauses } from '../../src/compare/align.ts'
import type { Clause } from '../../src/compare/corpus.ts'
import { compareFacts } from '../../src/compare/facts.ts'
import { type Cut, cutPieces, inheritanceOf, shareIn, shinglesOf } from '../../src/compare/inheritance.ts'
import { mostEach, mostForAll, pairsOf } from '../../src/compare/pairs.ts'
import type { Target } from '../../src/model/target.ts'

const clause = (id: string, heading: string, text: string, topics: string[] = []): Clause => ({
  id,
  heading,
  text,
  topics,
  terms: [],
})
const clauses = [
  clause('a-2021/1', '加强远程会诊', '县级医院向乡镇开通远程会诊和影像诊断，检查结果互相承认。', ['telemedicine']),
  clause('a-2021/2', '培训村医', '村医每年到县级医院轮训，费用由财政承担。', ['village-doctors']),
  clause('a-2021/3', '改厕', '农村户厕改造同污水治理一起推进。', ['environment']),
  clause('b-2022/1', '远程医疗', '远程会诊延伸到乡镇，影像诊断集中出具，结果互认。', ['telemedicine']),
  clause('b-2022/2', '村医轮训', '组织村医轮训，一年一次，到县级医院去。', ['village-doctors']),
  clause('b-2022/3', '村医待遇与轮训', '村医补助按月发放；村医每年轮训，费用由财政承担。', ['village-doctors']),
  clause('b-2022/4', '疫苗', '接种门诊标准统一，冷链全程可查。', ['vaccination']),
]
const byDocument = (all: Clause[]) => Map.groupBy(all, (c) => c.id.split('/')[0] as string)
const pairs: [string, string][] = [['a-2021', 'b-2022']]

describe('alignment', () => {
  const found = alignClauses(byDocument(clauses), pairs)
  it('finds counterparts, one to many, and none where there is none', () => {
    expect(found.map((f) => `${f.a} ${f.b}`).sort()).toEqual(['a-2021/1 b-2022/1', 'a-2021/2 b-2022/2', 'a-2021/2 b-2022/3'])
  })
  it('says what speaks for each, between 0 and 1', () => {
    for (const f of found) {
      expect(f.topics.length).toBe(1)
      for (const n of [f.text, f.contained, f.heading]) expect(n >= 0 && n <= 1).toBe(true)
    }
  })
  it('does not depend on the order of the clauses, and looks only at the pairs asked for', () => {
    const other = alignClauses(byDocument([...clauses].reverse()), pairs)
    const sorted = (all: typeof found) => all.map((f) => `${f.a} ${f.b} ${f.score}`).sort()
    expect(sorted(other)).toEqual(sorted(found))
    expect(alignClauses(byDocument(clauses), [])).toEqual([])
  })
})

describe('facts of two clauses', () => {
  const t = (id: string, construct: string | null, value: number, unit = '人') =>
    ({ id, construct, comparator: 'gte', value, min: null, max: null, unit, qualitative: null }) as Target
  const facts = (targets: Target[], more: object = {}) => ({
    targets,
    conditions: [],
    populations: [],
    agencies: [],
    modalities: [],
    deadlines: [],
    ...more,
  })
  it('agree in figures of one construct and value, whatever the words', () => {
    const { facts: rows, telling } = compareFacts(
      facts([t('a', 'staff', 5), t('b', 'list', 30, '种')], { modalities: ['may'] }),
      facts([t('c', 'staff', 5), t('d', 'list', 30, '个病种'), t('e', null, 9)], { modalities: ['must', 'may'] }),
    )
    expect(rows).toEqual([
      { kind: 'figure', both: ['a', 'b'], onlyA: [], onlyB: ['e'] },
      { kind: 'modality', both: ['may'], onlyA: [], onlyB: ['must'] },
    ])
    expect(telling).toBe(14)
  })
  it('never agree in figures that measure nothing named', () =>
    expect(compareFacts(facts([t('a', null, 5)]), facts([t('b', null, 5)])).facts[0]).toEqual({
      kind: 'figure',
      both: [],
      onlyA: ['a'],
      onlyB: ['b'],
    }))
})

describe('pairs of documents', () => {
  const related = (id: string, region: string, above: string[] = [], more: { cites?: string[]; alike?: string[] } = {}) => ({
    id,
    region,
    above,
    cites: [],
    alike: [],
    ...more,
  })
  const crowd = Array.from({ length: mostForAll }, (_, i) => related(`z${i}-2020`, `9${i}`))
  const flat = (found: ReturnType<typeof pairsOf>) => found.flatMap(([id, others]) => others.map((other) => [id, other].sort().join(' ')))
  const ofThese = (found: ReturnType<typeof pairsOf>) =>
    flat(found)
      .filter((pair) => !/^z.* z/.test(pair))
      .sort()
  it('are all while there are few', () =>
    expect(pairsOf([related('b', '2'), related('a', '1'), related('c', '3')])).toEqual([
      ['a', ['b', 'c']],
      ['b', ['c']],
    ]))
  it('are the related ones beyond: one place, the latest of the places above, what is cited, what is worded alike, a neighbour', () => {
    const found = pairsOf([
      ...crowd,
      related('county-2021', '11', ['1', '0']),
      related('again-2023', '11', ['1', '0'], { alike: ['z7-2020'] }),
      related('sibling-2021', '12', ['1', '0']),
      related('province-2019', '1', ['0']),
      related('province-2022', '1', ['0']),
      related('far-2021', '7', [], { cites: ['county-2021', 'nowhere-2020'] }),
    ])
    expect(ofThese(found)).toEqual([
      'again-2023 county-2021',
      'again-2023 province-2022',
      'again-2023 sibling-2021',
      'again-2023 z7-2020',
      'county-2021 far-2021',
      'county-2021 province-2022',
      'county-2021 sibling-2021',
      'province-2019 province-2022',
      'province-2022 sibling-2021',
    ])
  })
  it('grow with the documents, not with their square', () => {
    const many = (n: number) =>
      Array.from({ length: n }, (_, i) =>
        related(`d${i}-2020`, `1${i % 9}`, ['1'], { cites: [`d${(i * 7) % n}-2020`, `d${(i * 3) % n}-2020`] }),
      )
    for (const n of [100, 1000]) expect(flat(pairsOf(many(n))).length).toBeLessThanOrEqual(mostEach * n)
    expect(flat(pairsOf(many(1000))).length).toBeGreaterThan(1000)
    expect(new Set(flat(pairsOf(many(1000)))).size).toBe(flat(pairsOf(many(1000))).length)
  })
})

describe('inheritance', () => {
  it('counts distinct shingles of eight characters after NFKC, without white space', () => {
    expect([...shinglesOf('一二三四 五六七八\n九')]).toEqual(['一二三四五六七八', '二三四五六七八九'])
    expect(shinglesOf('ＡＢＣＤＥＦＧＨ')).toEqual(shinglesOf('ABCDEFGH'))
    expect(shareIn(shinglesOf('一二三四五六七八九'), shinglesOf('零一二三四五六七八'))).toBe(0.5)
    expect(shareIn(shinglesOf('短'), shinglesOf('长'))).toBe(0)
  })
  it('goes in both directions, for the whole, the body and every clause, and keeps no text', () => {
    const [a, b] = [
      { id: 'a', whole: '甲乙丙丁戊己庚辛壬癸', body: '甲乙丙丁戊己庚辛', clauses: [{ provision: 'a/1', text: '甲乙丙丁戊己庚辛' }] },
      { id: 'b', whole: '零甲乙丙丁戊己庚辛零', body: '甲乙丙丁戊己庚辛零', clauses: [] },
    ].map(cutPieces) as [Cut, Cut]
    const rows = [inheritanceOf(a, b), inheritanceOf(b, a)]
    expect(rows.map((r) => [r.id, r.shingles, r.share, r.bodyShare])).toEqual([
      ['a~in~b', 3, 0.333, 1],
      ['b~in~a', 3, 0.333, 0.5],
    ])
    expect(rows[0]?.provisions).toEqual([{ provision: 'a/1', share: 1 }])
    expect(JSON.stringify(rows)).not.toContain('甲')
  })
})

describe('agreement', () => {
  it("is Cohen's kappa: the example of 50 units, 20 and 15 agreed", () => {
    const codings: Codings = [
      ['yes', 'yes', 20],
      ['yes', 'no', 5],
      ['no', 'yes', 10],
      ['no', 'no', 15],
    ]
    expect(kappaOf(codings)).toEqual({ units: 50, agreed: 35, kappa: 0.4 })
  })
  it('is 1 where all agree, and nothing where chance alone would', () => {
    expect(kappaOf([['a', 'a', 1], ['b', 'b', 1]]).kappa).toBe(1) // biome-ignore format: two pairs
    expect(kappaOf([['a', 'a', 9]]).kappa).toBeNull()
    expect(kappaOf([]).kappa).toBeNull()
  })
  it('never goes above 1', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 1, max: 9 })), {
          minLength: 1,
        }),
        (all) => {
          const { kappa, agreed, units } = kappaOf(all)
          if (kappa === null) return
          expect(kappa).toBeLessThanOrEqual(1)
          if (kappa === 1) expect(agreed).toBe(units)
        },
      ),
    ))
  it('measures what is found against what is coded', () => {
    expect(accuracyOf(new Set(['x', 'y']), new Set(['y', 'z', 'w']))).toEqual({
      coded: 3,
      found: 2,
      agreed: 1,
      precision: 0.5,
      recall: 0.333,
    })
    expect(accuracyOf(new Set(), new Set())).toMatchObject({ precision: null, recall: null })
  })
})
