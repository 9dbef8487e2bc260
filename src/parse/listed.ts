import { isAgency } from './agency.ts'
import { isHead } from './heads.ts'
import { findLabel } from './label.ts'
import { emptySpan, joinSpans, type Line, type Span } from './lines.ts'
import { annexHead, isAnnexNote, isCopy, isPrinted } from './marginal.ts'

const bare = (line: Line | undefined) => line?.text.replace(/\s/g, '') ?? ''
const rowOf = (cells: Span[], from: Line, to: Line): Line => ({ ...joinSpans(cells, '\t'), start: from.start, end: to.end })
/**
 * A table with a cell on each line: the headers (also broken over lines, 序⏎号), then rows that begin with 1, 2, 3 or end in 预期性 or 约束性 →
 * one line a row, cells joined by tabs; `null` where no such table begins.
 */
export function readListed(lines: Line[], at: number): { rows: Line[]; next: number } | null {
  const headers = readHeaders(lines, at)
  if (!headers) return null
  const { cells, next } = headers
  const header = rowOf(cells, lines[at] as Line, lines[next - 1] as Line)
  const counter = counterOf(cells)
  const counted = counter >= 0 ? readCounted(lines, next, cells, counter) : null
  const rated = isRated(cells) ? readRated(lines, next, cells.length) : null
  const body = counted && counted.rows.length > 0 ? counted : rated
  return body && body.rows.length > 0 ? { rows: [header, ...body.rows], next: body.next } : null
}

const counterOf = (header: Span[]) => header.findIndex(({ text }) => /^(?:序\s*[号次]|编\s*号)$/u.test(text))
const isRated = (header: Span[]) => /属性|性质|指标类型/.test(header.at(-1)?.text ?? '')
const isRating = (line: Line | undefined) => /^(?:预期|约束|指导|倡导)性?$/u.test(bare(line))

// 序⏎号⏎牵头⏎单位: a header is one line, or up to four narrow ones; between 序号 and 1 any short line is one, but none behind 属性
function readHeaders(lines: Line[], at: number): { cells: Span[]; next: number } | null {
  const cells: Span[] = []
  let i = at
  let end = -1
  while (i < lines.length && cells.length < 12) {
    const size = [1, 2, 3, 4].find((n) => isHeadAt(lines, i, n))
    if (/^序号|^编号/u.test(cells.at(-1)?.text.replace(/\s/gu, '') ?? '')) end = findFirstCount(lines, i)
    if (!size && !(i < end && bare(lines[i]).length <= 12 && !isRated(cells))) break
    cells.push(joinSpans(lines.slice(i, i + (size ?? 1))))
    i += size ?? 1
  }
  const leads = countLeads(lines, i, cells)
  return cells.length - leads > 1 ? { cells: cells.slice(0, cells.length - leads), next: i - leads } : null
}

// 类别⏎序号⏎任务⏎单位⏎基层服务⏎1⏎甲⏎乙局⏎2: where the first row has fewer cells, what heads no column right before it names the first group
function countLeads(lines: Line[], next: number, cells: Span[]): number {
  const own = cells.length - counterOf(cells)
  const row = lines.slice(next, next + 16).findIndex((line) => bare(line) === '2')
  if (own >= cells.length || row < 1 || bare(lines[next]) !== '1') return 0
  const named = cells.length - 1 - cells.findLastIndex(({ text }) => isHead(text.replace(/\s/gu, '')))
  return Math.max(0, Math.min(named, own - row))
}

const isHeadAt = (lines: Line[], at: number, size: number): boolean => {
  const part = lines.slice(at, at + size)
  return (
    part.length === size && part.every((line) => line.text.length <= 14 && !line.text.includes('\t')) && isHead(part.map(bare).join(''))
  )
}

const findFirstCount = (lines: Line[], from: number): number => {
  const at = lines.slice(from, from + 12).findIndex((line) => bare(line) === '1')
  return at < 0 ? -1 : from + at
}

