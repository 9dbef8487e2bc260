import Papa from 'papaparse'
import type { z } from 'zod'
import type { Problem } from '../model/problem.ts'
import { sentenceOf } from './yaml.ts'

const snake = (name: string) => name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`)

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
  const problem = (line: number, column: number, message: string, fix: string): Problem => ({ file, line, column, message, fix })
  const header = Object.keys(schema.shape).map(snake)
  if (!text.trim()) return { rows: [], problems: [problem(1, 1, 'The file is empty.', `Start it with the header ${header.join(',')}.`)] }
  const records = readRecords(text)
  const [first, ...body] = records as [Record, ...Record[]]
  if (first.cells.join() !== header.join()) {
    const at = header.findIndex((h, i) => h !== first.cells[i])
    const found = first.cells[at] ?? 'nothing'
    const message = `Column ${at + 1} of the header is "${found}", not "${header[at] ?? 'nothing'}".`
    return { rows: [], problems: [problem(1, first.columns[at] ?? 1, message, `The header must be ${header.join(',')}.`)] }
  }
  if (body.length === 0)
    return { rows: [], problems: [problem(1, 1, 'The table has a header but no rows.', 'Add rows or remove the file.')] }
  const rows: Row<z.infer<S>>[] = []
  const problems: Problem[] = []
  const keys = Object.keys(schema.shape)
  for (const record of body) {
    const { value, faults } = readRow(record, keys, numbers, schema)
    if (value) rows.push(new PlacedRow(value, keys, record))
    for (const { column, message } of faults)
      problems.push(problem(record.line, column, message, 'Correct the cell; data/README.md lists the columns.'))
  }
  return { rows, problems }
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
  let from = 0
  let line = 1
  Papa.parse<string[]>(text, {
    skipEmptyLines: true,
    step: ({ data, meta }) => {
      const raw = text.slice(from, meta.cursor)
      records.push(new Record(data, line, raw))
      line += raw.split('\n').length - 1
      from = meta.cursor
    },
  })
  return records
}

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
