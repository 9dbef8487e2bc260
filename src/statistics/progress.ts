import type { TargetType } from '../model/parsed.ts'
import type { Judgement, ProgressLabel, ProgressReason } from '../model/progress.ts'

/** What a goal says, as far as progress needs it; years as numbers, dates ISO. */
export interface Goal {
  type: TargetType
  comparator: string | null
  value: number | null
  min?: number | null
  max?: number | null
  deadline: string | null
  issuedOn: string | null
  /** Base that the document itself prints. */
  base?: { year: number; value: number } | null
  direction: 'more' | 'less'
}

export interface Measured {
  year: number
  value: number
}

const empty: Judgement = {
  label: null,
  reason: null,
  baseYear: null,
  base: null,
  latestYear: null,
  latest: null,
  goal: null,
  dueYear: null,
  ratio: null,
  growthRatio: null,
  growthLabel: null,
  disagree: false,
  assessedTo: null,
}
const because = (reason: ProgressReason, known: Partial<Judgement> = {}): Judgement => ({ ...empty, ...known, reason })
const round = (n: number) => Math.round(n * 1e4) / 1e4

/** Bands of Open SDG and Statistics Canada, on the linear ratio and on the growth-rate ratio alike: 0.95, 0.6, 0. */
export const bandOf = (ratio: number): ProgressLabel =>
  ratio >= 0.95 ? 'on-track' : ratio >= 0.6 ? 'moderate' : ratio >= 0 ? 'limited' : 'away'

/** L = ((y-y0)/(t-t0)) / ((T-y0)/(tT-t0)), to four decimals. */
export const linearRatio = (y0: number, t0: number, y: number, t: number, goal: number, due: number): number =>
  round((y - y0) / (t - t0) / ((goal - y0) / (due - t0)))

/** R = d·CAGR(observed)/|CAGR(required)|, to four decimals; `null` unless y0, y and T are above 0. */
export function growthRatio(y0: number, t0: number, y: number, t: number, goal: number, due: number, d: 1 | -1): number | null {
  if (y0 <= 0 || goal <= 0 || y <= 0 || goal === y0) return null
  return round((d * ((y / y0) ** (1 / (t - t0)) - 1)) / Math.abs((goal / y0) ** (1 / (due - t0)) - 1))
}

const isMet = (y: number, goal: number, { comparator, direction }: Goal): boolean => {
  if (comparator === 'gt') return y > goal
  if (comparator === 'lt') return y < goal
  return direction === 'more' ? y >= goal : y <= goal
}

/** How a goal of each type is judged; a type without a method stops the build. */
const methods: Record<TargetType, (goal: Goal, all: Measured[], asOf: string, breaks: number[]) => Judgement> = {
  reach: judgeReach,
  delta: judgeDelta,
  maintain: judgeMaintain,
  zero: judgeZero,
  'dynamic-zero': () => because('no-case-data'),
  prevent: () => because('no-official-statement'),
  floor: judgeBound,
  cap: judgeBound,
  interval: judgeBound,
  'scope-extension': judgeBound,
  quota: judgeQuota,
  frequency: judgeQuota,
  binary: judgeBinary,
  subsidy: () => because('not-scored'),
  exemption: () => because('not-scored'),
  duration: () => because('not-scored'),
  condition: () => because('not-scored'),
  qualitative: () => because('not-scored'),
}

/** Types whose goals no figure can be held against. */
export const isScored = (type: TargetType): boolean => !/^(?:subsidy|exemption|duration|condition|qualitative)$/.test(type)

/**
 * Series against goal, by the type's method (docs: methods page). `asOf` is the atlas date; values after it or after the deadline never
 * enter. Throws where a type has no method.
 */
export function judgeProgress(goal: Goal, series: Measured[], asOf: string, breaks: number[] = []): Judgement {
  const method = methods[goal.type]
  if (!method) throw new Error(`The target type "${goal.type}" has no method of progress.`)
  return method(
    goal,
    [...series].sort((a, b) => a.year - b.year),
    asOf,
    breaks,
  )
}

// the last value at or before min(asOf, tT); a year counts from its last day
function latestOf(all: Measured[], asOf: string, due: number | null): Measured | undefined {
  return all.findLast(({ year }) => `${year}-12-31` <= asOf && (due === null || year <= due))
}

