/** So many units that one coder called `a` and the other `b`. */
export type Codings = [a: string, b: string, units: number][]

/** What two coders made of the same units: kappa = (po − pe) / (1 − pe), Cohen (1960); `null` where chance alone would agree on all. */
export function kappaOf(codings: Codings): { units: number; agreed: number; kappa: number | null } {
  const sum = (some: Codings) => some.reduce((all, [, , n]) => all + n, 0)
  const n = sum(codings)
  const agreed = sum(codings.filter(([a, b]) => a === b))
  const values = new Set([...codings.map(([a]) => a), ...codings.map(([, b]) => b)])
  const shareOf = (side: 0 | 1, value: string) => sum(codings.filter((c) => c[side] === value)) / n
  const chance = n === 0 ? 1 : [...values].reduce((all, v) => all + shareOf(0, v) * shareOf(1, v), 0)
  const kappa = chance > 1 - 1e-12 ? null : Math.round(((agreed / n - chance) / (1 - chance)) * 1000) / 1000
  return { units: n, agreed, kappa }
}

/** Found against coded: precision and recall; `null` where there is nothing to divide by. */
export function accuracyOf(found: Set<string>, coded: Set<string>) {
  const agreed = [...found].filter((id) => coded.has(id)).length
  const ratio = (n: number) => (n === 0 ? null : Math.round((agreed / n) * 1000) / 1000)
  return { coded: coded.size, found: found.size, agreed, precision: ratio(found.size), recall: ratio(coded.size) }
}
