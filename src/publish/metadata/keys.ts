import type { Publication } from '../../model/publication.ts'
import type { Table } from '../../model/tables.ts'

/** A column of one value, and the one column of another table that it names. */
export interface ForeignKey {
  column: string
  table: string
  key: string
}

/** Tables of a publication → for each of them its foreign keys. */
export function foreignKeysOf({ tables }: Publication): (table: Table) => ForeignKey[] {
  const keys = new Map(tables.map(({ table }) => [table.name as string, table.key]))
  return ({ columns }) =>
    columns.flatMap(({ name, type, of }) => {
      const [key, ...more] = (of && keys.get(of)) || []
      return of && key && more.length === 0 && type === 'string' ? [{ column: name, table: of, key }] : []
    })
}
