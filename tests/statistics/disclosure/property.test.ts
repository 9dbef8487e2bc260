import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { attack, attackAll, intervalOf, type Known, type Requirement, unknown } from '../../../src/statistics/disclosure/attack.ts'
import { type Dimension, fillCells, leavesOf, type Relations, relate } from '../../../src/statistics/disclosure/relations.ts'
import { primary } from '../../../src/statistics/disclosure/rules.ts'
import { renewSolver } from '../../../src/statistics/disclosure/solver.ts'
import { suppress } from '../../../src/statistics/disclosure/suppress.ts'

afterAll(renewSolver)

// leaves under the total, some of them under subtotals of `group` members each
const dimension = (id: string, size: number, group: number): Dimension => {
  const subtotals = group > 1 && size > group ? Math.ceil(size / group) : 0
  return {
    id,
    members: [
      { id: 't', parent: null },
      ...Array.from({ length: subtotals }, (_, g) => ({ id: `s${g}`, parent: 't' })),
      ...Array.from({ length: size }, (_, i) => ({ id: `${i}`, parent: subtotals ? `s${Math.floor(i / group)}` : 't' })),
    ],
  }
}

const count = fc.oneof(
  { weight: 2, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 12 }) },
  { weight: 5, arbitrary: fc.integer({ min: 10, max: 900 }) },
)
const crossed = (dimensions: Dimension[]) =>
  dimensions.reduce<string[][]>((all, d) => all.flatMap((head) => leavesOf(d).map((m) => [...head, m])), [[]])

const plain = fc
  .record({ rows: fc.integer({ min: 2, max: 12 }), columns: fc.integer({ min: 2, max: 40 }), group: fc.integer({ min: 1, max: 5 }) })
  .map(({ rows, columns, group }) => ({ dimensions: [dimension('a', rows, 1), dimension('b', columns, group)], tables: [['a', 'b']] }))
const linked = fc
  .record({
    a: fc.integer({ min: 2, max: 12 }),
    b: fc.integer({ min: 2, max: 40 }),
    c: fc.integer({ min: 2, max: 3 }),
    group: fc.integer({ min: 1, max: 5 }),
  })
  .map(({ a, b, c, group }) => ({
    dimensions: [dimension('a', a, 1), dimension('b', b, group), dimension('c', c, 1)],
    tables: [
      ['a', 'b'],
      ['a', 'c'],
    ],
  }))
const ring = fc
  .record({ a: fc.integer({ min: 2, max: 6 }), b: fc.integer({ min: 2, max: 5 }), c: fc.integer({ min: 2, max: 4 }) })
  .map(({ a, b, c }) => ({
    dimensions: [dimension('a', a, 2), dimension('b', b, 1), dimension('c', c, 1)],
    tables: [
      ['a', 'b'],
      ['a', 'c'],
      ['b', 'c'],
    ],
  }))
const release = fc.oneof(plain, linked, ring).chain(({ dimensions, tables }) => {
  const cells = crossed(dimensions)
  return fc.array(count, { minLength: cells.length, maxLength: cells.length }).map((all) => {
    const relations = relate(dimensions, tables)
    return {
      relations,
      values: fillCells(
        relations,
        dimensions,
        cells.map((members, i) => ({ members, count: all[i] as number })),
      ),
    }
  })
})

const knownOf = (values: number[], withheld: Set<number>) => values.map((v, i): Known => (withheld.has(i) ? unknown : [v, v]))
const leaks = ({ relations, values }: { relations: Relations; values: number[] }, known: Known[], need: Requirement[]) =>
  attack(relations, known, need).map((i) => relations.cells[i]?.join('/') ?? values[i])

describe('a protected release', () => {
  it('hides of every protected cell what it must, whatever the tables', () => {
    let cells = 0
    let attacked = 0
    fc.assert(
      fc.property(release, ({ relations, values }) => {
        for (const { total, parts } of relations.sums) expect(values[total]).toBe(parts.reduce((sum, p) => sum + (values[p] as number), 0))
        const need = primary(relations, values, () => false)
        const { withheld, open } = suppress(relations, values, need, new Set())
        const known = knownOf(values, withheld)
        expect(open).toEqual([])
        expect(leaks({ relations, values }, known, need)).toEqual([])
        cells += need.length
        const result = attackAll(relations, values, known, need, withheld)
        expect(result.exposed.map((i) => relations.cells[i]?.join('/'))).toEqual([])
        const asked = new Set([...[...withheld].filter((i) => relations.published[i]), ...need.map((r) => r.cell)])
        expect(result.attacked).toBe(asked.size)
        attacked += result.attacked
        // the same by hand, one programme for each end of each interval, as long as the table is small
        if (values.length <= 120)
          for (const cell of withheld) {
            if (!relations.published[cell]) continue
            const [low, high] = intervalOf(cell, relations, known)
            const required = need.find((r) => r.cell === cell)
            if (required) expect(low <= required.low + 1e-6 && high >= required.high - 1e-6).toBe(true)
            else expect(high - low).toBeGreaterThanOrEqual(1 - 1e-6)
          }
      }),
      { numRuns: 60, seed: 4 },
    )
    expect(cells).toBeGreaterThan(500)
    expect(attacked).toBeGreaterThan(2 * cells)
  }, 120_000)

  it('with a leak planted in it is always refused', () => {
    let planted = 0
    fc.assert(
      fc.property(release, fc.nat(), fc.nat(), ({ relations, values }, which, line) => {
        const need = primary(relations, values, () => false)
        if (need.length === 0) return
        const known = knownOf(values, suppress(relations, values, need, new Set()).withheld)
        const { cell } = need[which % need.length] as Requirement
        const sums = relations.sumsOf[cell] as number[]
        const { total, parts } = relations.sums[sums[line % sums.length] as number] as Relations['sums'][number]
        const leaky = known.map(
          (k, i): Known => (i !== cell && (i === total || parts.includes(i)) ? [values[i] as number, values[i] as number] : k),
        )
        expect(attack(relations, leaky, need)).toContain(cell)
        planted++
      }),
      { numRuns: 60, seed: 5 },
    )
    expect(planted).toBeGreaterThan(40)
  }, 120_000)
})