function judgeReach(goal: Goal, all: Measured[], asOf: string, breaks: number[]): Judgement {
  const due = goal.deadline ? Number(goal.deadline.slice(0, 4)) : null
  const target = goal.value
  if (due === null || target === null) return because('no-deadline')
  const last = latestOf(all, asOf, due)
  const known: Partial<Judgement> = { goal: target, dueYear: due }
  if (!last) return because('no-observation', known)
  const base = goal.base ?? all.findLast(({ year }) => goal.issuedOn !== null && `${year}-12-31` <= goal.issuedOn) ?? null
  const behind = last.year < due && `${due}-12-31` <= asOf
  Object.assign(known, { latest: last.value, latestYear: last.year, assessedTo: behind ? last.year : null })
  const met = isMet(last.value, target, goal)
  if (!base) return met ? { ...empty, ...known, label: 'met' } : because('no-base', known)
  Object.assign(known, { base: base.value, baseYear: base.year })
  if (last.year <= base.year) return met ? { ...empty, ...known, label: 'met' } : because('no-trend', known)
  if (breaks.some((year) => year > base.year && year <= last.year)) return because('break', known)
  const ratio = linearRatio(base.value, base.year, last.value, last.year, target, due)
  const growth = growthRatio(base.value, base.year, last.value, last.year, target, due, goal.direction === 'more' ? 1 : -1)
  const label = met ? 'met' : bandOf(ratio)
  const growthLabel = growth === null ? null : met ? 'met' : bandOf(growth)
  return { ...empty, ...known, label, ratio, growthRatio: growth, growthLabel, disagree: growthLabel !== null && growthLabel !== label }
}

// a change needs the base it starts from
function judgeDelta(goal: Goal, all: Measured[], asOf: string, breaks: number[]): Judgement {
  if (!goal.base || goal.value === null) return because('no-base')
  const sign = goal.direction === 'more' ? 1 : -1
  return judgeReach({ ...goal, value: goal.base.value + sign * goal.value }, all, asOf, breaks)
}

// constant target: met and trend harmless = sun; met, trend away = watch; not met, not away = behind; else away
function judgeMaintain(goal: Goal, all: Measured[], asOf: string, breaks: number[]): Judgement {
  const due = goal.deadline ? Number(goal.deadline.slice(0, 4)) : null
  const last = latestOf(all, asOf, due)
  const known: Partial<Judgement> = { goal: goal.value, dueYear: due, latest: last?.value ?? null, latestYear: last?.year ?? null }
  if (!last || goal.value === null) return because('no-observation', known)
  const before = all.findLast(({ year }) => year < last.year && !breaks.some((b) => b > year && b <= last.year))
  if (!before) return because('no-trend', known)
  const away = (goal.direction === 'more' ? 1 : -1) * (last.value - before.value) < 0
  const met = isMet(last.value, goal.value, goal)
  const label = met ? (away ? 'watch' : 'sun') : away ? 'away' : 'behind'
  return { ...empty, ...known, label, base: before.value, baseYear: before.year }
}

// met iff the latest is 0; no growth rate ever
function judgeZero(goal: Goal, all: Measured[], asOf: string, breaks: number[]): Judgement {
  const kept = judgeMaintain({ ...goal, value: 0, direction: 'less' }, all, asOf, breaks)
  const last = latestOf(all, asOf, goal.deadline ? Number(goal.deadline.slice(0, 4)) : null)
  if (!last) return kept
  const label = last.value === 0 ? 'met' : 'not-met'
  return { ...kept, reason: null, label, growthLabel: kept.label, disagree: false }
}

// inside, or the distance to the nearest bound (as ratio: value minus bound)
function judgeBound(goal: Goal, all: Measured[], asOf: string): Judgement {
  const due = goal.deadline ? Number(goal.deadline.slice(0, 4)) : null
  const last = latestOf(all, asOf, due)
  if (!last) return because('no-observation', { dueYear: due })
  const [least, most] = [goal.min ?? (goal.type === 'cap' ? null : goal.value), goal.max ?? (goal.type === 'cap' ? goal.value : null)]
  const short = least !== null && last.value < least ? last.value - least : most !== null && last.value > most ? last.value - most : 0
  const bound = short < 0 ? least : short > 0 ? most : goal.value
  const known = { goal: bound, dueYear: due, latest: last.value, latestYear: last.year }
  return { ...empty, ...known, label: short === 0 ? 'inside' : 'outside', ratio: round(short) }
}

// achieved over required within the period; a period that still runs is not judged pro rata without data of its parts
function judgeQuota(goal: Goal, all: Measured[], asOf: string): Judgement {
  const due = goal.deadline ? Number(goal.deadline.slice(0, 4)) : null
  if (due === null || goal.value === null) return because('no-deadline')
  if (`${due}-12-31` > asOf) return because('period-running', { goal: goal.value, dueYear: due })
  const last = all.find(({ year }) => year === due)
  if (!last) return because('no-observation', { goal: goal.value, dueYear: due })
  const ratio = round(last.value / goal.value)
  const known = { goal: goal.value, dueYear: due, latest: last.value, latestYear: last.year }
  return { ...empty, ...known, ratio, label: ratio >= 1 ? 'reached' : 'short' }
}

// the value is the share that has it: 1 yes, 0 no
function judgeBinary(goal: Goal, all: Measured[], asOf: string): Judgement {
  const due = goal.deadline ? Number(goal.deadline.slice(0, 4)) : null
  const last = latestOf(all, asOf, due)
  if (!last) return because('no-observation', { dueYear: due })
  const label = last.value >= 1 ? 'yes' : last.value > 0 ? 'partly' : 'no'
  return { ...empty, dueYear: due, goal: 1, latest: last.value, latestYear: last.year, ratio: round(last.value), label }
}
