import { z } from 'zod'
import { IsoDate } from './code.ts'
import { Bilingual } from './document.ts'

/** What happened to records of a dataset between two releases, and why. */
export const Change = z.strictObject({
  dataset: z.string(),
  kind: z.enum(['added', 'changed', 'withdrawn']),
  reason: Bilingual,
  ids: z.array(z.string()).min(1),
})
export type Change = z.infer<typeof Change>

/** data/releases/<date>.json: everything a release holds, never changed once written. */
export const Manifest = z.strictObject({
  release: IsoDate,
  asOf: IsoDate,
  previous: IsoDate.nullable(),
  counts: z.record(z.string(), z.int()),
  changes: z.array(Change),
  files: z.array(z.strictObject({ path: z.string(), bytes: z.int(), sha256: z.string().regex(/^[0-9a-f]{64}$/) })).min(1),
  /** sha256 of the archive of its pages; null where none were kept */
  pages: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
})
export type Manifest = z.infer<typeof Manifest>

/** A line of data/changes.csv: why records of a dataset change in a release; an empty dataset or id stands for all the others. */
export const ChangeReason = z.object({
  release: IsoDate,
  dataset: z.string(),
  id: z.string(),
  zh: z.string().min(1),
  en: z.string().min(1),
})
export type ChangeReason = z.infer<typeof ChangeReason>
