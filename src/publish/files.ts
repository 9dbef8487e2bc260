import type { Edition } from '../model/edition.ts'
import type { FileEntry, Publication, PublishedFile, PublishedTable, Shelf } from '../model/publication.ts'
import type { Row, Table } from '../model/tables.ts'
import { renderAkn } from './akn.ts'
import { renderCsv, renderExcelCsv } from './formats/csv.ts'
import { renderJson, renderNdjson } from './formats/json.ts'
import { renderParquet } from './formats/parquet.ts'
import { renderSqlite } from './formats/sqlite.ts'
import { renderXlsx } from './formats/xlsx.ts'
import { streamZip } from './formats/zip.ts'
import { hashOf } from './hash.ts'
import { renderMarkdown } from './markdown.ts'
import { croissantOf } from './metadata/croissant.ts'
import { csvwOf } from './metadata/csvw.ts'
import { dataPackageOf } from './metadata/datapackage.ts'
import { dcatOf } from './metadata/dcat.ts'
import { editionSchemaOf, recordSchemaOf } from './metadata/schema.ts'
import { aboutRows, dictionaryHead, dictionaryRows, renderCitation, renderDictionary, renderLicence, renderReadme } from './readme.ts'
import { sbomOf } from './sbom.ts'

const encoder = new TextEncoder()
const json = (value: unknown) => `${JSON.stringify(value, null, 1)}\n`

/** Formats that every dataset is offered in. */
export const formats = ['csv', 'excel.csv', 'xlsx', 'json', 'ndjson', 'parquet'] as const
export type Format = (typeof formats)[number]

/** Ending of a file → its media type. */
export const mediaTypes: { [ending: string]: string } = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
  jsonld: 'application/ld+json',
  ndjson: 'application/x-ndjson',
  parquet: 'application/vnd.apache.parquet',
  sqlite: 'application/vnd.sqlite3',
  zip: 'application/zip',
  md: 'text/markdown',
  xml: 'application/xml',
  txt: 'text/plain',
  cff: 'text/plain',
}
const file = (path: string, content: string | Uint8Array, of: { table?: string; format?: string } = {}): PublishedFile => ({
  path,
  bytes: typeof content === 'string' ? encoder.encode(content) : content,
  mediaType: mediaTypes[path.split('.').at(-1) as string] ?? 'text/plain',
  ...of,
})

/** The most rows that a workbook is written of: programs that open workbooks hold all of one. */
export const mostOfWorkbook = 50_000

/** A dataset in every format, one after another. */
export async function* renderFormats({ table, rows }: PublishedTable, publication: Publication): AsyncGenerator<PublishedFile> {
  const about = aboutRows(publication)
  const sheets = [
    { name: 'dictionary', rows: [dictionaryHead, ...dictionaryRows(publication, table.name)] },
    { name: 'about', rows: [['', '中文', 'English'], ...about] },
  ]
  const notes = about.map(([key, , en]) => ({ key: key as string, value: en as string }))
  const contents: { [F in Format]: () => string | Uint8Array | Promise<Uint8Array> } = {
    csv: () => renderCsv(table, rows),
    'excel.csv': () => renderExcelCsv(table, rows),
    xlsx: () => renderXlsx(table, rows, sheets),
    json: () => renderJson(rows),
    ndjson: () => renderNdjson(rows),
    parquet: () => renderParquet(table, rows, notes),
  }
  for (const format of formats)
    if (format !== 'xlsx' || rows.length <= mostOfWorkbook)
      yield file(`${table.name}.${format}`, await contents[format](), { table: table.name, format })
}

/** Edition → its files below `documents/`; `targets` are the rows of its targets. */
export function renderEdition(edition: Edition, record: object, targets: { table: Table; rows: Row[] }): PublishedFile[] {
  const { id, lang } = edition
  return [
    file(`documents/${id}.${lang}.json`, json({ document: record, edition })),
    file(`documents/${id}.${lang}.md`, renderMarkdown(edition)),
    file(`documents/${id}.${lang}.akn.xml`, renderAkn(edition)),
    ...(lang === 'zh' ? [file(`documents/${id}.csv`, renderExcelCsv(targets.table, targets.rows))] : []),
  ]
}

/**
 * Puts everything under the address of a release on a shelf, the same bytes for the same data: datasets, metadata, documents, archives, checksums;
 * and from the text of the lock file the bill of what it was made with. One file is held at a time. Gives back the list of the files.
 */
