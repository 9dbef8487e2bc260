import { readFileSync, writeFileSync } from 'node:fs'
import { format, resolveConfig } from 'prettier'

/** Rows of a table by the names of their columns. */
export type Row = { [name: string]: number | string }

/** A number as it stands in a table: whole, or with what can be read of it. */
export const shown = (n: number | string | undefined) => {
  if (typeof n !== 'number') return n ?? ''
  if (Number.isInteger(n)) return String(n)
  if (Math.abs(n) < 0.1) return String(Number(n.toPrecision(2)))
  return n.toFixed(n < 10 ? 2 : n < 1000 ? 1 : 0)
}

/** Rows → a table in Markdown; a column that only some rows have is empty in the others. */
export function tableOf(rows: Row[]): string {
  const head = [...new Set(rows.flatMap((r) => Object.keys(r)))]
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map((r) => line(head.map((h) => shown(r[h]))))].join('\n')
}

/** Text of Markdown → its file, formatted as all others are. */
export const writeMarkdown = async (file: string, text: string): Promise<void> =>
  writeFileSync(file, await format(text, { ...(await resolveConfig(file)), filepath: file }))

/** Puts what a run found between the marks of its place in a file, where an earlier run's stands; throws where the marks are gone. */
export async function record(file: string, place: string, found: string): Promise<void> {
  const text = readFileSync(file, 'utf8')
  const [open, close] = [`<!-- ${place} -->`, `<!-- end of ${place} -->`]
  const [from, to] = [text.indexOf(open), text.indexOf(close)]
  if (from < 0 || to < from) throw new Error(`${file} has no place for what was found: ${open} … ${close}`)
  await writeMarkdown(file, `${text.slice(0, from)}${open}\n\n${found}\n\n${text.slice(to)}`)
}
