import { describe, expect, it } from 'vitest'
import { compareMeasured, compareTargets, type Measured } from '../../src/compare/comparability.ts'
import type { Construct } from '../../src/model/codebook.ts'

// made-up targets: only what a comparison looks at differs from case to case
const place = (id: string, term = { from: 2021, to: 2025 }, stage = 'transition-period') =>
  ({ id, short: { zh: id, en: id }, term, stage }) as Measured['document']
const target = (document: string, printed: string, value: number | null, more: object = {}) =>
  ({
    id: `${document}/1/1`,
    document,
    printed,
    value,
    construct: 'rate',
    type: 'reach',
    unit: '%',
    per: null,
    timeBasis: 'by-date',
    qualitative: value === null ? printed : null,
    restates: null,
    ...more,
  }) as Measured['target']
const modality = (id: string, zh: string, force: number | null) => ({ id, name: { zh, en: id }, force })
const both = (zh: string) => ({ zh, en: zh })
const measured = (document: Measured['document'], t: Measured['target'], more: Partial<Measured> = {}): Measured => ({
  target: t,
  printed: both(t.printed),
  per: t.per === null ? null : both(t.per),
  document,
  populations: [],
  modality: modality('directive', '直接规定', 3),
  condition: null,
  ...more,
})
const constructs = new Map<string, Construct>()
const sentences = (a: Measured, b: Measured, all = constructs) =>
  compareMeasured(a, b, all).map((r) => `${r.grade} ${r.field} ${r.sentence.zh}`)

describe('what may be ranked', () => {
  const [a, b] = [place('甲'), place('乙')]
  it('is a figure that agrees in everything but its number', () => {
    expect(sentences(measured(a, target('甲', '90%以上', 90)), measured(b, target('乙', '80%以上', 80)))).toEqual([
      'ranked none 口径相同：甲写“90%以上”，乙写“80%以上”，甲的要求更高。',
    ])
    const cap = { type: 'cap' }
    expect(sentences(measured(a, target('甲', '不超过90%', 90, cap)), measured(b, target('乙', '不超过80%', 80, cap)))).toEqual([
      'ranked none 口径相同：甲写“不超过90%”，乙写“不超过80%”，乙的要求更高。',
    ])
    expect(sentences(measured(a, target('甲', '90%以上', 90)), measured(b, target('乙', '达90%', 90)))).toEqual([
      'ranked none 口径相同，数字也相同：甲写“90%以上”，乙写“达90%”。',
    ])
  })
  it('is no wording, and nothing that differs in one field', () => {
    expect(sentences(measured(a, target('甲', '全覆盖', null)), measured(b, target('乙', '全覆盖', null)))[0]).toMatch(/^side-by-side none/)
    const differing: [Partial<Measured>, object, string][] = [
      [{}, { per: '每年' }, 'per'],
      [{}, { timeBasis: 'per-year' }, 'time-basis'],
      [{ condition: both('条件允许') }, {}, 'condition'],
      [{ modality: modality('strive', '力争', 2) }, {}, 'modality'],
      [{ populations: [{ id: 'x', name: { zh: 'x', en: 'x' }, printed: '孤儿' }] }, {}, 'population'],
      [{ document: place('乙', { from: 2023, to: 2023 }) }, {}, 'term'],
      [{ document: place('乙', { from: 2021, to: 2025 }, 'battle-against-poverty') }, {}, 'stage'],
    ]
    for (const [more, t, field] of differing) {
      const rows = compareMeasured(measured(a, target('甲', '90%', 90)), measured(b, target('乙', '80%', 80, t), more), constructs)
      expect(rows.map((r) => [r.grade, r.field])).toEqual([['side-by-side', field]])
      expect(rows[0]?.sentence.zh).not.toMatch(/更高|更低|较宽|领先|落后/)
    }
  })
  it('is never a figure in another unit, and never one that the codebook keeps from rank', () => {
    const other = sentences(measured(a, target('甲', '90%', 90)), measured(b, target('乙', '90人', 90, { unit: '人' })))
    expect(other).toEqual(['not-comparable unit 甲以%计，乙以人计。'])
    const rule = new Map([['rate', { id: 'rate', name: { zh: '', en: '' }, role: 'goal', unranked: { zh: '只是名单', en: 'a list' } }]])
    expect(sentences(measured(a, target('甲', '90%', 90)), measured(b, target('乙', '80%', 80)), rule)).toEqual([
      'side-by-side rule 并列，不排名：只是名单。',
    ])
  })
})

it('compares within a construct, and across only where the codebook names the confusion', () => {
  const list: Construct[] = [
    {
      id: 'rate',
      name: { zh: '', en: '' },
      role: 'goal',
      apart: [{ construct: 'other', because: { zh: '甲是签约率，乙是管理率', en: 'x' } }],
    },
    { id: 'other', name: { zh: '', en: '' }, role: 'goal' },
    { id: 'third', name: { zh: '', en: '' }, role: 'goal' },
  ]
  const all = [
    measured(place('a-2021'), target('a-2021', '90%', 90)),
    measured(place('b-2021'), target('b-2021', '80%', 80, { construct: 'other' })),
    measured(place('c-2021'), target('c-2021', '70%', 70, { construct: 'third' })),
  ]
  const rows = all.flatMap((one, i) => all.slice(i + 1).flatMap((other) => compareTargets([one], [other], list)))
  expect(rows.map((r) => [r.a, r.b, r.grade, r.sentence.zh])).toEqual([
    ['a-2021/1/1', 'b-2021/1/1', 'not-comparable', '不可比：a-2021写“90%”，b-2021写“80%”，甲是签约率，乙是管理率。'],
  ])
})
