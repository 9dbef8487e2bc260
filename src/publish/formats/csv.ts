import type { Cell } from '../../model/column.ts'
import type { Row, Table } from '../../model/tables.ts'
import { writeTable } from '../../parse/table.ts'

/**
 * A table as CSV: UTF-8, header, LF. Nothing between the commas is a missing value, `""` an empty list. A text that a spreadsheet would take for a
 * formula has an apostrophe before it.
 */
export const renderCsv = ({ columns }: Table, rows: Row[]): string =>
  writeTable(
    columns.map((c) => c.name),
    rows.map((r) => r.cells.map(text)),
    '\n',
  )

/** The same for Excel and WPS: byte-order mark and CRLF, so that Chinese is read as Chinese. */
export const renderExcelCsv = ({ columns }: Table, rows: Row[]): string =>
  `\uFEFF${writeTable(
    columns.map((c) => c.name),
    rows.map((r) => r.cells.map(text)),
    '\r\n',
  )}`

const text = (cell: Cell) => (typeof cell === 'boolean' ? String(cell) : cell)
