import { findLabel, type Label } from './label.ts'
import { isRow, joinSpans, type Line, type Span, sliceSpan, squeeze } from './lines.ts'
import { parseNumber } from './numeral.ts'

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
  const full = wrapWidth(lines)
  for (const line of lines) {
    const open = groups.at(-1)
    if (
      !open ||
      isRow(line.text) ||
      isRow(open.at(-1)?.text ?? '') ||
      isKeyed(line.text) ||
      (isClosed(open, full) && !isRemnant(line, open.at(-1) as Line)) ||
      (findLabel(line.text) && !isReference(line.text))
    )
      groups.push([line])
    else open.push(line)
  }
  return groups.flatMap((group) =>
    isRow(group[0]?.text ?? '')
      ? [paragraphOf(group[0] as Line)]
      : splitCircled(squeeze(joinSpans(group)))
          .flatMap(splitItems)
          .map(paragraphOf),
  )
}

// 指标名称：…⏎2025年目标值：… — rows of a table written as labelled lines
const isKeyed = (text: string) =>
  /^(?:指标(?:名称)?|20\d{2}年[^：:，。]{0,6}|基期值?|目标值|计量单位|属性|指标(?:属性|性质)|(?:牵头|责任|配合)单位|完成(?:时限|时间)|时间(?:要求|节点)|时限要求|任务名称|工作(?:内容|措施|要求|任务|目标)|(?:具体|主要)(?:措施|内容|任务)|重点任务|责任人)\s*[:：]/u.test(
    text,
  )

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

// 第七条……有下列情形之一的：（一）甲；（二）乙。 — items that a copy ran on within their article stand apart again
function splitItems(span: Span): Span[] {
  if (!/^第[一二三四五六七八九十百零〇\d\s]+条/u.test(span.text)) return [span]
  const found = [...span.text.matchAll(/(?<=[：:；;。])\s*[（(]([一二三四五六七八九十]{1,3})[）)]/gu)]
  const counts = found.every((m, i) => parseNumber(m[1] as string) === i + 1)
  if (found.length < 2 || !counts || !/[：:]$/u.test(span.text.slice(0, found[0]?.index))) return [span]
  const cuts = found.map((m) => m.index + m[0].search(/[（(]/u))
  return [0, ...cuts].map((from, i) => sliceSpan(span, from, cuts[i] ?? span.text.length))
}

// Width at which a copy was wrapped, less two characters: a quarter of the lines that end no sentence end there; Infinity where it was not.
function wrapWidth(lines: Line[]): number {
  const open = lines.map(({ text }) => text).filter((text) => !terminal.test(text) && text.length > 20 && !text.includes('\t'))
  const widest = open.map((text) => text.length).sort((a, b) => a - b)[Math.floor(open.length * 0.9)] ?? 0
  const near = open.filter((text) => text.length >= widest - 2 && text.length <= widest + 2).length
  return open.length >= 6 && widest <= 60 && near * 4 >= open.length ? widest - 2 : Number.POSITIVE_INFINITY
}

// 依照本办法⏎第三条规定的程序 — a line that goes on with 第三条 and no space cites it
const isReference = (text: string) => /^第[一二三四五六七八九十百\d]+[条章节](?:[规款项、，和及至或的所之]|第)/u.test(text)

// 按照规划安排推⏎进。 and 保持在93⏎%以上。: no paragraph begins like this
const isRemnant = ({ text }: Line, before: Line): boolean =>
  !terminal.test(before.text) &&
  before.text.length > 20 &&
  !findLabel(text) &&
  (/^[，。；、）》”%％‰]/u.test(text) || (text.length <= 8 && /。$/u.test(text)))

function isClosed(group: Line[], full: number): boolean {
  const last = (group.at(-1) as Line).text
  if (/[；：]$/u.test(last) && last.length >= full) return false
  if (terminal.test(last) || /^[序前引]\s*言$/u.test(last.trim())) return true
  if (group.length > 3 || last.length >= full) return false
  const text = group.map((line) => line.text).join('')
  const label = findLabel(text)
  return label !== null && /^(?:part|chapter|section)$/.test(label.level) && !/。/.test(text) && text.length <= 45
}
