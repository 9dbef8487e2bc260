import { z } from 'zod'
import type { Problem } from '../model/problem.ts'
import type { Target } from '../model/target.ts'
import { parseTable } from '../parse/table.ts'
import type { Sources } from './sources.ts'

export const ledgerPath = 'data/targets.csv'
/** A line of the ledger: the number a target got once and keeps for ever. */
export const LedgerRow = z.object({
  document: z.string().min(1),
  provision: z.string().min(1),
  number: z.int().min(1),
  printed: z.string().min(1),
})
export type LedgerRow = z.infer<typeof LedgerRow>

type Unnumbered = Omit<Target, 'id' | 'number'>
/** The rows of one document in the order of the ledger, without their line. */
export type OwnRows = Omit<LedgerRow, 'document'>[]

/** The ledger by document, and the line each row stands in. */
export function readLedger(sources: Sources): {
  rows: Map<string, OwnRows>
  lines: Map<string, number[]>
  end: number
  problems: Problem[]
} {
  const text = sources.get(ledgerPath) ?? ''
  const read = text ? parseTable(text, ledgerPath, LedgerRow, ['number']) : { rows: [], problems: [] }
  const rows = new Map<string, OwnRows>()
  const lines = new Map<string, number[]>()
  for (const { value, line } of read.rows) {
    const { document, ...row } = value
    if (!rows.has(document)) {
      rows.set(document, [])
      lines.set(document, [])
    }
    rows.get(document)?.push(row)
    lines.get(document)?.push(line)
  }
  return { rows, lines, end: text.split('\n').length, problems: read.problems }
}

/** Gives each target of one document its number from its rows. `missing` have none yet, `gone` are rows, by place, whose target is no longer found. */
export function numberTargets(targets: Unnumbered[], rows: OwnRows): { targets: Target[]; missing: LedgerRow[]; gone: number[] } {
  const keyOf = (provision: string, printed: string, n: number) => [provision, printed, n].join(' ')
  const numbers = new Map<string, { number: number; at: number }>()
  const highest = new Map<string, number>()
  const counts = counter()
  for (const [at, r] of rows.entries()) {
    numbers.set(keyOf(r.provision, r.printed, counts(`${r.provision} ${r.printed}`)), { number: r.number, at })
    highest.set(r.provision, Math.max(highest.get(r.provision) ?? 0, r.number))
  }
  const missing: LedgerRow[] = []
  const again = counter()
  const numbered = targets.map((t) => {
    const provision = t.provision.slice(t.document.length + 1)
    const key = keyOf(provision, t.printed, again(`${provision} ${t.printed}`))
    const known = numbers.get(key)
    numbers.delete(key)
    const number = known?.number ?? (highest.get(provision) ?? 0) + 1
    if (!known) {
      highest.set(provision, number)
      missing.push({ document: t.document, provision, number, printed: t.printed })
    }
    return { ...t, id: `${t.provision}/${number}`, number }
  })
  return { targets: numbered, missing, gone: [...numbers.values()].map((n) => n.at) }
}

/** A target without a number, and a row of a read document without its target, are Problems. */
export function checkLedger(
  documents: { id: string; missing: LedgerRow[]; gone: number[] }[],
  { rows, lines, end, problems }: ReturnType<typeof readLedger>,
): Problem[] {
  const missing = documents
    .flatMap((d) => d.missing)
    .map((m) => ({
      file: ledgerPath,
      line: end,
      column: 1,
      message: `The target "${m.printed}" of ${m.document}/${m.provision} has no number.`,
      fix: 'Run npm run ledger, look at what it adds, and commit it.',
    }))
  const gone = documents.flatMap(({ id, gone: places }) =>
    places.map((at) => {
      const row = rows.get(id)?.[at]
      const message = `The target ${id} ${row?.provision} ${row?.printed} is no longer found in its clause.`
      return { file: ledgerPath, line: lines.get(id)?.[at] ?? 1, column: 1, message, fix: 'Restore the figure in digest.zh.md.' }
    }),
  )
  return [...problems, ...missing, ...gone]
}

function counter() {
  const seen = new Map<string, number>()
  return (key: string) => {
    const n = (seen.get(key) ?? 0) + 1
    seen.set(key, n)
    return n
  }
}
