import { type ColumnTable, desc, fromCSV, escape as lift, op } from 'arquero'
import type { Exploration, Explored, Filter } from '../model/exploration.ts'

type Cells = { [column: string]: string }

/** CSV text → table of texts, as they stand. */
export const readRows = (csv: string): ColumnTable => fromCSV(csv, { autoType: false })

const numberOf = (text: string | null | undefined): number =>
  text === '' || text === null || text === undefined ? Number.NaN : Number(text)

// numbers are held against numbers, texts against texts
const tests: { [O in Filter['op']]: (cell: string, value: string) => boolean } = {
  eq: (cell, value) => cell === value,
  ne: (cell, value) => cell !== value,
  has: (cell, value) => cell.includes(value),
  lt: (cell, value) => numberOf(cell) < numberOf(value),
  le: (cell, value) => numberOf(cell) <= numberOf(value),
  gt: (cell, value) => numberOf(cell) > numberOf(value),
  ge: (cell, value) => numberOf(cell) >= numberOf(value),
  empty: (cell) => cell === '',
  filled: (cell) => cell !== '',
}

/** Rows that meet every condition. */
export function filterRows(rows: ColumnTable, filters: Filter[]): ColumnTable {
  const known = filters.filter((f) => rows.columnNames().includes(f.column))
  if (known.length === 0) return rows
  return rows.filter(lift((row: Cells) => known.every((f) => tests[f.op](row[f.column] ?? '', f.value)))).reify()
}

const rollups = {
  count: () => op.count(),
  sum: () => op.sum('__value'),
  mean: () => op.mean('__value'),
  median: () => op.median('__value'),
  min: () => op.min('__value'),
  max: () => op.max('__value'),
}

const tidy = (n: number | null | undefined): number | null =>
  n === null || n === undefined || Number.isNaN(n) ? null : Number(n.toPrecision(12))

/**
 * Rows → one value a group (and column), in the order asked for. A share is of the group where there are columns, else of all; a difference is
 * from the group before, within its column. Groups without a number have none.
 */
export function exploreRows(rows: ColumnTable, { group, across, measure, of, derive, sort }: Exploration): Explored[] {
  if (rows.numRows() === 0) return []
  const keyed = rows.derive({
    __group: lift((row: Cells) => row[group] || ''),
    __across: lift((row: Cells) => row[across] || ''),
    __value: lift((row: Cells) => numberOf(row[of])),
  })
  // a group of which no number is known has no sum, no mean
  const counted = measure === 'count' ? keyed : keyed.filter(lift((row: { __value: number }) => !Number.isNaN(row.__value)))
  if (counted.numRows() === 0) return []
  const table = counted.groupby('__group', '__across').rollup({ value: rollups[measure]() }).ungroup().orderby('__group', '__across')
  const derived = derivers[derive](table, across)
  const ordered = sort === 'value' ? derived.orderby(desc('value')) : derived
  return (ordered.objects() as { __group: string; __across: string; value: number }[]).map((r) => ({
    group: r.__group,
    across: r.__across,
    value: tidy(r.value),
  }))
}

const derivers: { [D in Exploration['derive']]: (table: ColumnTable, across: string) => ColumnTable } = {
  none: (table) => table,
  share: (table, across) =>
    (across ? table.groupby('__group') : table)
      .derive({ value: 'd => d.value / op.sum(d.value)' })
      .ungroup()
      .orderby('__group', '__across'),
  difference: (table) =>
    table.groupby('__across').derive({ value: 'd => d.value - op.lag(d.value, 1, NaN)' }).ungroup().orderby('__group', '__across'),
}
