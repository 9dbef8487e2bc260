import { MissingCode } from './code.ts'
import { ProgressReason, Reporting } from './progress.ts'

/** Every code that can stand where a value is missing. */
export const absences: string[] = [
  ...new Set([...MissingCode.options, ...ProgressReason.options, ...Reporting.shape.status.options.filter((s) => s !== 'measured')]),
]

/** Codes that can stand where a field is empty, by its `missing`. */
export const absencesOf = (missing: string): string[] => (missing.startsWith('see:') ? absences : [missing])
