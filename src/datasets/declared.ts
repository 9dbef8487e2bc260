import type { Problem } from '../model/problem.ts'

/** The columns that dataset.yaml declares, held against those that the table must have. */
export function checkColumns(
  declared: string[],
  expected: string[],
  at: (path: PropertyKey[], message: string, fix: string) => Problem,
): Problem[] {
  const i = expected.findIndex((name, c) => declared[c] !== name)
  const wrong = i >= 0 ? i : declared.length > expected.length ? expected.length : -1
  if (wrong < 0) return []
  const message = `Column ${wrong + 1} is declared as "${declared[wrong] ?? 'nothing'}", but is "${expected[wrong] ?? 'nothing'}".`
  return [at(wrong < declared.length ? ['columns', wrong] : ['columns'], message, `Write columns: [${expected.join(', ')}]`)]
}
