import type { Cell, Column } from './column.ts'
import type { Bilingual } from './document.ts'
import { type Row, rowOf, rowsOf, type Table } from './tables.ts'

/** What is known of a column of a dataset. */
export interface ColumnSummary {
  /** records that have a value */
  filled: number
  /** the first value that is not empty */
  example: Cell
  /** which of the codes of the column there are */
  codes: Set<Cell>
}

/** A dataset as it is published. */
export interface PublishedTable {
  table: Table
  /** records */
  count: number
  /** made anew whenever they are asked for, and not held */
  readonly rows: Row[]
  /** of every column, in their order */
  readonly columns: ColumnSummary[]
}

/** What a code means. */
export interface Labelled extends Bilingual {
  code: string
}

/** Everything that is written for others, with the words that go with it. */
export interface Publication {
  name: string
  /** date of the release, or of the data where they are not released */
  version: string
  asOf: string
  /** public address of the site, without a slash at its end; null where none is set */
  url: string | null
  title: Bilingual
  description: Bilingual
  creator: Bilingual
  keywords: { zh: string[]; en: string[] }
  /** what stands in every archive: heading and text */
  readme: { title: Bilingual; text: Bilingual }[]
  citation: Bilingual
  licence: { name: string; title: string; url: string; text: Bilingual }
  tables: PublishedTable[]
  /** codes of a column with their meaning; none where it is open */
  codesOf: (column: Column, table: Table) => Labelled[]
  /** why values are missing, every code there is */
  absences: Labelled[]
}

/** What a data file is: its bytes, and what they are bytes of. */
export interface PublishedFile {
  /** below the folder of the release: `targets.csv` */
  path: string
  bytes: Uint8Array
  mediaType: string
  /** dataset it holds, where it holds one */
  table?: string
  format?: string
}

/** A published file without its bytes. */
export interface FileEntry extends Omit<PublishedFile, 'bytes'> {
  /** bytes */
  size: number
  sha256: string
}

/** Where published files are put when they are made: a folder, or memory. */
export interface Shelf {
  put(path: string, bytes: Uint8Array): void
  /** a file that is written piece by piece */
  open(path: string): { add(bytes: Uint8Array): void; close(): void }
  read(path: string): Uint8Array
}

/** Records of a dataset → the dataset as it is published. */
export function publishTable(table: Table, records: object[]): PublishedTable {
  let known: ColumnSummary[] | undefined
  return {
    table,
    count: records.length,
    get rows() {
      return rowsOf(table, records)
    },
    get columns() {
      known ??= summariesOf(table, records)
      return known
    },
  }
}

function summariesOf(table: Table, records: object[]): ColumnSummary[] {
  const all = table.columns.map((): ColumnSummary => ({ filled: 0, example: null, codes: new Set() }))
  for (const record of records)
    for (const [i, cell] of rowOf(table, record).cells.entries()) {
      const column = all[i] as ColumnSummary
      if (cell === null) continue
      column.filled += 1
      if (column.example === null && cell !== '') column.example = cell
      if (table.columns[i]?.codes.length) column.codes.add(cell)
    }
  return all
}
