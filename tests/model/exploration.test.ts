import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  chartForms,
  derives,
  type Exploration,
  filterOps,
  formatExploration,
  measures,
  noExploration,
  parseExploration,
  sorts,
} from '../../src/model/exploration.ts'
import { exploreRows, filterRows, readRows } from '../../src/statistics/explore.ts'

const name = fc.string({ unit: 'binary', maxLength: 12 })
const state: fc.Arbitrary<Exploration> = fc.record({
  dataset: name,
  filters: fc.array(fc.record({ column: name.filter((c) => !c.includes('~')), op: fc.constantFrom(...filterOps), value: name }), {
    maxLength: 4,
  }),
  group: name,
  across: name,
  measure: fc.constantFrom(...measures),
  of: name,
  derive: fc.constantFrom(...derives),
  sort: fc.constantFrom(...sorts),
  chart: fc.constantFrom(...chartForms),
})

describe('an exploration', () => {
  it('goes into an address and comes back as it was', () => {
    fc.assert(
      fc.property(state, (s) => {
        expect(parseExploration(formatExploration(s))).toEqual(s)
      }),
      { numRuns: 500 },
    )
  })
  it('of an address that says nothing, or nonsense, is as usual', () => {
    expect(parseExploration('')).toEqual(noExploration)
    expect(parseExploration('?a=magic&c=pie&f=x~like~y&f=nothing&zz=1')).toEqual(noExploration)
  })
})

const csv = 'k,y,n\na,2020,1\na,2021,3\nb,2020,5\nb,2021,\nb,2021,7\n"",2020,9\n'
const ask = (query: string) => {
  const s = parseExploration(query)
  const rows = exploreRows(filterRows(readRows(csv), s.filters), s)
  return rows.map((r) => [r.group, r.across, r.value])
}

describe('the answer', () => {
  it.each([
    [
      'g=k',
      [
        ['', '', 1],
        ['a', '', 2],
        ['b', '', 3],
      ],
    ],
    [
      'g=k&o=value',
      [
        ['b', '', 3],
        ['a', '', 2],
        ['', '', 1],
      ],
    ],
    [
      'g=k&a=sum&v=n',
      [
        ['', '', 9],
        ['a', '', 4],
        ['b', '', 12],
      ],
    ],
    [
      'g=k&a=mean&v=n',
      [
        ['', '', 9],
        ['a', '', 2],
        ['b', '', 6],
      ],
    ],
    [
      'g=k&a=median&v=n&f=k~filled~',
      [
        ['a', '', 2],
        ['b', '', 6],
      ],
    ],
    [
      'g=k&a=max&v=n&f=n~ge~5',
      [
        ['', '', 9],
        ['b', '', 7],
      ],
    ],
    [
      'g=k&s=share',
      [
        ['', '', 1 / 6],
        ['a', '', 1 / 3],
        ['b', '', 0.5],
      ],
    ],
    [
      'g=k&p=y&s=share&f=k~eq~b',
      [
        ['b', '2020', 1 / 3],
        ['b', '2021', 2 / 3],
      ],
    ],
    [
      'g=y&p=k&a=sum&v=n&s=difference&f=k~ne~',
      [
        ['2020', 'a', null],
        ['2020', 'b', null],
        ['2021', 'a', 2],
        ['2021', 'b', 2],
      ],
    ],
    ['g=k&f=k~has~zz', []],
    ['g=k&f=n~empty~', [['b', '', 1]]],
  ] as [string, [string, string, number | null][]][])('%s', (query, expected) => {
    const got = ask(query)
    expect(got.map(([g, a]) => [g, a])).toEqual(expected.map(([g, a]) => [g, a]))
    for (const [i, [, , value]] of expected.entries())
      if (value === null) expect(got[i]?.[2]).toBe(null)
      else expect(got[i]?.[2]).toBeCloseTo(value, 9)
  })
})
