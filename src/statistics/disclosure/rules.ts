import type { Requirement } from './attack.ts'
import type { Relations } from './relations.ts'

/** Counts below this are small: 1 to 9 are withheld below prefecture level. */
export const smallest = 10

/**
 * Cells that say something of few people. A count under `below` is small unless it is 0 or `exempt`. Where all people of a group stand
 * in one cell, the zeros beside it tell of each of them where he stands (group disclosure), so those zeros are protected too, except those
 * of which nobody at all was counted.
 */
export function primary(
  { cells, published, sums, sumsOf }: Relations,
  values: number[],
  exempt: (cell: string[]) => boolean,
  below = smallest,
): Requirement[] {
  const found = new Set<number>()
  const isEmpty = (part: number) =>
    (sumsOf[part] as number[]).some((s) => sums[s]?.total !== part && values[sums[s]?.total as number] === 0)
  for (const [i, value] of values.entries()) if (published[i] && value > 0 && value < below && !exempt(cells[i] as string[])) found.add(i)
  for (const { total, parts } of sums) {
    const group = values[total] as number
    if (!published[total] || group === 0 || parts.length < 2 || exempt(cells[total] as string[])) continue
    const holders = parts.filter((p) => (values[p] as number) > 0)
    if (holders.length === 1) for (const p of parts) if (values[p] === 0 && !isEmpty(p)) found.add(p)
  }
  return [...found].sort((a, b) => a - b).map((cell) => ({ cell, low: 0, high: below }))
}

/** A count rounded to the nearest multiple of `base`; ties go up. */
export const roundCount = (count: number, base: number): number => Math.floor(count / base + 0.5) * base

/** All counts that round to `rounded`. */
export const roundedFrom = (rounded: number, base: number): [low: number, high: number] => {
  const below = Math.floor(base / 2)
  return [Math.max(0, rounded - below), rounded + (base - 1 - below)]
}

/** Share in per cent of rounded figures, one decimal; `null` where fewer than 100 people are divided. */
export const shareOf = (part: number, whole: number): number | null => (whole < 100 ? null : Math.round((part / whole) * 1000) / 10)

/** (n, k): the n largest contributors make more than k per cent of a magnitude. */
export const dominatedBy = (contributions: number[], n: number, k: number): boolean => {
  const all = [...contributions].sort((a, b) => b - a)
  return add(all.slice(0, n)) > (k / 100) * add(all)
}

/** p %: the second largest contributor can estimate the largest to within p per cent. */
export const estimable = (contributions: number[], p: number): boolean => priorPosterior(contributions, p, 100)

/** (p, q): as p %, where everyone could estimate each other to within q per cent before. */
export const priorPosterior = (contributions: number[], p: number, q: number): boolean => {
  const [first = 0, , ...rest] = [...contributions].sort((a, b) => b - a)
  return (q / 100) * add(rest) < (p / 100) * first
}

const add = (all: number[]) => all.reduce((a, b) => a + b, 0)
