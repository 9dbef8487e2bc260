import { findLabel, type Label } from './label.ts'
import { joinSpans, type Line, type Span, squeeze } from './lines.ts'

/** A paragraph of the outline: hard-wrapped lines joined again, with the label that starts it. */
export interface Paragraph extends Span {
  label: Label | null
  start: number
  end: number
}

const terminal = /[。！？!?：:；;〕…]$|[。！？][”’）)]$|负责[）)]$/u

/** Lines → paragraphs. A line that does not end a sentence goes on in the next one, unless it is a heading or the next starts with a label. */
export function findParagraphs(lines: Line[]): Paragraph[] {
  const groups: Line[][] = []
  for (const line of lines) {
    const open = groups.at(-1)
    if (!open || findLabel(line.text) || isClosed(open)) groups.push([line])
    else open.push(line)
  }
  return groups.map((group) => {
    const span = squeeze(joinSpans(group))
    const last = group.at(-1) as Line
    return { ...span, label: findLabel(span.text), start: span.at[0] ?? last.start, end: (span.at.at(-1) ?? 0) + 1 }
  })
}

function isClosed(group: Line[]): boolean {
  const text = group.map((line) => line.text).join('')
  if (terminal.test(text)) return true
  const label = findLabel(text)
  return label !== null && /^(?:part|chapter|section)$/.test(label.level) && !/。/.test(text) && text.length <= 45
}
