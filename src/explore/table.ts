import type { Exploration, Explored } from '../model/exploration.ts'
import type { ExploredColumn, Said } from './said.ts'

/** Values → rows of a table, a column for each value of `across`; codes are called by their names. */
export function tableOf(rows: Explored[], state: Exploration, columns: ExploredColumn[], { texts }: Said): string[][] {
  const { group, across, measure, of, derive } = state
  const named = (column: string, value: string) => {
    const label = columns.find((c) => c.name === column)?.codes[value]
    return value === '' ? texts.blank : label && label !== value ? `${value} ${label}` : value
  }
  const written = (value: number | null | undefined) =>
    value === null || value === undefined ? '' : derive === 'share' ? `${Number((value * 100).toFixed(2))}%` : String(value)
  const head = `${texts.measures[measure]}${of ? ` ${of}` : ''}`
  if (!across) return [[group, head], ...rows.map((r) => [named(group, r.group), written(r.value)])]
  const groups = [...new Set(rows.map((r) => r.group))]
  const series = [...new Set(rows.map((r) => r.across))].sort()
  const values = new Map(rows.map((r) => [`${r.group}\n${r.across}`, r.value]))
  return [
    [`${group} × ${across}`, ...series.map((s) => named(across, s))],
    ...groups.map((g) => [named(group, g), ...series.map((s) => written(values.get(`${g}\n${s}`)))]),
  ]
}

const quoted = (text: string) => {
  const safe = /^[=+@\t\r]|^-(?![\d.])/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe
}

/** Rows → CSV for a spreadsheet: byte-order mark, CRLF, no formulas. */
export const renderCsv = (rows: string[][]): string => `\uFEFF${rows.map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`
