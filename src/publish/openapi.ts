import type { Publication, PublishedTable } from '../model/publication.ts'
import { keyOf } from '../model/tables.ts'
import { recordSchemaOf } from './metadata/schema.ts'

const json = (schema: object, example?: unknown) => ({ 'application/json': { schema, ...(example === undefined ? {} : { example }) } })
const refTo = (name: string) => ({ $ref: `#/components/schemas/${name}` })

/** How many parts the keys of a dataset have, between slashes: each count is an address of its own. */
const depthsOf = (keys: string[][]) => [...new Set(keys.map((key) => key.length))].sort()

function pathsOf(published: PublishedTable) {
  const { table, rows, count } = published
  const keys = rows.map((r) => keyOf(table, r.record).split('/'))
  const { name, title, about } = table
  const list = {
    operationId: `list-${name}`,
    summary: `${title.en} / ${title.zh}`,
    description: `All records; one record is ${about.en}.`,
    responses: { 200: { description: `${count} records`, content: json({ type: 'array', items: refTo(name) }) } },
  }
  const records = depthsOf(keys).map((depth): [string, object] => {
    const parts = Array.from({ length: depth }, (_, i) => (depth === 1 ? 'key' : `key${i + 1}`))
    const example = keys.find((key) => key.length === depth) ?? []
    const parameters = parts.map((part, i) => ({ name: part, in: 'path', required: true, schema: { type: 'string' }, example: example[i] }))
    return [
      `/${name}/${parts.map((p) => `{${p}}`).join('/')}.json`,
      {
        get: {
          operationId: `get-${name}${depth === 1 ? '' : `-${depth}`}`,
          summary: `One record of ${title.en} / ${title.zh}`,
          parameters,
          responses: { 200: { description: about.en, content: json(refTo(name)) }, 404: { description: 'no such record' } },
        },
      },
    ]
  })
  return [[`/${name}.json`, { get: list }], ...records] as [string, object][]
}

/** OpenAPI 3.1 description of the static API; addresses are relative to it. */
export function openApiOf(publication: Publication): object {
  const { title, description, version, licence, tables, url } = publication
  return {
    openapi: '3.1.1',
    info: {
      title: `${title.en} (${title.zh})`,
      version,
      description: description.en,
      license: { name: licence.name, identifier: licence.name },
    },
    servers: [{ url: url ? `${url}/api/v1` : '.' }],
    paths: Object.fromEntries(tables.flatMap(pathsOf)),
    components: {
      schemas: Object.fromEntries(
        tables.map(({ table }) => {
          const { $schema: _, ...schema } = recordSchemaOf(table)
          return [table.name, schema]
        }),
      ),
    },
  }
}
