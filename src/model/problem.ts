import { z } from 'zod'

/** A fault in data: where it stands (1-based line and column), what is wrong, and how to mend it. */
export const Problem = z.object({
  file: z.string(),
  line: z.int().min(1),
  column: z.int().min(1),
  message: z.string(),
  fix: z.string(),
})
export type Problem = z.infer<typeof Problem>

/** Problem → the line a person reads: `data/x.csv:7:3  Region "11O000" is unknown. Did you mean 110000?` */
export const formatProblem = (p: Problem) => `${p.file}:${p.line}:${p.column}  ${p.message} ${p.fix}`

/** Sorts by file, line, column, so that a report never depends on the order of work. */
export const sortProblems = (problems: Problem[]) =>
  [...problems].sort(
    (a, b) =>
      (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column || (a.message < b.message ? -1 : 1),
  )
