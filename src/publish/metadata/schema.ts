import { z } from 'zod'
import { absencesOf } from '../../model/absence.ts'
import { datasets } from '../../model/atlas.ts'
import { isRecord, isText, meaningOf, unwrap } from '../../model/column.ts'
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

/** JSON Schema (2020-12) of a published record. */
export function recordSchemaOf({ name, title, about }: Table): { [keyword: string]: unknown } {
  const made = z.toJSONSchema(publishedSchema(datasets[name]), {
    target: 'draft-2020-12',
    override: ({ jsonSchema }) => {
      for (const key of ours) delete (jsonSchema as { [key: string]: unknown })[key]
    },
  })
  return { ...made, title: `${title.zh} / ${title.en}`, description: `${about.zh} / ${about.en}` }
}
