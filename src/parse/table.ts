import Papa from 'papaparse'
import type { z } from 'zod'
import { snake } from '../model/column.ts'
import type { Problem } from '../model/problem.ts'
import { sentenceOf } from './yaml.ts'

/** A row with its 1-based line and the column where each field starts, as long as it matters where it stood. */
export interface Row<T> {
  value: T
  line: number
  columns: { [field: string]: number }
}

/**
 * CSV text → rows of the schema. The header must be the schema's fields in snake_case, in order; every cell that does not fit is a
 * Problem with the line and column where it starts. Fields in `numbers` are read as decimal numbers.
 */
export function parseTable<S extends z.ZodObject>(
  text: string,
  file: string,
  schema: S,
  numbers: string[] = [],
): { rows: Row<z.infer<S>>[]; problems: Problem[] } {
  const rows: Row<z.infer<S>>[] = []
  const problems = scanTable(text, file, schema, numbers, (row) => rows.push(row))
  return { rows, problems }
}

/** As `parseTable`, but gives each row away as soon as it is read and keeps only the Problems. */
export function scanTable<S extends z.ZodObject>(
  text: string,
  file: string,
  schema: S,
  numbers: string[],
  onRow: (row: Row<z.infer<S>>) => void,
): Problem[] {
  const problems: Problem[] = []
  const fault = (line: number, column: number, message: string, fix: string) => problems.push({ file, line, column, message, fix })
  const keys = Object.keys(schema.shape)
  const header = keys.map(snake)
  if (!text.trim()) {
    fault(1, 1, 'The file is empty.', `Start it with the header ${header.join(',')}.`)
    return problems
  }
  let seen = 0
  let wrongHeader = false
  scanRecords(text, (record) => {
    seen += 1
    if (seen === 1 && record.cells.join() !== header.join()) {
      wrongHeader = true
      const shared = header.findIndex((h, i) => h !== record.cells[i])
      const at = shared < 0 ? header.length : shared
      const said = (name: string | undefined) => (name === undefined ? 'nothing' : `"${name}"`)
      const message = `Column ${at + 1} of the header is ${said(record.cells[at])}, not ${said(header[at])}.`
      fault(1, record.columns[at] ?? 1, message, `The header must be ${header.join(',')}.`)
    }
    if (seen === 1 || wrongHeader) return
    const { value, faults } = readRow(record, keys, numbers, schema)
    if (value) onRow(new PlacedRow(value, keys, record))
    for (const { column, message } of faults) fault(record.line, column, message, 'Correct the cell; data/README.md lists the columns.')
  })
  if (seen === 1 && !wrongHeader) fault(1, 1, 'The table has a header but no rows.', 'Add rows or remove the file.')
  return problems
}

// where cells start is asked for only where there is a fault, so it is worked out only then
class Record {
  readonly cells: string[]
  readonly line: number
  readonly #raw: string
  constructor(cells: string[], line: number, raw: string) {
    this.cells = cells
    this.line = line
    this.#raw = raw
  }
  get columns(): number[] {
    return columnsOf(this.#raw)
  }
}

class PlacedRow<T> implements Row<T> {
  readonly value: T
  readonly #keys: string[]
  readonly #record: Record
  constructor(value: T, keys: string[], record: Record) {
    this.value = value
    this.#keys = keys
    this.#record = record
  }
  get line() {
    return this.#record.line
  }
  get columns() {
    const { columns } = this.#record
    return Object.fromEntries(this.#keys.map((key, i) => [key, columns[i] ?? 1]))
  }
}

/** CSV text → cells of every row that is not empty, with the line and the columns where they start. */
export function readRecords(text: string): Record[] {
  const records: Record[] = []
  scanRecords(text, (record) => records.push(record))
  return records
}

// one row after the other; nothing is kept
function scanRecords(text: string, onRecord: (record: Record) => void): void {
  let from = 0
  let line = 1
  Papa.parse<string[]>(text, {
    skipEmptyLines: true,
    // the fast mode would split the whole text first
    fastMode: false,
    step: ({ data, meta }) => {
      // empty lines that were passed over stand before the row
      const [empty] = /^(?:\r?\n)*/.exec(text.slice(from, meta.cursor)) as unknown as [string]
      const raw = text.slice(from + empty.length, meta.cursor)
      line += empty.split('\n').length - 1
      onRecord(new Record(data, line, raw))
      line += raw.split('\n').length - 1
      from = meta.cursor
    },
  })
}

/**
 * Rows of cells under a head → CSV text. Nothing for null, `""` for an empty text; a text that a spreadsheet would take for a formula has an
 * apostrophe before it.
 */
export const writeTable = (head: string[], rows: (string | number | null)[][], newline: string): string =>
  Papa.unparse(
    [head, ...rows.map((row) => row.map((cell) => (typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)))],
    { newline, quotes: (cell: unknown) => cell === '' },
  ) + newline

/** Rows → CSV text for a spreadsheet: byte-order mark, CRLF, header in snake_case, texts that a spreadsheet would compute marked as text. */
export const formatTable = (rows: { [field: string]: string | number | null }[]): string =>
  `\uFEFF${Papa.unparse(
    rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, cell]) => [snake(name), cell]))),
    { escapeFormulae: true },
  )}\r\n`

// where each cell starts, commas inside quotes not counting
function columnsOf(raw: string): number[] {
  const columns = [1]
  let quoted = false
  for (let i = 0; i < raw.length; i++) {
    if (raw[i] === '"') quoted = !quoted
    if (raw[i] === ',' && !quoted) columns.push(i + 2)
  }
  return columns
}

function readRow<S extends z.ZodObject>(record: Record, keys: string[], numbers: string[], schema: S) {
  const faults: { column: number; message: string }[] = []
  if (record.cells.length !== keys.length)
    return { value: null, faults: [{ column: 1, message: `The row has ${record.cells.length} cells, the header ${keys.length}.` }] }
  const raw: { [key: string]: string | number } = {}
  for (const [i, key] of keys.entries()) {
    const cell = (record.cells[i] as string).trim()
    const isNumber = /^-?\d+(?:\.\d+)?$/.test(cell)
    raw[key] = numbers.includes(key) && isNumber ? Number(cell) : cell
    if (numbers.includes(key) && !isNumber)
      faults.push({ column: record.columns[i] ?? 1, message: `${snake(key)} is "${cell}", which is not a number.` })
  }
  if (faults.length > 0) return { value: null, faults }
  const result = schema.safeParse(raw)
  if (result.success) return { value: result.data as z.infer<S>, faults }
  for (const issue of result.error.issues) {
    const i = keys.indexOf(String(issue.path[0]))
    faults.push({
      column: record.columns[i] ?? 1,
      message: `${snake(String(issue.path[0]))} "${record.cells[i] ?? ''}" ${sentenceOf(issue)}.`,
    })
  }
  return { value: null, faults }
}
