import { readFileSync } from 'node:fs'
import { DuckDBInstance } from '@duckdb/node-api'
import { readSheet } from 'read-excel-file/node'
import initSqlJs from 'sql.js'
import type { Cell, Column } from '../src/model/column.ts'

/** What wrote a format, and what reads it back here: never the same. */
export const readers = {
  csv: ['PapaParse', 'DuckDB'],
  'excel.csv': ['PapaParse', 'DuckDB'],
  xlsx: ['write-excel-file', 'read-excel-file'],
  json: ['JSON.stringify', 'DuckDB'],
  ndjson: ['JSON.stringify', 'DuckDB'],
  parquet: ['hyparquet-writer', 'DuckDB'],
  sqlite: ['node:sqlite', 'sql.js'],
} as const
export type ReadFormat = keyof typeof readers

type Rows = Record<string, unknown>[]

let connected: ReturnType<typeof connect> | undefined
const connect = async () => (await DuckDBInstance.create(':memory:')).connect()

/** Rows of a query of DuckDB, as plain JavaScript values. */
export async function query(sql: string): Promise<Rows> {
  connected ??= connect()
  const result = await (await connected).runAndReadAll(sql)
  return result.getRowObjectsJS() as Rows
}

const quoted = (path: string) => `'${path.replaceAll("'", "''")}'`
const whole =
  "all_varchar = true, header = true, delim = ',', quote = '\"', escape = '\"', nullstr = '', allow_quoted_nulls = false, auto_detect = false"

/** File of a dataset → its cells in the order of the columns, as the reader of that format gives them. */
export async function readBack(path: string, format: ReadFormat, columns: Column[], table: string): Promise<Cell[][]> {
  switch (format) {
    case 'csv':
    case 'excel.csv': {
      const names = `columns = {${columns.map((c) => `${quoted(c.name)}: 'VARCHAR'`).join(', ')}}`
      const rows = await query(`SELECT * FROM read_csv(${quoted(path)}, ${whole}, ${names}, max_line_size = 10000000)`)
      return rows.map((row) => columns.map((c) => ofText(row[c.name] as string | null, c)))
    }
    case 'parquet': {
      const rows = await query(`SELECT * FROM read_parquet(${quoted(path)})`)
      return rows.map((row) => columns.map((c) => ofValue(row[c.name], c)))
    }
    case 'json':
    case 'ndjson': {
      const read = format === 'json' ? 'read_json_objects' : 'read_ndjson_objects'
      const cells = columns.map((c, i) => `json_extract(json, '$.${c.path.map((p) => `"${p}"`).join('.')}')::VARCHAR AS c${i}`)
      const rows = await query(`SELECT ${cells.join(', ')} FROM ${read}(${quoted(path)}, maximum_object_size = 100000000)`)
      return rows.map((row) => columns.map((c, i) => ofJson(row[`c${i}`] as string | null, c)))
    }
    case 'xlsx': {
      const [head, ...rows] = await readSheet(path, 'data', { trim: false })
      if (head?.join() !== columns.map((c) => c.name).join()) throw new Error(`The head of ${path} is ${head?.join()}`)
      return rows.map((row) => columns.map((_, i) => (row[i] ?? null) as Cell))
    }
    case 'sqlite': {
      const { Database } = await initSqlJs()
      const db = new Database(readFileSync(path))
      const [found] = db.exec(`SELECT ${columns.map((c) => `"${c.name}"`).join()} FROM "${table.replaceAll('-', '_')}" ORDER BY rowid`)
      db.close()
      return (found?.values ?? []).map((row) =>
        columns.map((c, i) => (c.type === 'boolean' && row[i] !== null ? row[i] === 1 : (row[i] as Cell))),
      )
    }
  }
}

const ofText = (text: string | null, { type }: Column): Cell => {
  if (text === null) return null
  if (type === 'integer' || type === 'number') return Number(text)
  return type === 'boolean' ? text === 'true' : text
}

const ofValue = (value: unknown, { type }: Column): Cell => {
  if (value === null || value === undefined) return null
  if (type === 'date') return value instanceof Date ? value.toISOString().slice(0, 10) : String(value)
  return typeof value === 'bigint' ? Number(value) : (value as Cell)
}

const ofJson = (text: string | null, { type }: Column): Cell => {
  const value = text === null ? null : JSON.parse(text)
  if (value === null) return null
  if (type === 'list') return value.join('; ')
  return type === 'json' ? JSON.stringify(value) : value
}

/** Cells that differ from what they should be: none where all are equal. A spreadsheet does not tell an empty text from no value. */
export function differencesOf(found: Cell[][], expected: Cell[][], columns: Column[], format: ReadFormat): string[] {
  if (found.length !== expected.length) return [`${found.length} rows, not ${expected.length}`]
  const same = (a: Cell, b: Cell, c: Column) => {
    if (format === 'xlsx' && b === '') return a === null
    if (format.endsWith('csv') && typeof b === 'string' && /^[=+\-@\t\r]/.test(b)) return a === `'${b}`
    return c.type === 'json' && a !== null && b !== null
      ? JSON.stringify(JSON.parse(String(a))) === JSON.stringify(JSON.parse(String(b)))
      : a === b
  }
  return expected.flatMap((row, i) =>
    row.flatMap((cell, k) => {
      const [at, column] = [found[i]?.[k] ?? null, columns[k] as Column]
      return same(at, cell, column) ? [] : [`row ${i + 1}, ${column.name}: ${JSON.stringify(at)}, not ${JSON.stringify(cell)}`]
    }),
  )
}
