import { type CellType, type Column, delimiter } from '../../model/column.ts'
import type { FileEntry, Publication, PublishedTable } from '../../model/publication.ts'
import { foreignKeysOf } from './keys.ts'

const types: { [T in CellType]: string } = {
  string: 'string',
  integer: 'integer',
  number: 'number',
  boolean: 'boolean',
  date: 'date',
  list: 'list',
  json: 'array',
}
const both = ({ zh, en }: { zh: string; en: string }) => `${zh} / ${en}`

function fieldOf(column: Column, { table }: PublishedTable, publication: Publication) {
  const { name, type, required, unit } = column
  const codes = publication.codesOf(column, table)
  const only = table.key.length === 1 && table.key[0] === name
  return {
    name,
    type: types[type],
    title: column.zh,
    description: both(column) + (unit ? ` (${unit})` : ''),
    ...(type === 'list' ? { delimiter, itemType: 'string' } : {}),
    ...(codes.length > 0 && type === 'string' ? { categories: codes.map((c) => ({ value: c.code, label: both(c) })) } : {}),
    ...(required || only
      ? { constraints: { ...(required && type !== 'list' ? { required } : {}), ...(only ? { unique: true } : {}) } }
      : {}),
  }
}

/** Data Package v2 (datapackage.org/standard) of the CSV files, with a Table Schema each. */
export function dataPackageOf(publication: Publication, files: FileEntry[]): object {
  const { name, version, asOf, url, title, description, keywords, licence, creator, absences, tables } = publication
  const foreign = foreignKeysOf(publication)
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name,
    title: both(title),
    description: both(description),
    ...(url ? { homepage: `${url}/`, id: `${url}/data/${version}/datapackage.json` } : {}),
    version,
    created: `${asOf}T00:00:00Z`,
    keywords: [...keywords.zh, ...keywords.en],
    licenses: [{ name: licence.name, title: licence.title, path: licence.url }],
    contributors: [{ title: both(creator), roles: ['creator'] }],
    resources: tables.map((published) => {
      const { table } = published
      const file = files.find((f) => f.path === `${table.name}.csv`) as FileEntry
      return {
        $schema: 'https://datapackage.org/profiles/2.0/dataresource.json',
        name: table.name,
        type: 'table',
        title: both(table.title),
        description: both(table.about),
        path: file.path,
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        bytes: file.size,
        hash: `sha256:${file.sha256}`,
        dialect: { $schema: 'https://datapackage.org/profiles/2.0/tabledialect.json', delimiter: ',', lineTerminator: '\n' },
        schema: {
          $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
          fields: table.columns.map((c) => fieldOf(c, published, publication)),
          missingValues: [{ value: '', label: absences.map((a) => `${a.code}: ${both(a)}`).join('; ') }],
          primaryKey: table.key,
          foreignKeys: foreign(table).map((f) => ({ fields: [f.column], reference: { resource: f.table, fields: [f.key] } })),
        },
      }
    }),
  }
}
