import { z } from 'zod'

/** What no honest file exceeds; data/limits.yaml may set others. Beyond it a file is refused with a Problem, not read in part. */
export const Limits = z.strictObject({
  /** bytes of one file under data/, or of one official text */
  fileBytes: z.int().positive().default(64_000_000),
  /** characters of one line */
  lineCharacters: z.int().positive().default(1_000_000),
  /** bytes that a .docx may unpack to, all parts together */
  unpackedBytes: z.int().positive().default(200_000_000),
  /** pages of a .pdf */
  pages: z.int().positive().default(2000),
})
export type Limits = z.infer<typeof Limits>

export const usualLimits: Limits = Limits.parse({})
