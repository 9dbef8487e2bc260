import { expect, it } from 'vitest'
import { bandOf, type Goal, growthRatio, isScored, judgeProgress, linearRatio, type Measured } from '../../src/statistics/progress.ts'

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

it('has its bands from 0.95, 0.6 and 0 on', () => {
  expect([0.95, 0.9499, 0.6, 0.5999, 0, -0.0001].map(bandOf)).toEqual(['on-track', 'moderate', 'moderate', 'limited', 'limited', 'away'])
})
it('has ratios to four decimals, and no rate of growth from, to or through nothing', () => {
  expect(linearRatio(3, 2020, 4, 2023, 10, 2024)).toBe(0.1905)
  expect(growthRatio(80, 2020, 86, 2023, 90, 2025, 1)).toBe(1.0236)
  for (const [y0, y, target] of [
    [0, 6, 9],
    [-1, 6, 9],
    [3, 0, 9],
    [3, -1, 9],
    [3, 6, 0],
    [3, 6, -9],
    [3, 6, 3],
  ] as const)
    expect(growthRatio(y0, 2020, y, 2023, target, 2025, 1)).toBe(null)
  expect(growthRatio(1, 2020, 1, 2023, 1.5, 2025, 1)).toBe(0)
})
it('says all it knows of a goal to reach, whatever the order of the series', () => {
  const known = { goal: 90, dueYear: 2025, latest: 86, latestYear: 2023, assessedTo: 2023, reason: null }
  const judged = {
    ...known,
    label: 'on-track',
    base: 80,
    baseYear: 2020,
    ratio: 1,
    growthRatio: 1.0236,
    growthLabel: 'on-track',
    disagree: false,
  }
  expect(judgeProgress(goal({ base: { year: 2020, value: 80 } }), series([2023, 86], [2020, 80], [2022, 99]), asOf)).toEqual(judged)
  expect(judgeProgress(goal({}), [], asOf)).toMatchObject({ label: null, goal: 90, dueYear: 2025, latest: null, assessedTo: null })
  expect(judgeProgress(goal({ value: null }), series([2023, 86]), asOf)).toMatchObject({ reason: 'no-deadline', goal: null })
  expect(judgeProgress(goal({ deadline: '2026-06' }), series([2023, 86]), asOf)).toMatchObject({ dueYear: 2026 })
})
it('counts a year from its last day', () => {
  const at = (date: string) => judgeProgress(goal({ deadline: '2030' }), series([2022, 70], [2023, 86]), date).latestYear
  expect([at('2023-12-30'), at('2023-12-31'), at('2024-01-01')]).toEqual([2022, 2023, 2023])
  const behind = (date: string) => judgeProgress(goal({}), series([2024, 70]), date).assessedTo
  expect([behind('2025-12-30'), behind('2025-12-31')]).toEqual([null, 2024])
  expect(judgeProgress(goal({}), series([2025, 70]), asOf).assessedTo).toBe(null)
})
it('is met where the last value is the goal, or beyond it where the words say so', () => {
  const met = (over: Partial<Goal>, value: number) => judgeProgress(goal(over), series([2024, value]), asOf).label === 'met'
  expect([met({}, 90), met({}, 89.9), met({ comparator: 'gt' }, 90), met({ comparator: 'gt' }, 90.1)]).toEqual([true, false, false, true])
  const less = { direction: 'less', comparator: 'lte' } as const
  expect([met(less, 90), met(less, 90.1), met({ ...less, comparator: 'lt' }, 90), met({ ...less, comparator: 'lt' }, 89.9)]).toEqual([
    true,
    false,
    false,
    true,
  ])
})
it('is met without a trend too, and asks for one where it is not', () => {
  const base = { year: 2023, value: 80 }
  expect(judgeProgress(goal({ base }), series([2023, 95]), asOf)).toMatchObject({ label: 'met', base: 80, baseYear: 2023, ratio: null })
  expect(judgeProgress(goal({ base }), series([2022, 85]), asOf)).toMatchObject({ label: null, reason: 'no-trend', latestYear: 2022 })
})
it('is judged over no break in the series, but before and after one', () => {
  const judge = (...breaks: number[]) =>
    judgeProgress(goal({ base: { year: 2020, value: 80 } }), series([2020, 80], [2023, 86]), asOf, breaks).reason
  expect([judge(2020), judge(2021), judge(2023), judge(2024), judge(2019, 2022)]).toEqual([null, 'break', 'break', null, 'break'])
  expect(judgeProgress(goal({ base: { year: 2020, value: 80 } }), series([2020, 80], [2023, 86]), asOf, [2022])).toMatchObject({
    base: 80,
    latest: 86,
    label: null,
  })
})
it('takes a change off the base where less is better', () => {
  const change = goal({ type: 'delta', value: 5, direction: 'less', comparator: 'lte', base: { year: 2020, value: 20 } })
  expect(judgeProgress(change, series([2023, 17]), asOf)).toMatchObject({ goal: 15, label: 'on-track', ratio: 1 })
  expect(judgeProgress({ ...change, value: null }, series([2023, 17]), asOf).reason).toBe('no-base')
})
it('keeps a constant target downwards too, over no break, and says why it cannot', () => {
  const keep = (pairs: [number, number][], breaks: number[] = [], over: Partial<Goal> = {}) =>
    judgeProgress(goal({ type: 'maintain', direction: 'less', comparator: 'lte', ...over }), series(...pairs), asOf, breaks)
  expect(
    keep([
      [2022, 91],
      [2023, 89],
    ]).label,
  ).toBe('sun')
  expect(
    keep([
      [2022, 88],
      [2023, 89],
    ]),
  ).toMatchObject({ label: 'watch', base: 88, baseYear: 2022, latest: 89, latestYear: 2023, goal: 90, dueYear: 2025 })
  expect(
    keep([
      [2022, 95],
      [2023, 91],
    ]).label,
  ).toBe('behind')
  expect(
    keep([
      [2022, 91],
      [2023, 92],
    ]).label,
  ).toBe('away')
  expect(
    keep([
      [2022, 90],
      [2023, 90],
    ]).label,
  ).toBe('sun')
  expect(
    keep(
      [
        [2021, 85],
        [2022, 91],
        [2023, 89],
      ],
      [2023],
    ).reason,
  ).toBe('no-trend')
  expect(
    keep(
      [
        [2021, 85],
        [2022, 91],
        [2023, 89],
      ],
      [2022],
    ),
  ).toMatchObject({ base: 91, label: 'sun' })
  expect(keep([[2023, 89]])).toMatchObject({ reason: 'no-trend', latest: 89, goal: 90 })
  expect(keep([])).toMatchObject({ reason: 'no-observation', latest: null })
  expect(
    keep(
      [
        [2022, 90],
        [2023, 90],
      ],
      [],
      { value: null },
    ).reason,
  ).toBe('no-observation')
  expect(
    keep(
      [
        [2022, 90],
        [2023, 91],
      ],
      [],
      { deadline: null },
    ),
  ).toMatchObject({ label: 'away', dueYear: null })
})
it('judges a goal of zero by one count', () => {
  const zero = goal({ type: 'zero', value: 7, direction: 'more', deadline: null })
  expect(judgeProgress(zero, series([2023, 0]), asOf)).toMatchObject({
    label: 'met',
    reason: null,
    growthLabel: null,
    goal: 0,
    disagree: false,
  })
  expect(judgeProgress(zero, [], asOf)).toMatchObject({ label: null, reason: 'no-observation' })
})
it('is inside at its bounds, and says which one it misses', () => {
  const bound = (over: Partial<Goal>, value: number) => {
    const { label, ratio, goal: of } = judgeProgress(goal(over), series([2023, value]), asOf)
    return [label, ratio, of]
  }
  expect(bound({ type: 'floor', value: 5 }, 5)).toEqual(['inside', 0, 5])
  expect(bound({ type: 'floor', value: 5 }, 9)).toEqual(['inside', 0, 5])
  expect(bound({ type: 'cap', value: 100 }, 100)).toEqual(['inside', 0, 100])
  expect(bound({ type: 'cap', value: 100 }, 3)).toEqual(['inside', 0, 100])
  expect(bound({ type: 'scope-extension', value: 5 }, 4)).toEqual(['outside', -1, 5])
  const interval = { type: 'interval', value: null, min: 0.6, max: 1.2 } as const
  expect([bound(interval, 0.6), bound(interval, 1.2)]).toEqual([
    ['inside', 0, null],
    ['inside', 0, null],
  ])
  expect([bound(interval, 0.5), bound(interval, 1.5)]).toEqual([
    ['outside', -0.1, 0.6],
    ['outside', 0.3, 1.2],
  ])
  expect(judgeProgress(goal({ type: 'floor', value: 5 }), [], asOf)).toMatchObject({ reason: 'no-observation', dueYear: 2025 })
  expect(judgeProgress(goal({ type: 'floor', value: 5, deadline: null }), series([2023, 4]), asOf)).toMatchObject({
    dueYear: null,
    latest: 4,
    latestYear: 2023,
  })
})
it('has reached a quota from the whole of it on, once its period is over', () => {
  const quota = (value: number, over: Partial<Goal> = {}, date = asOf) =>
    judgeProgress(goal({ type: 'quota', value: 500, deadline: '2023', ...over }), series([2022, 900], [2023, value]), date)
  expect(quota(500)).toMatchObject({ label: 'reached', ratio: 1, goal: 500, dueYear: 2023, latest: 500, latestYear: 2023 })
  expect(quota(499)).toMatchObject({ label: 'short', ratio: 0.998 })
  expect(quota(450, { type: 'frequency' })).toMatchObject({ label: 'short', ratio: 0.9 })
  expect([quota(450, {}, '2023-12-30').reason, quota(450, {}, '2023-12-31').reason]).toEqual(['period-running', null])
  expect(quota(450, { deadline: '2021' })).toMatchObject({ reason: 'no-observation', goal: 500, dueYear: 2021 })
  expect(quota(450, { deadline: null }).reason).toBe('no-deadline')
  expect(quota(450, { value: null }).reason).toBe('no-deadline')
})
it('says of what is there or not how much of it is', () => {
  const binary = (value: number) => judgeProgress(goal({ type: 'binary', value: null }), series([2023, value]), asOf)
  expect([0, 0.01, 0.99, 1].map((value) => binary(value).label)).toEqual(['no', 'partly', 'partly', 'yes'])
  expect(binary(1)).toMatchObject({ goal: 1, dueYear: 2025, latest: 1, latestYear: 2023, ratio: 1, reason: null })
  expect(judgeProgress(goal({ type: 'binary' }), [], asOf)).toMatchObject({ reason: 'no-observation', dueYear: 2025 })
})
it('holds figures against all goals but those of five types', () => {
  const types = ['reach', 'zero', 'prevent', 'subsidy', 'exemption', 'duration', 'condition', 'qualitative'] as const
  expect(types.filter(isScored)).toEqual(['reach', 'zero', 'prevent'])
})
