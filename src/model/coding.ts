import { z } from 'zod'
import { Coder, IsoDate } from './code.ts'
import { TargetRole } from './target.ts'

const by = { coder: Coder, date: IsoDate }

/** coding.yaml: judgement only. A figure named here must stand in its clause. */
export const Coding = z.strictObject({
  targets: z.array(
    z.strictObject({
      provision: z.string(),
      printed: z.string(),
      occurrence: z.int().min(1).optional(),
      role: TargetRole.optional(),
      construct: z.string().optional(),
      ...by,
    }),
  ),
  topics: z.array(
    z.strictObject({ provision: z.string(), add: z.array(z.string()).optional(), drop: z.array(z.string()).optional(), ...by }),
  ),
  silences: z.array(z.strictObject({ topics: z.array(z.string()).min(1), reason: z.enum(['silent', 'outside-subject']), ...by })),
})
export type Coding = z.infer<typeof Coding>

const Range = z.tuple([z.int().min(0), z.int().min(0)])
const Checked = z.strictObject({
  digestRange: Range,
  officialRange: Range,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})

/** attestation.json: what `npm run attest` saw when it compared the digest with the official text; ranges are UTF-16 offsets, `sha256` is of the official span. */
export const Attestation = z.strictObject({
  rules: z.string(),
  digestZh: z.string(),
  digestEn: z.string(),
  coding: z.string(),
  official: z.string(),
  facts: z.int(),
  topicsInOfficialText: z.array(z.string()),
  provisions: z.array(Checked.extend({ path: z.string() })),
  targets: z.array(Checked.extend({ provision: z.string(), printed: z.string() })),
  /** References, responsible bodies, conditions, groups of people, names and terms. */
  others: z.array(Checked.extend({ path: z.string(), kind: z.string(), value: z.string() })),
})
export type Attestation = z.infer<typeof Attestation>

/** A line of data/moved.csv: an address of the site that is retired, and the one that stands for it now. */
export const Moved = z.object({
  from: z.string().regex(/^\/[^\s?#]*\/$/, 'must be an address of the site that begins and ends with a slash'),
  to: z.string().regex(/^\/[^\s]+$/, 'must be an address of the site that begins with a slash'),
})
export type Moved = z.infer<typeof Moved>

/** data/site.yaml. */
export const Site = z.strictObject({
  asOf: IsoDate,
  url: z.url().optional(),
  contact: z.string().optional(),
  languages: z.array(z.enum(['zh', 'en'])).min(1),
})
export type Site = z.infer<typeof Site>
