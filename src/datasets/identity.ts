import { createHash } from 'node:crypto'

/** Text → eight characters that stand for it in an id: the same wherever the text stands, so that records before it do not move it. */
export const markOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8)

/** Records of which some claim one id → the later ones with -2, -3 … */
export function distinctIds<T extends { id: string }>(rows: T[]): T[] {
  const seen = new Map<string, number>()
  return rows.map((row) => {
    const n = (seen.get(row.id) ?? 0) + 1
    seen.set(row.id, n)
    return n > 1 ? { ...row, id: `${row.id}-${n}` } : row
  })
}
