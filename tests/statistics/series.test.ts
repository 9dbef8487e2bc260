import { expect, it } from 'vitest'
import { missingYears, runsOf, standOf } from '../../src/statistics/series.ts'
import { countByRegion, pointsOf } from '../../src/statistics/table.ts'

const observation = (region: string, period: string, value: number) => ({
  id: `x/${region}/${period}`,
  dataset: 'd',
  indicator: 'x',
  region,
  period,
  value,
  status: 'final' as const,
  sourceTitle: 't',
  sourcePublisher: 'p',
  sourceDate: '2024-01-01',
  grade: 'primary' as const,
  sourceUrl: '',
  printed: String(value),
  note: '',
})
const points = pointsOf([
  observation('1', '2019', 19.17),
  observation('1', '2017', 14.18),
  observation('1', '2018', 17.06),
  observation('1', '2021', 25.4),
])

it('orders the years and says the change since the last value, whatever lies between', () => {
  expect(points.map((p) => [p.year, p.change, p.changeSince])).toEqual([
    [2017, null, null],
    [2018, 2.88, 2017],
    [2019, 2.11, 2018],
    [2021, 6.23, 2019],
  ])
})
it('keeps a gap a gap', () => {
  expect(runsOf(points).map((run) => run.map((p) => p.year))).toEqual([[2017, 2018, 2019], [2021]])
  expect(missingYears(points)).toEqual([2020])
})
it('ends a run where the definition changes', () => {
  expect(runsOf(points, [2018]).map((run) => run.map((p) => p.year))).toEqual([[2017], [2018, 2019], [2021]])
})
it('sets a benchmark against the last value at or before its year, never a later one', () => {
  expect(standOf(points, { value: 20, deadline: '2020' })).toEqual({ year: 2019, value: 19.17, gap: -0.83 })
  expect(standOf(points, { value: 20, deadline: '2016' })).toBeNull()
})
it('counts values by region and takes no values for none', () => {
  expect(countByRegion([observation('2', '2019', 1), observation('1', '2019', 1), observation('1', '2020', 1)])).toEqual([
    { region: '1', count: 2 },
    { region: '2', count: 1 },
  ])
  expect(pointsOf([])).toEqual([])
  expect(countByRegion([])).toEqual([])
})
