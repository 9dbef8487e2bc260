import { expect, it } from 'vitest'
import { type Goal, judgeProgress, type Measured } from '../../src/statistics/progress.ts'

const asOf = '2026-11-24'
const goal = (over: Partial<Goal>): Goal => ({
  type: 'reach',
  comparator: 'gte',
  value: 90,
  deadline: '2025',
  issuedOn: null,
  direction: 'more',
  ...over,
})
const series = (...pairs: [number, number][]): Measured[] => pairs.map(([year, value]) => ({ year, value }))

// the reference cases of the methods: y0, t0, y, t, T, tT, direction → L, its label, R, its label, whether they disagree
it.each([
  ['80→90, 86', 80, 2020, 86, 2023, 90, 2025, 'more', 1, 'on-track', 1.0236, 'on-track', false],
  ['20→12, 16', 20, 2015, 16, 2022, 12, 2030, 'less', 1.0714, 'on-track', 0.9371, 'moderate', true],
  ['12→0, 6', 12, 2020, 6, 2023, 0, 2025, 'less', 0.8333, 'moderate', null, null, false],
  ['2→50, 12', 2, 2020, 12, 2023, 50, 2025, 'more', 0.3472, 'limited', 0.9042, 'moderate', true],
  ['88→90, 88.9', 88, 2020, 88.9, 2023, 90, 2025, 'more', 0.75, 'moderate', 0.7542, 'moderate', false],
  ['80→90, 78', 80, 2020, 78, 2023, 90, 2025, 'more', -0.3333, 'away', -0.3526, 'away', false],
] as const)('judges a goal to reach by two methods: %s', (_name, y0, t0, y, t, value, due, direction, L, label, R, second, disagree) => {
  const judged = judgeProgress(
    goal({ value, deadline: String(due), direction, comparator: direction === 'more' ? 'gte' : 'lte', base: { year: t0, value: y0 } }),
    series([t0, y0], [t, y]),
    asOf,
  )
  expect(judged).toMatchObject({ ratio: L, label, growthRatio: R, growthLabel: second, disagree, base: y0, latest: y, goal: value })
})

