import type { Words } from '../i18n/words.ts'
import type { Unit } from '../model/unit.ts'

const counted = /^(?:person|person-time|institution|bed|yuan)$/

/** How many of the unit a chart counts by, so that its axis reads: 万 for values over 100,000, millions in English. */
export function scaleOf(values: number[], unit: Unit, words: Words): { factor: number; name: string } {
  return words.format.scale(counted.test(unit) ? Math.max(0, ...values) : 0)
}

/** Value with its unit for people: `9124000`, person → `912.4万人`, `9.12 million people`; two decimals at most. */
export function formatMeasure(value: number, unit: Unit, words: Words): string {
  const { factor, name } = scaleOf([Math.abs(value)], unit, words)
  return `${words.format.number(Math.round((value / factor) * 100) / 100)}${name}${words.units[unit]}`
}

/** Difference of two values: percentages differ by percentage points. */
export function formatChange(change: number, unit: Unit, words: Words): string {
  const sign = change > 0 ? '+' : ''
  return `${sign}${formatMeasure(change, unit === '%' ? 'percentage-point' : unit, words)}`
}
