import { parquetWriteBuffer } from 'hyparquet-writer'
import type { Cell, CellType, Column } from '../../model/column.ts'
import type { Row, Table } from '../../model/tables.ts'

const text = { type: 'BYTE_ARRAY', converted_type: 'UTF8' } as const
const types = {
  string: text,
  list: text,
  json: { type: 'BYTE_ARRAY', converted_type: 'JSON' },
  integer: { type: 'INT32' },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
  date: { type: 'INT32', converted_type: 'DATE' },
} as const satisfies { [T in CellType]: object }

/** A table as Parquet: integers, numbers, booleans and days as such, texts in UTF-8; what may be missing is optional and null where it is. */
export function renderParquet({ columns }: Table, rows: Row[], about: { key: string; value: string }[]): Uint8Array {
  return new Uint8Array(
    parquetWriteBuffer({
      columnData: columns.map((c, i) => ({ name: c.name, data: rows.map((r) => typed(c, r.cells[i] as Cell)) })),
      schema: [
        { name: 'root', num_children: columns.length },
        ...columns.map((c) => ({
          name: c.name,
          ...types[c.type],
          repetition_type: c.required ? ('REQUIRED' as const) : ('OPTIONAL' as const),
        })),
      ],
      kvMetadata: about,
    }),
  )
}

const typed = ({ type }: Column, cell: Cell) => {
  if (cell === null) return undefined
  if (type === 'date') return new Date(`${cell}T00:00:00Z`)
  return type === 'json' ? JSON.parse(cell as string) : cell
}
