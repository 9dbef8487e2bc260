import { z } from 'zod'
import { Bilingual } from './document.ts'

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens')
/** Source of a regular expression; checked when the codebook is read. */
const Pattern = z.string().min(1).refine(isPattern, 'must be a valid regular expression')
function isPattern(source: string) {
  try {
    return Boolean(new RegExp(source, 'u'))
  } catch {
    return false
  }
}

/** A matter that documents regulate; `match` finds it in a heading or text. */
export const Topic = z.strictObject({ id, name: Bilingual, plain: Bilingual, match: z.array(Pattern).min(1) })
export type Topic = z.infer<typeof Topic>

/** A term of art and the one way it is put into English: `accept` lists the forms one of which must stand where the Chinese has the term, `avoid` renderings that must not. */
export const Term = z.strictObject({
  zh: z.string().min(1),
  en: z.string().min(1),
  plain: Bilingual,
  accept: z.array(z.string()).optional(),
  avoid: z.array(z.string()).optional(),
})
export type Term = z.infer<typeof Term>

/** A group of people as documents define it. */
export const Population = z.strictObject({ id, name: Bilingual, match: z.array(Pattern).min(1), certifier: Bilingual.optional() })
export type Population = z.infer<typeof Population>

/** A kind of entitlement that the public looks for. */
export const EntitlementKind = z.strictObject({
  id,
  name: Bilingual,
  plain: Bilingual,
  topic: id,
  match: z.array(Pattern).min(1),
  not: Pattern.optional(),
  setting: z.enum(['inpatient', 'outpatient', 'community', 'any']),
  ask: Bilingual,
})
export type EntitlementKind = z.infer<typeof EntitlementKind>

/** What a target measures: the thing that must agree before figures are compared. */
export const Construct = z.strictObject({ id, name: Bilingual, role: z.string() })
export type Construct = z.infer<typeof Construct>

/** A kind of public body through its renames. */
export const AgencyFamily = z.strictObject({
  id,
  name: Bilingual,
  match: z.array(Pattern).min(1),
  renames: z.array(z.string()).optional(),
})
export type AgencyFamily = z.infer<typeof AgencyFamily>
