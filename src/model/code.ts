import { z } from 'zod'

/**
 * Why a value is missing; the wording for people stands in i18n. Cells of published tables say `withheld` for both kinds of suppression: to tell
 * them apart would tell that a count is small. `unresolved` is a cited work that is not held.
 */
export const MissingCode = z.enum([
  'silent',
  'outside-subject',
  'not-coded',
  'source-incomplete',
  'not-found',
  'related-only',
  'not-applicable',
  'not-printed',
  'suppressed-primary',
  'suppressed-secondary',
  'withheld',
  'unresolved',
  'illegible',
])
export type MissingCode = z.infer<typeof MissingCode>

/** Force and pace of a rule, each word of the source its own value. */
export const Modality = z.enum(['must', 'directive', 'should', 'strive', 'in-principle', 'may', 'encourage', 'explore', 'gradually'])
export type Modality = z.infer<typeof Modality>

export const Disclosure = z.enum(['public', 'on-request', 'closed', 'unknown'])
export type Disclosure = z.infer<typeof Disclosure>

/** `editor`, or the version of the rules that decided: `rules@1`. */
export const Coder = z.string().regex(/^(editor|rules@\d+)$/)

export const IsoDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a date like 2021-10-27')
  .meta({ day: true })
