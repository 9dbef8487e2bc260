import { findLabel, type Label } from './label.ts'
import { isRow, joinSpans, type Line, type Span, sliceSpan, squeeze } from './lines.ts'

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
    if (!open || isRow(line.text) || isRow(open.at(-1)?.text ?? '') || isClosed(open) || (findLabel(line.text) && !isReference(line.text)))
      groups.push([line])
    else open.push(line)
  }
  return groups.flatMap((group) =>
    isRow(group[0]?.text ?? '') ? [paragraphOf(group[0] as Line)] : splitCircled(squeeze(joinSpans(group))).map(paragraphOf),
  )
}

const paragraphOf = (span: Span): Paragraph => ({
  ...span,
  label: findLabel(span.text),
  start: span.at[0] ?? 0,
  end: (span.at.at(-1) ?? 0) + 1,
})

// ①配备设备。②配备人员。 — a line that begins with a circled number holds one item a number
function splitCircled(span: Span): Span[] {
  if (!/^[①]/u.test(span.text)) return [span]
  const cuts = [...span.text.matchAll(/(?<=[。；])\s*[②-⑳]/gu)].map((m) => m.index + m[0].length - 1)
  return [0, ...cuts].map((from, i) => sliceSpan(span, from, cuts[i] ?? span.text.length))
}

// 依照本办法⏎第三条规定的程序 — a line that goes on with 第三条 and no space cites it
const isReference = (text: string) => /^第[一二三四五六七八九十百\d]+[条章节](?:[规款项、，和及至或的所之]|第)/u.test(text)

function isClosed(group: Line[]): boolean {
  const last = (group.at(-1) as Line).text
  if (terminal.test(last) || /^[序前引]\s*言$/u.test(last.trim())) return true
  if (group.length > 3) return false
  const text = group.map((line) => line.text).join('')
  const label = findLabel(text)
  return label !== null && /^(?:part|chapter|section)$/.test(label.level) && !/。/.test(text) && text.length <= 45
}
