import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { query } from './readers.ts'

// biome-ignore lint/suspicious/noExplicitAny: descriptions of any form are read and broken here
export type Doc = any

const ajv = new Ajv2020({ strict: false, allErrors: true })
;(addFormats as unknown as { default: (a: Ajv2020) => void }).default?.(ajv) ?? (addFormats as unknown as (a: Ajv2020) => void)(ajv)

/** Document against a JSON Schema → what does not hold. */
export function faultsOf(schema: object, doc: Doc): string[] {
  const check = ajv.compile(schema)
  return check(doc) ? [] : (check.errors ?? []).map((e) => `${e.instancePath} ${e.message}`)
}
const transcribed = (name: string) => JSON.parse(readFileSync(`tests/schemas/${name}.json`, 'utf8'))
const sha256 = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')

/** A table of CSV as another reader sees it: its columns and its rows as text, null where nothing stands. */
async function tableAt(path: string) {
  const options = "all_varchar = true, header = true, delim = ',', quote = '\"', escape = '\"', nullstr = '', allow_quoted_nulls = false"
  const rows = await query(`SELECT * FROM read_csv('${path}', ${options})`)
  const described = await query(`DESCRIBE SELECT * FROM read_csv('${path}', ${options})`)
  return { columns: described.map((c) => String(c.column_name)), rows: rows as Record<string, string | null>[] }
}
type TableAt = Awaited<ReturnType<typeof tableAt>>

/** What is said of keys against the rows: primary keys are there and unique, foreign keys lead somewhere. */
function keyFaults(name: string, own: TableAt, primary: string[], foreign: { field: string; table: TableAt; key: string }[]): string[] {
  const keys = own.rows.map((r) => primary.map((k) => r[k]).join('\n'))
  return [
    ...(new Set(keys).size === keys.length && own.rows.every((r) => primary.every((k) => r[k] !== null))
      ? []
      : [`${name}: its key is not unique`]),
    ...foreign.flatMap(({ field, table, key }) => {
      const known = new Set(table.rows.map((r) => r[key]))
      const lost = own.rows.find((r) => r[field] !== null && !known.has(r[field] ?? null))
      return lost || !own.columns.includes(field) ? [`${name}.${field}: ${lost?.[field]} leads nowhere`] : []
    }),
  ]
}

const fits: { [type: string]: (text: string) => boolean } = {
  integer: (t) => /^-?\d+$/.test(t),
  number: (t) => /^-?\d+(?:\.\d+)?(?:e-?\d+)?$/.test(t),
  boolean: (t) => t === 'true' || t === 'false',
  date: (t) => /^\d{4}-\d{2}-\d{2}$/.test(t),
  array: (t) => Array.isArray(JSON.parse(t)),
  json: (t) => typeof JSON.parse(t) === 'object',
}

/** Data Package → what in it is not so: its form, and every column, type, code, count of bytes, hash and key against the bytes in the folder. */
export async function checkPackage(doc: Doc, folder: string): Promise<string[]> {
  const faults = faultsOf(transcribed('datapackage'), doc)
  if (faults.length > 0) return faults
  const tables = new Map<string, TableAt>()
  for (const r of doc.resources) tables.set(r.name, await tableAt(`${folder}/${r.path}`))
  for (const r of doc.resources) {
    const own = tables.get(r.name) as TableAt
    if (readFileSync(`${folder}/${r.path}`).length !== r.bytes) faults.push(`${r.name}: bytes`)
    if (`sha256:${sha256(`${folder}/${r.path}`)}` !== r.hash) faults.push(`${r.name}: hash`)
    if (own.columns.join() !== r.schema.fields.map((f: Doc) => f.name).join()) faults.push(`${r.name}: columns`)
    for (const f of r.schema.fields) {
      const values = own.rows.map((row) => row[f.name] ?? null)
      const codes = f.categories && new Set(f.categories.map((c: Doc) => c.value))
      if (f.constraints?.required && values.includes(null)) faults.push(`${r.name}.${f.name}: is empty`)
      if (values.some((v) => v !== null && fits[f.type]?.(v) === false)) faults.push(`${r.name}.${f.name}: is not of type ${f.type}`)
      if (codes && values.some((v) => v !== null && !codes.has(v))) faults.push(`${r.name}.${f.name}: has a code that is not described`)
      if (!f.categories && f.name.endsWith('_status')) faults.push(`${r.name}.${f.name}: has no labels`)
    }
    const foreign = r.schema.foreignKeys.map((k: Doc) => ({
      field: k.fields[0],
      table: tables.get(k.reference.resource) ?? { columns: [], rows: [] },
      key: k.reference.fields[0],
    }))
    faults.push(...keyFaults(r.name, own, r.schema.primaryKey, foreign))
  }
  return faults
}

