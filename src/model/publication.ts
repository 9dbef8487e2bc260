import type { Cell, Column } from './column.ts'
import type { Bilingual } from './document.ts'
import type { Row, Table } from './tables.ts'

/** A dataset as it is published. */
export interface PublishedTable {
  table: Table
  rows: Row[]
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

/** First value of a column that is not missing. */
export const exampleOf = ({ table, rows }: PublishedTable, column: Column): Cell => {
  const at = table.columns.indexOf(column)
  return rows.find((r) => r.cells[at] !== null && r.cells[at] !== '')?.cells[at] ?? null
}
