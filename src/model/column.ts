import type { z } from 'zod'
import { absencesOf } from './absence.ts'
import { type Meaning, meanings } from './meaning.ts'

export type CellType = 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'list' | 'json'
export type Cell = string | number | boolean | null

/** One column of a dataset as a flat table, in every format: made from the schema of its records. */
export interface Column extends Meaning {
  /** in snake_case: `term_from` */
  name: string
  /** where the record has it: `['term', 'from']` */
  path: string[]
  type: CellType
  /** values it can have, where they are a closed list */
  codes: string[]
  /** whether it always holds a value */
  required: boolean
  /** name of the column whose absence it explains */
  explains?: string
}

/** What joins the entries of a list within one cell; no entry holds it. */
export const delimiter = '; '

/** `sourceTitle` → `source_title`. */
export const snake = (name: string): string => name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`)

interface Def {
  type: string
  innerType?: z.ZodType
  element?: z.ZodType
  entries?: Record<string, string>
}
const defOf = (schema: z.ZodType) => (schema as unknown as { def: Def }).def
const wrappers = new Set(['nullable', 'optional', 'default'])

/** Schema without its wrappers, and whether it may be absent. */
export function unwrap(schema: z.ZodType): { inner: z.ZodType; absent: boolean } {
  let inner = schema
  let absent = false
  while (wrappers.has(defOf(inner).type)) {
    absent ||= defOf(inner).type !== 'default'
    inner = defOf(inner).innerType as z.ZodType
  }
  return { inner, absent }
}

/** Description of a field: its own, else what its name means everywhere. */
export function meaningOf(name: string, schema: z.ZodType): Meaning {
  let own: Partial<Meaning> = {}
  for (let at: z.ZodType | undefined = schema; at; at = wrappers.has(defOf(at).type) ? defOf(at).innerType : undefined)
    own = { ...(at.meta() as Partial<Meaning> | undefined), ...own }
  const known = meanings[name]
  if (!known && !own.zh) throw new Error(`The field "${name}" has no description. Give it one by field(), or in model/meaning.ts.`)
  return { ...known, ...own } as Meaning
}

const simple: { [type: string]: CellType } = { string: 'string', enum: 'string', literal: 'string', boolean: 'boolean' }

function typeOf(inner: z.ZodType): CellType {
  const { type, element } = defOf(inner)
  const { format } = inner as { format?: string | null }
  if (type === 'number') return format === 'safeint' ? 'integer' : 'number'
  if (type === 'array' && element && simple[defOf(element).type] === 'string') return 'list'
  if (isText(inner) && inner.meta()?.day) return 'date'
  return simple[type] ?? 'json'
}

/** Whether a field holds a text, or a record of its own. */
export const isText = (inner: z.ZodType): boolean => defOf(inner).type === 'string'
export const isRecord = (inner: z.ZodType): boolean => defOf(inner).type === 'object'

const codesOf = (inner: z.ZodType): string[] => {
  const { type, entries, element } = defOf(inner)
  if (type === 'enum') return Object.values(entries ?? {})
  return type === 'array' && element ? codesOf(element) : []
}

/** Schema of a record → its columns: words of two languages and nested records spread out, and after each that may be empty, why it is. */
export function columnsOf(schema: z.ZodType): Column[] {
  return spread(schema, [], [], false)
}

function spread(schema: z.ZodType, path: string[], above: Meaning[], loose: boolean): Column[] {
  const { shape } = unwrap(schema).inner as z.ZodObject
  return Object.entries(shape).flatMap(([name, value]) => {
    const { inner, absent } = unwrap(value as z.ZodType)
    const own = meaningOf(name, value as z.ZodType)
    const at = [...path, name]
    const text = isText(inner) && Boolean(own.blank)
    const stated = absent || text ? [statusColumn(at, above, own)] : []
    if (isRecord(inner)) return [...spread(inner, at, [...above, own], loose || absent), ...stated]
    return [columnOf(inner, at, above, own, loose || absent || text), ...stated]
  })
}

const within = (above: Meaning[], own: Meaning, lang: 'zh' | 'en') => [...above, own].map((m) => m[lang]).join(lang === 'zh' ? '：' : ': ')

function columnOf(inner: z.ZodType, path: string[], above: Meaning[], own: Meaning, loose: boolean): Column {
  const { missing, of, blank: _, ...rest } = own
  const type = typeOf(inner)
  return {
    ...rest,
    ...(of && (type === 'string' || type === 'list') ? { of } : {}),
    ...(loose && missing ? { missing } : {}),
    zh: within(above, own, 'zh'),
    en: within(above, own, 'en'),
    name: path.map(snake).join('_'),
    path,
    type,
    codes: codesOf(inner),
    required: !loose,
  }
}

function statusColumn(path: string[], above: Meaning[], own: Meaning): Column {
  const name = path.map(snake).join('_')
  const missing = own.missing ?? above.at(-1)?.missing
  if (!missing) throw new Error(`The field "${path.join('.')}" may be empty and does not say why. Give it "missing".`)
  return {
    zh: `${within(above, own, 'zh')}：为空的原因`,
    en: `${within(above, own, 'en')}: why it is empty`,
    name: `${name}_status`,
    path: [...path.slice(0, -1), `${path.at(-1)}Status`],
    type: 'string',
    codes: absencesOf(missing),
    required: false,
    missing,
    explains: name,
  }
}
