import type { z } from 'zod'

/** Dictionary entry of a field beside its description. */
export interface More {
  unit?: string
  /** Dataset whose key it names. */
  of?: string
  /** Why it is empty where it is: a code of `MissingCode`, or `see:reason`, the field of the same record that says so. */
  missing?: string
  /** Whether an empty text stands for a missing one. */
  blank?: true
}

/**
 * Attaches the dictionary entry of a field: what it holds (zh, en), its unit, whose key it names, why it may be empty.
 * `field(z.number(), '目标值', 'target value', { unit: '人' })`
 */
export function field<S extends z.ZodType>(schema: S, zh: string, en: string, more: string | More = {}): S {
  return schema.meta({ zh, en, ...(typeof more === 'string' ? { unit: more } : more) }) as S
}
