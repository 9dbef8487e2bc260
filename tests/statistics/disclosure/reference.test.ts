import { describe, expect, it } from 'vitest'
import { attack, attackAll, combine, intervalOf, type Known, unknown } from '../../../src/statistics/disclosure/attack.ts'
import { fillCells, keyOf, relate } from '../../../src/statistics/disclosure/relations.ts'
import { dominatedBy, estimable, primary, roundCount, roundedFrom, shareOf } from '../../../src/statistics/disclosure/rules.ts'
import { suppress } from '../../../src/statistics/disclosure/suppress.ts'

const flat = (id: string, members: string) => ({
  id,
  members: [{ id: 't', parent: null }, ...[...members].map((m) => ({ id: m, parent: 't' }))],
})
const dimensions = [flat('row', 'wxyz'), flat('column', 'abcd')]
const counts = Object.entries({ w: [30, 47, 64, 89], x: [90, 124, 5, 31], y: [92, 100, 59, 85], z: [800, 991, 651, 685] }).flatMap(
  ([row, all]) => all.map((count, i) => ({ members: [row, 'abcd'[i] as string], count })),
)
const relations = relate(dimensions, [['row', 'column']])
const values = fillCells(relations, dimensions, counts)
const at = (key: string) => relations.cells.findIndex((c) => keyOf(c) === `${key[0]}/${key[1]}`)
const without = (keys: string): Known[] => {
  const hidden = new Set(keys.split(' ').map(at))
  return values.map((v, i) => (hidden.has(i) ? unknown : [v, v]))
}

describe('two per line is not a proof', () => {
  it('finds the one cell that can be computed', () => {
    const known = without('wa wb wc xa xc yb yd zb zd')
    expect(intervalOf(at('wb'), relations, known)).toEqual([47, 47])
    expect(attack(relations, known, [{ cell: at('wb'), low: 46, high: 48 }])).toEqual([at('wb')])
  })

  it('lets it pass when one more is withheld', () => {
    const known = without('wa wb wc xa xc xd yb yd zb zd')
    expect(intervalOf(at('wb'), relations, known)).toEqual([0, 78])
    expect(attack(relations, known, [{ cell: at('wb'), low: 0, high: 78 }])).toEqual([])
    expect(attack(relations, known, [{ cell: at('wb'), low: 0, high: 79 }])).toEqual([at('wb')])
  })

  it('asks of every cell that is withheld, not only of the small ones', () => {
    const known = without('xc xd yc yd za')
    const withheld = ['xc', 'xd', 'yc', 'yd', 'za'].map(at)
    expect(attackAll(relations, values, known, [{ cell: at('xc'), low: 0, high: 10 }], withheld)).toEqual({
      attacked: 5,
      exposed: [at('za')],
    })
  })

  it('protects the one small count with the cells of least weight', () => {
    const small = primary(relations, values, () => false)
    expect(small).toEqual([{ cell: at('xc'), low: 0, high: 10 }])
    const { withheld, open } = suppress(relations, values, small, new Set())
    expect(open).toEqual([])
    expect([...withheld].map((i) => relations.cells[i]?.join('')).sort()).toEqual(['xc', 'xd', 'yc', 'yd'])
    const known = values.map((v, i): Known => (withheld.has(i) ? unknown : [v, v]))
    expect(attack(relations, known, small)).toEqual([])
  })
})

describe('releases one after the other', () => {
  const sex = [flat('sex', 'fm')]
  const both = relate(sex, [['sex']])
  const cell = (id: string) => both.cells.findIndex(([m]) => m === id)
  const release = (shown: { [id: string]: number }): Known[] =>
    both.cells.map(([m]) => (shown[m as string] === undefined ? unknown : [shown[m as string] as number, shown[m as string] as number]))
  const together = (...all: Known[][]) => both.cells.map((_, i) => combine(all.map((r) => r[i] as Known)) as Known)

  it('reveal together what neither does alone', () => {
    const first = release({ t: 10 })
    const second = release({ m: 9 })
    const need = [{ cell: cell('f'), low: 0, high: 10 }]
    expect(attack(both, first, need)).toEqual([])
    expect(attack(both, second, need)).toEqual([])
    expect(intervalOf(cell('f'), both, together(first, second))).toEqual([1, 1])
    expect(attack(both, together(first, second), need)).toEqual([cell('f')])
  })

  it('cannot hide what stands in an earlier one', () => {
    const counted = both.cells.map(([m]) => ({ t: 100, f: 5, m: 95 })[m as 't'] as number)
    const need = [{ cell: cell('f'), low: 0, high: 10 }]
    expect(suppress(both, counted, need, new Set()).open).toEqual([])
    expect(suppress(both, counted, need, new Set([cell('m'), cell('t')])).open).toEqual([cell('f')])
    expect(suppress(both, counted, need, new Set([cell('f')])).open).toEqual([cell('f')])
  })

  it('contradict each other openly', () =>
    expect(
      combine([
        [1, 3],
        [4, 6],
      ]),
    ).toBeNull())
})

describe('group disclosure', () => {
  it('hides the zeros beside the only cell of a group, and with them the cell', () => {
    const all = [flat('row', 'wx'), flat('column', 'abc')]
    const both = relate(all, [['row', 'column']])
    const counted = fillCells(both, all, [
      { members: ['w', 'a'], count: 50 },
      { members: ['x', 'a'], count: 40 },
      { members: ['x', 'b'], count: 30 },
      { members: ['x', 'c'], count: 20 },
    ])
    const need = primary(both, counted, () => false)
    expect(need.map((r) => both.cells[r.cell]?.join('')).sort()).toEqual(['wb', 'wc'])
    const { withheld } = suppress(both, counted, need, new Set())
    expect([...withheld].map((i) => both.cells[i]?.join(''))).toContain('wa')
  })
})

describe('rules for magnitudes and for what is shown', () => {
  it('p %: 110 000 of which 52 000 and 50 000 is safe, though not under (2, 90.9)', () => {
    const all = [52_000, 50_000, 5000, 3000]
    expect(estimable(all, 10)).toBe(false)
    expect(dominatedBy(all, 2, 90.9)).toBe(true)
    expect(estimable([52_000, 50_000, 5000], 10)).toBe(true)
  })
  it('withholds 3 and rounds 8, 16, 23 to 10, 15, 25 where counts up to 7 are small', () => {
    const all = [flat('age', 'abcd')]
    const ages = relate(all, [['age']])
    const counted = fillCells(
      ages,
      all,
      [3, 8, 16, 23].map((n, i) => ({ members: ['abcd'[i] as string], count: n })),
    )
    expect(primary(ages, counted, () => false, 8).map((r) => counted[r.cell])).toEqual([3])
    expect([8, 16, 23].map((n) => roundCount(n, 5))).toEqual([10, 15, 25])
    for (let n = 0; n < 60; n++)
      for (const base of [1, 5]) {
        const [low, high] = roundedFrom(roundCount(n, base), base)
        expect(low <= n && n <= high && high - low < base).toBe(true)
      }
  })
  it('gives no percentage of fewer than 100', () => {
    expect(shareOf(25, 95)).toBeNull()
    expect(shareOf(25, 100)).toBe(25)
  })
})
