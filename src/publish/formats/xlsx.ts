import writeExcelFile from 'write-excel-file/node'
import type { Cell } from '../../model/column.ts'
import type { Row, Table } from '../../model/tables.ts'
import { readZip, renderZip } from './zip.ts'

/** A sheet of words: its name and its rows, the first of them the head. */
export interface Sheet {
  name: string
  rows: string[][]
}

// the most characters a cell of a spreadsheet holds
const most = 32_767
const tooLong = (text: string) => (text.length > most ? `(${text.length} > ${most}: CSV, JSON, Parquet)` : text)

const bold = (value: string) => ({ value, fontWeight: 'bold' as const })

const cellOf = (cell: Cell) => {
  if (cell === null || cell === '') return null
  return typeof cell === 'string' ? { value: tooLong(cell), type: String } : { value: cell }
}

/** A table as a workbook: the data, then sheets of words. Texts are cells of text, so that none is computed. */
export async function renderXlsx({ columns }: Table, rows: Row[], sheets: Sheet[]): Promise<Uint8Array> {
  const data = [columns.map((c) => bold(c.name)), ...rows.map((r) => r.cells.map(cellOf))]
  const words = sheets.map(({ name, rows: [head = [], ...rest] }) => ({
    sheet: name,
    data: [head.map(bold), ...rest.map((row) => row.map((text) => ({ value: tooLong(text), type: String, wrap: true })))],
    columns: head.map((_, i) => ({ width: i === 0 ? 28 : 48 })),
  }))
  const shape = { sheet: 'data', data, stickyRowsCount: 1, columns: columns.map((c) => ({ width: Math.max(12, c.name.length + 2) })) }
  const made = await writeExcelFile([shape, ...words]).toBuffer()
  // written again, so that the day it was made does not show
  return renderZip(readZip(new Uint8Array(made)))
}
