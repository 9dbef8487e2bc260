import type { Words } from '../i18n/words.ts'
import type { Unit } from '../model/unit.ts'

const counted = /^(?:person|person-time|institution|bed|yuan)$/

/** How many of the unit a chart counts by, so that its axis reads: 万 for values over 100,000, 亿 over ten thousand 万. */
export function scaleOf(values: number[], unit: Unit): { factor: number; name: string } {
  const most = Math.max(0, ...values)
  if (!counted.test(unit) || most < 1e5) return { factor: 1, name: '' }
  return most >= 1e9 ? { factor: 1e8, name: '亿' } : { factor: 1e4, name: '万' }
}

/** Value with its unit for people: `9124000`, person → `912.4万人`; two decimals at most. */
export function formatMeasure(value: number, unit: Unit, words: Words): string {
  const { factor, name } = scaleOf([Math.abs(value)], unit)
  return `${Math.round((value / factor) * 100) / 100}${name}${words.units[unit]}`
}

/** Difference of two values: percentages differ by percentage points. */
export function formatChange(change: number, unit: Unit, words: Words): string {
  const sign = change > 0 ? '+' : ''
  return `${sign}${formatMeasure(change, unit === '%' ? 'percentage-point' : unit, words)}`
}
