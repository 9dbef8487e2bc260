import { z } from 'zod'
import { Modality } from './code.ts'
import { Bilingual } from './document.ts'
import { field } from './field.ts'

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
/** What topics belong together, in the order and with the colour they keep wherever they are shown. */
export const topicGroups = ['care', 'poverty', 'institutions', 'people', 'means', 'health', 'support'] as const

export const Topic = z.strictObject({
  id,
  group: field(z.enum(topicGroups), '事项组', 'group of topics'),
  name: Bilingual,
  plain: Bilingual,
  match: z.array(Pattern).min(1),
})
export type Topic = z.infer<typeof Topic>

/** A term of art and the one way it is put into English: `accept` lists the forms one of which must stand where the Chinese has the term, `avoid` renderings that must not. */
export const Term = z.strictObject({
  zh: z.string().min(1),
  en: z.string().min(1),
  plain: Bilingual,
  accept: z.array(z.string()).optional(),
  avoid: z.array(z.string()).optional(),
  /** Everyday words that lead a search to it. */
  everyday: z.strictObject({ zh: z.array(z.string()).optional(), en: z.array(z.string()).optional() }).optional(),
})
export type Term = z.infer<typeof Term>

/** A group of people as documents define it; the same words may name another group before or after a year. */
export const Population = z.strictObject({
  id,
  name: Bilingual,
  match: z.array(Pattern).min(1),
  certifier: Bilingual.optional(),
  from: field(z.int().optional(), '自哪年起如此定义', 'first year of this definition', { missing: 'not-applicable' }),
  until: field(z.int().optional(), '到哪年为止如此定义', 'last year of this definition', { missing: 'not-applicable' }),
})
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
  unlisted: field(
    z.strictObject({ constructs: z.array(id).min(1), note: Bilingual }).optional(),
    '只有数没有名单时怎么说',
    'what a card says where a clause gives the number of a list, by these constructs, and not the list',
    { missing: 'not-applicable' },
  ),
})
export type EntitlementKind = z.infer<typeof EntitlementKind>

/**
 * What a target measures: the thing that must agree before figures are compared. `note` qualifies every figure of it, `unranked` says why
 * figures of it are never ranked, `apart` why it is not the construct that it is easily taken for.
 */
export const Construct = z.strictObject({
  id,
  name: Bilingual,
  role: z.string(),
  note: Bilingual.optional(),
  unranked: Bilingual.optional(),
  apart: z.array(z.strictObject({ construct: id, because: Bilingual })).optional(),
})
export type Construct = z.infer<typeof Construct>

const Month = z.string().regex(/^\d{4}-\d{2}$/, 'must be a month like 2018-03')

/** A kind of public body through its renames. */
export const AgencyFamily = z.strictObject({
  id,
  name: Bilingual,
  match: z.array(Pattern).min(1),
  within: field(
    id.optional(),
    '属于哪一系统的内设机构',
    'family whose inner division it is: never on one axis with bureaus and governments',
    { of: 'agency-families', missing: 'not-applicable' },
  ),
  names: field(
    z
      .array(
        z.strictObject({
          name: Bilingual,
          from: Month.optional(),
          until: Month.optional(),
          match: Pattern.optional(),
        }),
      )
      .optional(),
    '各时期的名称',
    'names by the months they were in use; where two were, the one whose pattern fits what is printed',
    { missing: 'not-applicable' },
  ),
})
export type AgencyFamily = z.infer<typeof AgencyFamily>

/** Modal words in order of precedence; `force` 3 instructs, 2 aims, 1 permits or invites; a word of pace has none. */
export const ModalLexicon = z.strictObject({
  version: z.int().min(1),
  words: z.array(
    z.strictObject({
      id: Modality,
      name: Bilingual,
      force: field(z.int().min(1).max(3).nullable(), '力度', 'force: 3 instructs, 2 aims, 1 permits or invites; none for pace', {
        missing: 'not-applicable',
      }),
      match: field(Pattern.nullable(), '识别式', 'pattern; none for the value of clauses without a modal word', {
        missing: 'not-applicable',
      }),
    }),
  ),
})
export type ModalLexicon = z.infer<typeof ModalLexicon>
export const ModalWord = ModalLexicon.shape.words.element.extend({ version: z.int() })
export type ModalWord = z.infer<typeof ModalWord>
