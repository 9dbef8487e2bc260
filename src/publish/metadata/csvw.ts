import { type CellType, type Column, delimiter } from '../../model/column.ts'
import type { Publication } from '../../model/publication.ts'
import { foreignKeysOf } from './keys.ts'

const types: { [T in CellType]: string } = {
  string: 'string',
  list: 'string',
  json: 'json',
  integer: 'integer',
  number: 'double',
  boolean: 'boolean',
  date: 'date',
}

function columnOf(column: Column) {
  const { name, type, required, codes, zh, en } = column
  const format = type === 'string' && codes.length > 0 ? { format: `^(${codes.join('|')})$` } : {}
  return {
    name,
    titles: name,
    'dc:description': [
      { '@value': zh, '@language': 'zh' },
      { '@value': en, '@language': 'en' },
    ],
    datatype: { base: types[type], ...format },
    ...(required && type !== 'list' ? { required } : {}),
    ...(type === 'list' ? { separator: delimiter } : {}),
    null: [''],
  }
}

/** CSV on the Web (w3.org/TR/tabular-metadata) of the CSV files. */
export function csvwOf(publication: Publication): object {
  const { title, licence, asOf, tables } = publication
  const foreign = foreignKeysOf(publication)
  const titled = (of: { zh: string; en: string }) => [
    { '@value': of.zh, '@language': 'zh' },
    { '@value': of.en, '@language': 'en' },
  ]
  return {
    '@context': 'http://www.w3.org/ns/csvw',
    'dc:title': titled(title),
    'dc:license': { '@id': licence.url },
    'dc:modified': { '@value': asOf, '@type': 'xsd:date' },
    tables: tables.map(({ table }) => ({
      url: `${table.name}.csv`,
      'dc:title': titled(table.title),
      'dc:description': titled(table.about),
      dialect: { encoding: 'utf-8', delimiter: ',', header: true, lineTerminators: ['\n'] },
      tableSchema: {
        columns: table.columns.map(columnOf),
        primaryKey: table.key,
        foreignKeys: foreign(table).map((f) => ({
          columnReference: f.column,
          reference: { resource: `${f.table}.csv`, columnReference: f.key },
        })),
      },
    })),
  }
}
