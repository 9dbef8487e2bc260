import type { CellType, Column } from '../../model/column.ts'
import type { FileEntry, Publication, PublishedTable } from '../../model/publication.ts'
import { type ForeignKey, foreignKeysOf } from './keys.ts'

const types: { [T in CellType]: string } = {
  string: 'sc:Text',
  list: 'sc:Text',
  json: 'sc:Text',
  integer: 'sc:Integer',
  number: 'sc:Float',
  boolean: 'sc:Boolean',
  date: 'sc:Date',
}
// the context that the specification prescribes
const context = {
  '@language': 'en',
  '@vocab': 'https://schema.org/',
  citeAs: 'cr:citeAs',
  column: 'cr:column',
  conformsTo: 'dct:conformsTo',
  cr: 'http://mlcommons.org/croissant/',
  rai: 'http://mlcommons.org/croissant/RAI/',
  data: { '@id': 'cr:data', '@type': '@json' },
  dataType: { '@id': 'cr:dataType', '@type': '@vocab' },
  dct: 'http://purl.org/dc/terms/',
  examples: { '@id': 'cr:examples', '@type': '@json' },
  extract: 'cr:extract',
  field: 'cr:field',
  fileProperty: 'cr:fileProperty',
  fileObject: 'cr:fileObject',
  fileSet: 'cr:fileSet',
  format: 'cr:format',
  includes: 'cr:includes',
  isLiveDataset: 'cr:isLiveDataset',
  jsonPath: 'cr:jsonPath',
  key: 'cr:key',
  md5: 'cr:md5',
  parentField: 'cr:parentField',
  path: 'cr:path',
  recordSet: 'cr:recordSet',
  references: 'cr:references',
  regex: 'cr:regex',
  repeated: 'cr:repeated',
  replace: 'cr:replace',
  samplingRate: 'cr:samplingRate',
  sc: 'https://schema.org/',
  separator: 'cr:separator',
  source: 'cr:source',
  subField: 'cr:subField',
  transform: 'cr:transform',
}

function fieldOf({ name, type, zh, en }: Column, table: string, foreign: ForeignKey[]) {
  const refers = foreign.find((f) => f.column === name)
  return {
    '@type': 'cr:Field',
    '@id': `${table}/${name}`,
    name,
    description: `${en} / ${zh}`,
    dataType: types[type],
    source: { fileObject: { '@id': `${table}.csv` }, extract: { column: name } },
    ...(refers ? { references: { field: { '@id': `${refers.table}/${refers.key}` } } } : {}),
  }
}

const recordSetOf = ({ table }: PublishedTable, foreign: ForeignKey[]) => ({
  '@type': 'cr:RecordSet',
  '@id': table.name,
  name: table.name,
  description: `${table.about.en} / ${table.about.zh}`,
  key: table.key.map((k) => ({ '@id': `${table.name}/${k}` })),
  field: table.columns.map((c) => fieldOf(c, table.name, foreign)),
})

/** Croissant 1.1 (docs.mlcommons.org/croissant) of the CSV files: each with its checksum, each table a record set. */
export function croissantOf(publication: Publication, files: FileEntry[]): object {
  const { name, url, version, asOf, title, description, creator, licence, keywords, citation, tables } = publication
  const foreign = foreignKeysOf(publication)
  return {
    '@context': context,
    '@type': 'sc:Dataset',
    conformsTo: 'http://mlcommons.org/croissant/1.1',
    name,
    alternateName: [title.en, title.zh],
    description: `${description.en} / ${description.zh}`,
    url: url ? `${url}/data/${version}/` : './',
    version,
    datePublished: asOf,
    license: licence.url,
    creator: { '@type': 'sc:Organization', name: creator.en },
    keywords: [...keywords.en, ...keywords.zh],
    inLanguage: ['zh', 'en'],
    citeAs: citation.en,
    isLiveDataset: false,
    distribution: tables.map(({ table }) => {
      const file = files.find((f) => f.path === `${table.name}.csv`) as FileEntry
      return {
        '@type': 'cr:FileObject',
        '@id': file.path,
        name: file.path,
        contentUrl: url ? `${url}/data/${version}/${file.path}` : file.path,
        contentSize: `${file.size} B`,
        encodingFormat: 'text/csv',
        sha256: file.sha256,
      }
    }),
    recordSet: tables.map((t) => recordSetOf(t, foreign(t.table))),
  }
}