export async function publishTo(shelf: Shelf, publication: Publication, editions: Iterable<Edition>, lock: string): Promise<FileEntry[]> {
  const put = (made: PublishedFile): FileEntry => {
    shelf.put(made.path, made.bytes)
    return entryOf(made, made.bytes)
  }
  const datasets: FileEntry[] = []
  for (const table of publication.tables) for await (const made of renderFormats(table, publication)) datasets.push(put(made))
  const documents: FileEntry[] = []
  for (const made of documentFiles(publication, editions)) documents.push(put(made))
  const words = [
    file('README.md', renderReadme(publication)),
    file('LICENSE.txt', renderLicence(publication)),
    file('CITATION.cff', renderCitation(publication)),
    file('dictionary.csv', renderDictionary(publication)),
  ].map(put)
  const held = [...words, ...metadataFiles(publication, datasets).map(put), ...documents, ...datasets]
  const packed = held.filter((f) => !f.format || ['csv', 'json', 'parquet'].includes(f.format))
  const sums = checksumsOf(packed)
  const archive = shelf.open('atlas.zip')
  streamZip([...packed, sums].map((f) => f.path), (path) => (path === sums.path ? sums.bytes : shelf.read(path)), archive.add) // biome-ignore format: one archive
  archive.close()
  const all = [
    ...held,
    put(file('sbom.cdx.json', json(sbomOf(lock)))),
    put(file('atlas.sqlite', databaseOf(publication))),
    entryOf(file('atlas.zip', ''), shelf.read('atlas.zip')),
  ]
  return [...all, put(checksumsOf(all))]
}

/** The same, held: the files with their bytes. */
export async function publishedFiles(
  publication: Publication,
  editions: Iterable<Edition>,
  lock: string,
): Promise<(FileEntry & PublishedFile)[]> {
  const held = new Map<string, Uint8Array>()
  const shelf: Shelf = {
    put: (path, bytes) => void held.set(path, bytes),
    open: (path) => {
      const pieces: Uint8Array[] = []
      return { add: (piece) => void pieces.push(piece), close: () => void held.set(path, joined(pieces)) }
    },
    read: (path) => held.get(path) as Uint8Array,
  }
  return (await publishTo(shelf, publication, editions, lock)).map((entry) => ({ ...entry, bytes: shelf.read(entry.path) }))
}

function joined(pieces: Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((n, piece) => n + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.length
  }
  return all
}

const entryOf = ({ bytes: _, ...of }: PublishedFile, bytes: Uint8Array): FileEntry => ({ ...of, size: bytes.length, sha256: hashOf(bytes) })

function metadataFiles(publication: Publication, datasets: FileEntry[]): PublishedFile[] {
  const { tables } = publication
  return [
    file('datapackage.json', json(dataPackageOf(publication, datasets))),
    file('csv-metadata.json', json(csvwOf(publication))),
    file('dcat.jsonld', json(dcatOf(publication, datasets))),
    file('croissant.json', json(croissantOf(publication, datasets))),
    ...tables.map(({ table }) => file(`schemas/${table.name}.json`, json(recordSchemaOf(table)))),
    file('schemas/edition.json', json(editionSchemaOf(tableNamed(tables, 'documents').table))),
  ]
}

function* documentFiles({ tables }: Publication, editions: Iterable<Edition>): Generator<PublishedFile> {
  const records = new Map(tableNamed(tables, 'documents').rows.map(({ record }) => [record.id, record]))
  const targets = tableNamed(tables, 'targets')
  const own = Map.groupBy(targets.rows, (r) => r.record.document)
  for (const edition of editions)
    yield* renderEdition(edition, records.get(edition.id) ?? {}, { table: targets.table, rows: own.get(edition.id) ?? [] })
}

const databaseOf = (publication: Publication): Uint8Array =>
  renderSqlite(publication.tables, [
    { name: 'dictionary', head: dictionaryHead, rows: dictionaryRows(publication) },
    { name: 'about', head: ['part', 'zh', 'en'], rows: aboutRows(publication) },
  ])

const checksumsOf = (files: FileEntry[]) => file('SHA256SUMS', files.map((f) => `${f.sha256}  ${f.path}\n`).join(''))

const tableNamed = (tables: PublishedTable[], name: string) => tables.find(({ table }) => table.name === name) as PublishedTable
