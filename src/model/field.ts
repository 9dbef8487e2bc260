import type { z } from 'zod'

/** Attaches the dictionary entry of a field: what it holds (zh, en) and its unit. `field(z.number(), '目标值', 'target value')` */
export function field<S extends z.ZodType>(schema: S, zh: string, en: string, unit?: string): S {
  return schema.meta({ zh, en, ...(unit ? { unit } : {}) }) as S
}
