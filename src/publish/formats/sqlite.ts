import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { CellType, Column } from '../../model/column.ts'
import type { Row, Table } from '../../model/tables.ts'

const types: { [T in CellType]: string } = {
  string: 'TEXT',
  list: 'TEXT',
  json: 'TEXT',
  date: 'TEXT',
  integer: 'INTEGER',
  number: 'REAL',
  boolean: 'INTEGER',
}
/** `alignment-accuracy` → `alignment_accuracy`, the name of a table. */
export const sqlName = (name: string): string => name.replaceAll('-', '_')
const quoted = (name: string) => `"${sqlName(name)}"`

const columnSql = ({ name, type, required, of }: Column, keys: Map<string, string[]>) => {
  const [key, ...more] = (of && keys.get(of)) || []
  const refers = of && type === 'string' && key && more.length === 0 ? ` REFERENCES ${quoted(of)} (${quoted(key)})` : ''
  return `${quoted(name)} ${types[type]}${required ? ' NOT NULL' : ''}${type === 'boolean' ? ` CHECK (${quoted(name)} IN (0, 1))` : ''}${refers}`
}

/** All tables in one SQLite file, with primary and foreign keys, beside them tables of words (`dictionary`, `about`). */
export function renderSqlite(
  tables: { table: Table; rows: Row[] }[],
  words: { name: string; head: string[]; rows: string[][] }[],
): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'atlas-'))
  const file = join(folder, 'atlas.sqlite')
  const keys = new Map(tables.map(({ table }) => [table.name as string, table.key]))
  try {
    const db = new DatabaseSync(file)
    db.exec('PRAGMA journal_mode = OFF; PRAGMA foreign_keys = OFF; BEGIN')
    const fill = (name: string, columns: string[], rows: (string | number | null)[][]) => {
      const insert = db.prepare(`INSERT INTO ${quoted(name)} VALUES (${columns.map(() => '?').join()})`)
      for (const row of rows) insert.run(...row)
    }
    for (const { table, rows } of tables) {
      const columns = table.columns.map((c) => columnSql(c, keys))
      db.exec(`CREATE TABLE ${quoted(table.name)} (${[...columns, `PRIMARY KEY (${table.key.map(quoted).join()})`].join(', ')})`)
      fill(table.name, columns, rows.map((r) => r.cells.map((c) => (typeof c === 'boolean' ? Number(c) : c)))) // biome-ignore format: one row
    }
    for (const { name, head, rows } of words) {
      db.exec(`CREATE TABLE ${quoted(name)} (${head.map((h) => `${quoted(h)} TEXT`).join()})`)
      fill(name, head, rows)
    }
    db.exec('COMMIT; VACUUM')
    db.close()
    return new Uint8Array(readFileSync(file))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