// 1⏎甲⏎乙局⏎2⏎丙⏎丁局: numbers that count up begin the rows; what stands before a number beyond its row's cells names a group of rows
function readCounted(lines: Line[], from: number, header: Span[], counter: number): { rows: Line[]; next: number } {
  const own = header.slice(counter)
  const rated = isRated(header)
  const rows: Line[] = []
  let count = 0
  let group: Line[] = []
  let lead: Line[] = []
  let i = from
  const close = () => {
    if (group.length === 0) return
    const cells = fillRow(group, own)
    const leads = header.slice(0, counter).map((_, k) => (k === 0 && lead.length > 0 ? joinSpans(lead) : emptySpan()))
    // without a column for it, the name of a group stays a line of its own
    if (counter === 0) rows.push(...lead)
    rows.push(rowOf([...leads, ...cells], ((counter > 0 && lead[0]) || group[0]) as Line, group.at(-1) as Line))
    count += 1
    group = []
    lead = []
  }
  for (; i < lines.length; i++) {
    const line = lines[i] as Line
    const done = group.length >= own.length && (!rated || isRating(group.at(-1)))
    if (bare(line) === String(count + (group.length > 0 ? 1 : 0) + 1)) {
      close()
      group = [line]
    } else if (
      line.text.includes('\t') ||
      isOutside(line) ||
      (done && isProse(line)) ||
      (endsTable(line) && (counter === 0 || !leadsRow(lines, i, count + 2)))
    )
      break
    else if (done && (counter > 0 || rated) && leadsRow(lines, i, count + 2)) {
      close()
      lead = [line]
    } else if (group.length === 0 && lead.length > 4) break
    else if (group.length === 0) lead.push(line)
    else if (done && rated) break
    else group.push(line)
  }
  close()
  return { rows, next: i }
}

const endsTable = (line: Line) => /^(?:一、|（一）|编|篇|章|节|条)$/u.test(findLabel(line.text)?.style ?? '')
// the next annex, the imprint
const isOutside = (line: Line) => annexHead.test(line.text.trim()) || isAnnexNote(line) || isCopy(line) || isPrinted(line)
const isProse = ({ text }: Line) => text.length > 30 && /。$/u.test(text.trim())

// （二）某行动⏎3: the name of a group stands right above the next number, over at most three lines
const leadsRow = (lines: Line[], at: number, next: number) => [1, 2, 3].some((n) => bare(lines[at + n]) === String(next))

// a row of more lines than columns: bodies too many go to the last column of bodies, all else to the second cell, the long one
function fillRow(group: Line[], header: Span[]): Span[] {
  const over = Math.max(0, group.length - header.length)
  const bodies = header.flatMap(({ text }, i) => (/(?:单位|部门|处室|股室|科室)$/.test(text) && text.length > 2 ? [i] : []))
  const named = group.filter(({ text }) => isAgency(text.trim())).length
  const extra = bodies.length > 0 ? Math.min(over, Math.max(0, named - bodies.length)) : 0
  let at = 0
  return header.map((_, i) => {
    const size = 1 + (i === bodies.at(-1) ? extra : 0) + (i === 1 ? over - extra : 0)
    const parts = group.slice(at, at + size)
    at += size
    return joinSpans(parts, i === bodies.at(-1) ? ' ' : '')
  })
}

// 健康⏎水平⏎人均预期寿命⏎77.9⏎78.9⏎预期性: rows end in the attribute; what stands before the columns of a row is the group it opens
function readRated(lines: Line[], from: number, columns: number): { rows: Line[]; next: number } {
  const rows: Line[] = []
  let start = from
  for (let i = from; i < lines.length && i - start < columns + 4; i++) {
    if (!isRating(lines[i])) continue
    const group = lines.slice(start, i + 1)
    const own = Math.min(group.length, columns - 1)
    const lead = group.slice(0, group.length - own)
    const cells = [lead.length > 0 ? joinSpans(lead) : emptySpan(), ...group.slice(group.length - own)]
    rows.push(rowOf(cells, group[0] as Line, group.at(-1) as Line))
    start = i + 1
  }
  return { rows, next: start }
}
