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

/** What becomes of one field: whether its absence is told beside it, by which rule, and the plan of a record within. */
interface FieldPlan {
  name: string
  status: string | null
  missing: string | undefined
  inner: FieldPlan[] | null
}
const plans = new WeakMap<z.ZodType, FieldPlan[]>()

function planOf(schema: z.ZodType, above?: string): FieldPlan[] {
  const { shape } = schema as z.ZodObject
  return Object.entries(shape).map(([name, field]) => {
    const own = meaningOf(name, field as z.ZodType)
    const { inner, absent } = unwrap(field as z.ZodType)
    const missing = own.missing ?? above
    const states = absent || (isText(inner) && Boolean(own.blank))
    return { name, status: states ? `${name}Status` : null, missing, inner: isRecord(inner) ? planOf(inner, missing) : null }
  })
}

/** Record of a dataset → the record as published: every field there, null where it is empty, and beside it `<field>Status`, why. */
export function publishRecord(schema: z.ZodType, record: Plain): Plain {
  const plan = plans.get(schema) ?? planOf(schema)
  plans.set(schema, plan)
  return publishBy(plan, record)
}

function publishBy(plan: FieldPlan[], record: Plain): Plain {
  const published: Plain = {}
  for (const { name, status, missing, inner } of plan) {
    const value = record[name] ?? null
    const empty = value === null || (status !== null && value === '')
    published[name] = empty ? null : inner ? publishBy(inner, value as Plain) : value
    if (status !== null) published[status] = empty ? absenceOf(record, missing) : null
  }
  return published
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
