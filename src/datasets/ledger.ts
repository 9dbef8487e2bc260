import { z } from 'zod'
import type { Problem } from '../model/problem.ts'
import type { Target } from '../model/target.ts'
import { parseTable } from '../parse/table.ts'
import type { Sources } from './sources.ts'

const file = 'data/targets.csv'
/** A line of the ledger: the number a target got once and keeps for ever. */
export const LedgerRow = z.object({
  document: z.string().min(1),
  provision: z.string().min(1),
  number: z.int().min(1),
  printed: z.string().min(1),
})
export type LedgerRow = z.infer<typeof LedgerRow>

type Unnumbered = Omit<Target, 'id' | 'number'>
const keyOf = (document: string, provision: string, printed: string, n: number) => [document, provision, printed, n].join(' ')

/** Gives each target its number from the ledger; a target without one, and a line of a read document without its target, are Problems. */
export function numberTargets(
  targets: Unnumbered[],
  sources: Sources,
  documents: Set<string>,
): { targets: Target[]; missing: LedgerRow[]; problems: Problem[] } {
  const text = sources.get(file) ?? ''
  const read = text ? parseTable(text, file, LedgerRow, ['number']) : { rows: [], problems: [] }
  const numbers = new Map<string, { number: number; line: number }>()
  const highest = new Map<string, number>()
  const counts = counter()
  for (const { value: r, line } of read.rows) {
    numbers.set(keyOf(r.document, r.provision, r.printed, counts(`${r.document}/${r.provision} ${r.printed}`)), { number: r.number, line })
    const place = `${r.document}/${r.provision}`
    highest.set(place, Math.max(highest.get(place) ?? 0, r.number))
  }
  const problems = [...read.problems]
  const missing: LedgerRow[] = []
  const again = counter()
  const numbered = targets.map((t) => {
    const provision = t.provision.slice(t.document.length + 1)
    const key = keyOf(t.document, provision, t.printed, again(`${t.provision} ${t.printed}`))
    const known = numbers.get(key)
    numbers.delete(key)
    const number = known?.number ?? (highest.get(t.provision) ?? 0) + 1
    if (!known) {
      highest.set(t.provision, number)
      missing.push({ document: t.document, provision, number, printed: t.printed })
    }
    return { ...t, id: `${t.provision}/${number}`, number }
  })
  for (const m of missing)
    problems.push({
      file,
      line: text.split('\n').length,
      column: 1,
      message: `The target "${m.printed}" of ${m.document}/${m.provision} has no number.`,
      fix: 'Run npm run ledger, look at what it adds, and commit it.',
    })
  for (const [key, { line }] of numbers) {
    if (!documents.has(key.split(' ')[0] as string)) continue
    problems.push({
      file,
      line,
      column: 1,
      message: `The target ${key.replace(/ \d+$/, '')} is no longer found in its clause.`,
      fix: 'Restore the figure in digest.zh.md.',
    })
  }
  return { targets: numbered, missing, problems }
}

function counter() {
  const seen = new Map<string, number>()
  return (key: string) => {
    const n = (seen.get(key) ?? 0) + 1
    seen.set(key, n)
    return n
  }
}