/** CSVW → what in it is not so. */
export async function checkCsvw(doc: Doc, folder: string): Promise<string[]> {
  const faults = faultsOf(transcribed('csvw'), doc)
  if (faults.length > 0) return faults
  const tables = new Map<string, TableAt>()
  for (const t of doc.tables) tables.set(t.url, await tableAt(`${folder}/${t.url}`))
  for (const t of doc.tables) {
    const own = tables.get(t.url) as TableAt
    if (own.columns.join() !== t.tableSchema.columns.map((c: Doc) => c.name).join()) faults.push(`${t.url}: columns`)
    for (const c of t.tableSchema.columns) {
      const values = own.rows.map((row) => row[c.name] ?? null).filter((v) => v !== null)
      const { base, format } = c.datatype
      if (c.required && values.length < own.rows.length) faults.push(`${t.url}.${c.name}: is empty`)
      if (values.some((v) => fits[base === 'double' ? 'number' : base]?.(v) === false)) faults.push(`${t.url}.${c.name}: is not ${base}`)
      if (format && values.some((v) => !new RegExp(format).test(v))) faults.push(`${t.url}.${c.name}: does not fit ${format}`)
    }
    const foreign = t.tableSchema.foreignKeys.map((k: Doc) => ({
      field: k.columnReference,
      table: tables.get(k.reference.resource) ?? { columns: [], rows: [] },
      key: k.reference.columnReference,
    }))
    faults.push(...keyFaults(t.url, own, t.tableSchema.primaryKey, foreign))
  }
  return faults
}

/** Croissant → what in it is not so. */
export async function checkCroissant(doc: Doc, folder: string): Promise<string[]> {
  const faults = faultsOf(transcribed('croissant'), doc)
  if (faults.length > 0) return faults
  const fields = new Set(doc.recordSet.flatMap((r: Doc) => r.field.map((f: Doc) => f['@id'])))
  for (const f of doc.distribution) {
    const path = `${folder}/${f['@id']}`
    if (sha256(path) !== f.sha256) faults.push(`${f['@id']}: sha256`)
    if (`${readFileSync(path).length} B` !== f.contentSize) faults.push(`${f['@id']}: contentSize`)
    if (!f.contentUrl.endsWith(f['@id'])) faults.push(`${f['@id']}: contentUrl`)
  }
  for (const r of doc.recordSet) {
    const file = r.field[0].source.fileObject['@id']
    const own = await tableAt(`${folder}/${file}`)
    if (!doc.distribution.some((f: Doc) => f['@id'] === file)) faults.push(`${r.name}: no file ${file}`)
    if (own.columns.join() !== r.field.map((f: Doc) => f.source.extract.column).join()) faults.push(`${r.name}: columns`)
    const types: { [type: string]: string } = { 'sc:Integer': 'integer', 'sc:Float': 'number', 'sc:Boolean': 'boolean', 'sc:Date': 'date' }
    for (const f of r.field) {
      const values = own.rows.map((row) => row[f.source.extract.column] ?? null).filter((v) => v !== null)
      if (values.some((v) => fits[types[f.dataType] as string]?.(v) === false)) faults.push(`${f['@id']}: is not ${f.dataType}`)
      if (f.references && !fields.has(f.references.field['@id'])) faults.push(`${f['@id']}: references nothing`)
    }
    if (r.key.some((k: Doc) => !fields.has(k['@id']))) faults.push(`${r.name}: key`)
  }
  return faults
}

/** DCAT → what in it is not so. */
export function checkDcat(doc: Doc, folder: string): string[] {
  const faults = faultsOf(transcribed('dcat'), doc)
  if (faults.length > 0) return faults
  for (const d of doc['dcat:dataset'])
    for (const x of d['dcat:distribution']) {
      const path = `${folder}/${x['dcterms:title']}`
      if (String(readFileSync(path).length) !== x['dcat:byteSize']['@value']) faults.push(`${path}: byteSize`)
      if (sha256(path) !== x['spdx:checksum']['spdx:checksumValue']['@value']) faults.push(`${path}: checksum`)
      if (!x['dcat:downloadURL']['@id'].endsWith(x['dcterms:title'])) faults.push(`${path}: downloadURL`)
    }
  return faults
}
