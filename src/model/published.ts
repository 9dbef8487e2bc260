import type { z } from 'zod'
import { absences } from './absence.ts'
import { type Cell, type Column, delimiter, isRecord, isText, meaningOf, unwrap } from './column.ts'

type Plain = { [name: string]: unknown }

const reasons = new Set<unknown>(absences)

// `see:reason` → what the field of that name says, where it names an absence
function absenceOf(record: Plain, missing: string | undefined): string {
  const said = missing?.startsWith('see:') ? record[missing.slice(4)] : missing
  return reasons.has(said) ? (said as string) : 'not-applicable'
}

/** Record of a dataset → the record as published: every field there, null where it is empty, and beside it `<field>Status`, why. */
export function publishRecord(schema: z.ZodType, record: Plain, above?: string): Plain {
  const { shape } = schema as z.ZodObject
  return Object.fromEntries(
    Object.entries(shape).flatMap(([name, field]): [string, unknown][] => {
      const value = record[name] ?? null
      const own = meaningOf(name, field as z.ZodType)
      const { inner, absent } = unwrap(field as z.ZodType)
      const states = absent || (isText(inner) && Boolean(own.blank))
      const missing = own.missing ?? above
      const empty = value === null || (states && value === '')
      const said = states ? [[`${name}Status`, empty ? absenceOf(record, missing) : null] as [string, unknown]] : []
      if (empty) return [[name, null], ...said]
      return [[name, isRecord(inner) ? publishRecord(inner, value as Plain, missing) : value], ...said]
    }),
  )
}

/** Published record → its cells, in the order of the columns. */
export const cellsOf = (columns: Column[], record: Plain): Cell[] => columns.map((c) => cellOf(c, record))

function cellOf({ path, type, name }: Column, record: Plain): Cell {
  let value: unknown = record
  for (const part of path) value = (value as Plain | null)?.[part] ?? null
  if (value === null) return null
  if (type === 'json') return JSON.stringify(value)
  if (type !== 'list') return value as Cell
  const list = value as string[]
  const odd = list.find((entry) => entry.includes(delimiter.trim()))
  if (odd !== undefined) throw new Error(`An entry of ${name} holds the delimiter "${delimiter.trim()}": ${odd}`)
  return list.join(delimiter)
}
