import { z } from 'zod'
import { absencesOf } from '../../model/absence.ts'
import { datasets } from '../../model/atlas.ts'
import { isRecord, isText, meaningOf, unwrap } from '../../model/column.ts'
import { Edition } from '../../model/edition.ts'
import type { Table } from '../../model/tables.ts'

// schema of a record → schema of the record as published: every field there, null where it is missing, why beside it
function publishedSchema(schema: z.ZodType, above = 'not-applicable'): z.ZodType {
  const { shape } = schema as z.ZodObject
  return z.strictObject(
    Object.fromEntries(
      Object.entries(shape).flatMap(([name, field]): [string, z.ZodType][] => {
        const { inner, absent } = unwrap(field as z.ZodType)
        const own = meaningOf(name, field as z.ZodType)
        const states = absent || (isText(inner) && Boolean(own.blank))
        const missing = own.missing ?? above
        const plain = isRecord(inner) ? publishedSchema(inner, missing) : inner
        const value = (states ? plain.nullable() : plain).meta({ description: `${own.zh} / ${own.en}${own.unit ? ` (${own.unit})` : ''}` })
        const why = z.enum(absencesOf(missing) as [string, ...string[]]).nullable()
        const said = { description: `${own.zh}：为空的原因 / ${own.en}: why it is missing` }
        return states
          ? [
              [name, value],
              [`${name}Status`, why.meta(said)],
            ]
          : [[name, value]]
      }),
    ),
  )
}

const ours = ['zh', 'en', 'of', 'missing', 'blank', 'day', 'unit']

// what the dictionary says of a field is its description; nothing else of ours goes out
const toSchema = (schema: z.ZodType) =>
  z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    override: ({ jsonSchema }) => {
      const made = jsonSchema as { [key: string]: unknown }
      if (made.zh && !made.description) made.description = `${made.zh} / ${made.en}`
      for (const key of ours) delete made[key]
    },
  })

/** JSON Schema of the JSON file of a document: its published record, and its edition in one language. */
export const editionSchemaOf = (documents: Table): object => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: '文件的转述版 / digest edition of a document',
  type: 'object',
  required: ['document', 'edition'],
  additionalProperties: false,
  properties: { document: withoutDialect(recordSchemaOf(documents)), edition: withoutDialect(toSchema(Edition)) },
})
const withoutDialect = ({ $schema: _, ...schema }: { [keyword: string]: unknown }) => schema

/** JSON Schema (2020-12) of a published record. */
export function recordSchemaOf({ name, title, about }: Table): { [keyword: string]: unknown } {
  const made = toSchema(publishedSchema(datasets[name]))
  return { ...made, title: `${title.zh} / ${title.en}`, description: `${about.zh} / ${about.en}` }
}
