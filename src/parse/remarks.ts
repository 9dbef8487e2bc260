import type { Frame } from './front.ts'
import { isRow, type Line } from './lines.ts'
import type { Paragraph } from './paragraphs.ts'
import type { Noted } from './repair.ts'

const note = (code: string, message: string, offset: number): Noted => ({ severity: 'info', code, message, offset })

const joinedRow = 'Cells on lines of their own are joined to a row.'

/** What was done to the lines of a copy so that they read as paragraphs and rows again, each with its place in the input. */
export function findRepairs(frame: Frame, paragraphs: Paragraph[], rows: { start: number; end: number }[], input: string): Noted[] {
  const out = ({ text }: Line) => (text.length > 24 ? `${text.trim().slice(0, 24)}…` : text.trim())
  return [
    ...frame.furniture.map((line) => note('furniture', `"${out(line)}" is left out: it stands around the document.`, line.start)),
    ...frame.toc.slice(0, 1).map((line) => note('contents', 'The table of contents is left out.', line.start)),
    ...rows.filter(({ start, end }) => input.slice(start, end).includes('\n')).map(({ start }) => note('table', joinedRow, start)),
    ...paragraphs.flatMap((paragraph) => findJoins(paragraph, input)),
  ]
}

// a paragraph without a gap needed no repair; a gap holds the end of a line, or spaces that typesetting put there. In a row the glue between two
// cells fills the gap
function findJoins({ text, at, label }: Paragraph, input: string): Noted[] {
  const [first, last] = [at[0] ?? 0, at.at(-1) ?? 0]
  const row = isRow(text)
  if (!row && last - first + 1 === at.length) return []
  const found: Noted[] = []
  let spaced = false
  for (let i = 1; i < at.length; i++) {
    const [before, here] = [at[i - 1] as number, at[i] as number]
    if (here <= before + 1) continue
    const gap = input.slice(before + 1, here)
    if (gap.includes('\n')) {
      if (!row) found.push(note('wrapped', 'A line goes on in the next: they are joined.', here))
      else if (found.length === 0) found.push(note('table', joinedRow, first))
    } else if (!spaced && i > (label?.length ?? 0) && /^\s+$/u.test(gap)) {
      spaced = true
      found.push(note('spacing', 'Spaces within the text are left out.', before + 1))
    }
  }
  return found
}