it('lets met override the bands, and needs no base for it', () => {
  expect(judgeProgress(goal({ base: { year: 2020, value: 80 } }), series([2020, 80], [2025, 91]), asOf)).toMatchObject({
    label: 'met',
    ratio: 1.1,
  })
  expect(judgeProgress(goal({}), series([2024, 95]), asOf)).toMatchObject({ label: 'met', reason: null, ratio: null, assessedTo: 2024 })
  expect(judgeProgress(goal({ comparator: 'gt' }), series([2024, 90]), asOf)).toMatchObject({ label: null, reason: 'no-base' })
})
it('takes as base what the document prints, else the last value at or before its issue date', () => {
  const all = series([2018, 70], [2020, 80], [2021, 82], [2023, 86])
  expect(judgeProgress(goal({ issuedOn: '2021-10-27' }), all, asOf)).toMatchObject({ baseYear: 2020, base: 80 })
  expect(judgeProgress(goal({ issuedOn: '2021-12-31' }), all, asOf)).toMatchObject({ baseYear: 2021 })
  expect(judgeProgress(goal({ issuedOn: '2017-05-01' }), all, asOf)).toMatchObject({ label: null, reason: 'no-base' })
})
it('looks at no value after the deadline or after the date of the atlas', () => {
  const all = series([2020, 80], [2023, 86], [2026, 99])
  expect(judgeProgress(goal({ base: { year: 2020, value: 80 } }), all, asOf)).toMatchObject({ latestYear: 2023, assessedTo: 2023 })
  expect(judgeProgress(goal({ base: { year: 2020, value: 80 }, deadline: '2030' }), all, asOf)).toMatchObject({
    latestYear: 2023,
    assessedTo: null,
  })
})
it('says why it cannot judge', () => {
  expect(judgeProgress(goal({}), [], asOf).reason).toBe('no-observation')
  expect(judgeProgress(goal({ deadline: null }), series([2020, 80]), asOf).reason).toBe('no-deadline')
  expect(judgeProgress(goal({ base: { year: 2020, value: 80 } }), series([2020, 80]), asOf).reason).toBe('no-trend')
  expect(judgeProgress(goal({ base: { year: 2019, value: 80 } }), series([2019, 80], [2022, 85]), asOf, [2021]).reason).toBe('break')
  expect(judgeProgress(goal({ type: 'delta', value: 5 }), series([2020, 80], [2023, 86]), asOf).reason).toBe('no-base')
  expect(judgeProgress(goal({ type: 'dynamic-zero' }), series([2023, 0]), asOf).reason).toBe('no-case-data')
  expect(judgeProgress(goal({ type: 'prevent' }), series([2023, 0]), asOf).reason).toBe('no-official-statement')
  for (const type of ['subsidy', 'exemption', 'duration', 'condition', 'qualitative'] as const)
    expect(judgeProgress(goal({ type }), series([2023, 1]), asOf).reason).toBe('not-scored')
})
it('judges a change once its base is known', () => {
  const judged = judgeProgress(goal({ type: 'delta', value: 5, base: { year: 2020, value: 20 } }), series([2020, 20], [2023, 23]), asOf)
  expect(judged).toMatchObject({ goal: 25, ratio: 1, label: 'on-track' })
})
it.each([
  [[90, 91], 'sun'],
  [[93, 91], 'watch'],
  [[85, 88], 'behind'],
  [[89, 88], 'away'],
] as const)('keeps a constant target by state and trend: %j → %s', ([before, last], label) => {
  expect(judgeProgress(goal({ type: 'maintain' }), series([2022, before], [2023, last]), asOf).label).toBe(label)
})
it('judges a goal of zero by the count alone, without a growth rate', () => {
  const judge = (...pairs: [number, number][]) => judgeProgress(goal({ type: 'zero', value: 0, direction: 'less' }), series(...pairs), asOf)
  expect(judge([2022, 3], [2023, 0])).toMatchObject({ label: 'met', growthRatio: null, growthLabel: 'sun' })
  expect(judge([2022, 3], [2023, 2])).toMatchObject({ label: 'not-met', growthLabel: 'behind' })
  expect(judge([2022, 1], [2023, 2])).toMatchObject({ label: 'not-met', growthLabel: 'away' })
})
it('says inside, or how far from the nearest bound', () => {
  expect(judgeProgress(goal({ type: 'floor', value: 5 }), series([2023, 4]), asOf)).toMatchObject({ label: 'outside', ratio: -1 })
  expect(judgeProgress(goal({ type: 'cap', value: 100 }), series([2023, 120]), asOf)).toMatchObject({ label: 'outside', ratio: 20 })
  expect(judgeProgress(goal({ type: 'interval', value: null, min: 0.6, max: 1.2 }), series([2023, 1]), asOf)).toMatchObject({
    label: 'inside',
    ratio: 0,
  })
})
it('sets a quota against what was done in its period, never pro rata', () => {
  expect(judgeProgress(goal({ type: 'quota', value: 500, deadline: '2023' }), series([2023, 450]), asOf)).toMatchObject({
    label: 'short',
    ratio: 0.9,
  })
  expect(judgeProgress(goal({ type: 'quota', value: 500, deadline: '2027' }), series([2026, 450]), asOf).reason).toBe('period-running')
  expect(judgeProgress(goal({ type: 'binary' }), series([2023, 0.4]), asOf)).toMatchObject({ label: 'partly', ratio: 0.4 })
})
it('stops at a type that has no method', () => {
  expect(() => judgeProgress(goal({ type: 'new' as Goal['type'] }), [], asOf)).toThrow('has no method of progress')
})
