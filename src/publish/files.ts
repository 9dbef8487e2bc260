import type { Edition } from '../model/edition.ts'
import type { Publication, PublishedFile, PublishedTable } from '../model/publication.ts'
import type { Row, Table } from '../model/tables.ts'
import { renderAkn } from './akn.ts'
import { renderCsv, renderExcelCsv } from './formats/csv.ts'
import { renderJson, renderNdjson } from './formats/json.ts'
import { renderParquet } from './formats/parquet.ts'
import { renderSqlite } from './formats/sqlite.ts'
import { renderXlsx } from './formats/xlsx.ts'
import { renderZip } from './formats/zip.ts'
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

/** A dataset in every format. */
export async function renderFormats(published: PublishedTable, publication: Publication): Promise<PublishedFile[]> {
  const { table, rows } = published
  const about = aboutRows(publication)
  const sheets = [
    { name: 'dictionary', rows: [dictionaryHead, ...dictionaryRows(publication, table.name)] },
    { name: 'about', rows: [['', '中文', 'English'], ...about] },
  ]
  const notes = about.map(([key, , en]) => ({ key: key as string, value: en as string }))
  const contents: { [F in Format]: string | Uint8Array } = {
    csv: renderCsv(table, rows),
    'excel.csv': renderExcelCsv(table, rows),
    xlsx: await renderXlsx(table, rows, sheets),
    json: renderJson(rows),
    ndjson: renderNdjson(rows),
    parquet: renderParquet(table, rows, notes),
  }
  return formats.map((format) => file(`${table.name}.${format}`, contents[format], { table: table.name, format }))
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
 * Everything under the address of a release, the same bytes for the same data: datasets, metadata, documents, archives, checksums; and from the text
 * of the lock file the bill of what it was made with.
 */
export async function publishedFiles(publication: Publication, editions: Edition[], lock: string): Promise<PublishedFile[]> {
  const { tables } = publication
  const datasets = (await Promise.all(tables.map((t) => renderFormats(t, publication)))).flat()
  const words = [
    file('README.md', renderReadme(publication)),
    file('LICENSE.txt', renderLicence(publication)),
    file('CITATION.cff', renderCitation(publication)),
    file('dictionary.csv', renderDictionary(publication)),
  ]
  const metadata = [
    file('datapackage.json', json(dataPackageOf(publication, datasets))),
    file('csv-metadata.json', json(csvwOf(publication))),
    file('dcat.jsonld', json(dcatOf(publication, datasets))),
    file('croissant.json', json(croissantOf(publication, datasets))),
    ...tables.map(({ table }) => file(`schemas/${table.name}.json`, json(recordSchemaOf(table)))),
  ]
  metadata.push(file('schemas/edition.json', json(editionSchemaOf(rowsOf(tables, 'documents').table))))
  const documents = editions.flatMap((edition) => renderEdition(edition, recordOf(tables, edition.id), targetsOf(tables, edition.id)))
  const database = renderSqlite(tables, [
    { name: 'dictionary', head: dictionaryHead, rows: dictionaryRows(publication) },
    { name: 'about', head: ['part', 'zh', 'en'], rows: aboutRows(publication) },
  ])
  const held = [...words, ...metadata, ...documents, ...datasets]
  const packed = held.filter((f) => !f.format || ['csv', 'json', 'parquet'].includes(f.format))
  const archive = renderZip(new Map([...packed, checksumsOf(packed)].map((f) => [f.path, f.bytes])))
  const all = [...held, file('sbom.cdx.json', json(sbomOf(lock))), file('atlas.sqlite', database), file('atlas.zip', archive)]
  return [...all, checksumsOf(all)]
}

const checksumsOf = (files: PublishedFile[]) => file('SHA256SUMS', files.map((f) => `${hashOf(f.bytes)}  ${f.path}\n`).join(''))

const rowsOf = (tables: PublishedTable[], name: string) => tables.find(({ table }) => table.name === name) as PublishedTable
const recordOf = (tables: PublishedTable[], id: string) => rowsOf(tables, 'documents').rows.find((r) => r.record.id === id)?.record ?? {}
const targetsOf = (tables: PublishedTable[], id: string) => {
  const { table, rows } = rowsOf(tables, 'targets')
  return { table, rows: rows.filter((r) => r.record.document === id) }
}
