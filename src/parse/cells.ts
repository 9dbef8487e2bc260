import { isAgency } from './agency.ts'
import { readAligned } from './aligned.ts'
import { findLabel } from './label.ts'
import { joinSpans, type Line, type Span, sliceSpan } from './lines.ts'

const headWord =
  '序号|编号|领域|类别|指标(?:名称)?|主要指标|名称|单位|计量单位|属性|(?:指标)?性质|指标属性|任务|工作任务|重点任务|主要任务|任务名称|工作内容|具体措施|主要内容|(?:牵头|责任|配合|参加|协办|负责)(?:单位|部门|处室|股室|科室)|(?:完成)?时[限间]|时间(?:节点|进度|要求|安排)|完成时限|进度(?:安排|要求)|备注|序次|项目|内容|措施|目标|工作目标|数量|标准|频次|目标值|基期值?|20\\d{2}年?(?:目标值?|基期值?|基线)?'
const head = new RegExp(`^(?:${headWord})$`, 'u')

const bare = (line: Line | undefined) => line?.text.replace(/\s/g, '') ?? ''
/** Whether a word heads a column: 序号, 指标, 2025年, 责任单位. */
export const isHead = (text: string): boolean => head.test(text)

/**
 * Tables that lost their rules → one line a row, cells joined by tabs: one cell a line (headers also broken over lines, 序⏎号), cells set
 * apart by single spaces, a whole table on one line. Lines that are no such table come back as they are.
 */
export function joinTables(lines: Line[]): Line[] {
  const out: Line[] = []
  for (let i = 0; i < lines.length; ) {
    const table = readAligned(lines, i) ?? readSpaced(lines, i) ?? readListed(lines, i)
    if (table) {
      out.push(...table.rows)
      i = table.next
    } else out.push(lines[i++] as Line)
  }
  return out
}

interface Table {
  rows: Line[]
  next: number
}

/** Rows of a table → the same with a header of two rows made one: 目标值 over 2025年 → 目标值2025年. Cells that span both rows stand in both. */
export function mergeHeaders<T extends Span>(rows: T[][]): T[][] {
  const [first, second, ...rest] = rows
  const spans = first && second && first.length === second.length && first.some((cell, i) => cell.text && cell.text === second[i]?.text)
  if (!spans) return rows
  const merged = first.map((cell, i) => {
    const below = second[i] as T
    return cell.text === below.text ? cell : { ...cell, text: cell.text + below.text, at: [...cell.at, ...below.at] }
  })
  return merged.every((cell, i) => isHead(second[i]?.text ?? '') || cell.text === first[i]?.text) ? [merged, ...rest] : rows
}

/**
 * Rows of a table → the same with rows that a page broke made whole: the rest of a row has an empty first cell, no number, and fills at most
 * half of the columns.
 */
export function joinBrokenRows<T extends Span>(rows: T[][]): T[][] {
  const whole: T[][] = []
  for (const row of rows) {
    const open = whole.at(-1)
    const filled = row.filter((cell) => cell.text)
    const rest =
      row[0]?.text === '' &&
      filled.length > 0 &&
      filled.length * 2 <= row.length &&
      !filled.some(({ text }) => /^[≥≤]?[\d.]+%?$/u.test(text))
    if (open && whole.length > 1 && rest)
      row.forEach((cell, i) => {
        const before = open[i]
        open[i] = before ? { ...before, text: before.text + cell.text, at: [...before.at, ...cell.at] } : cell
      })
    else whole.push([...row])
  }
  return whole
}

const rowOf = (cells: Span[], from: Line, to: Line): Line => ({ ...joinSpans(cells, '\t'), start: from.start, end: to.end })

function tokensOf(line: Line): Span[] {
  return [...line.text.matchAll(/[^\s\u3000]+/gu)].map((m) => sliceSpan(line, m.index, m.index + m[0].length))
}

// 序号 任务 牵头单位⏎1 甲 乙局⏎… and 指标 2020年 2025年 甲 1 2 乙 3 4 on one line
function readSpaced(lines: Line[], at: number): Table | null {
  const first = lines[at] as Line
  if (!/[ \u3000]/u.test(first.text) || /\t|[ \u3000]{2}/u.test(first.text)) return null
  const tokens = tokensOf(first)
  const after = tokens.findIndex(({ text }) => !isHead(text))
  const columns = after < 0 ? tokens.length : after
  if (columns < 3) return null
  const rows: Line[] = []
  for (let k = 0; after > 0 && k < tokens.length; k += columns) rows.push({ ...rowOf(tokens.slice(k, k + columns), first, first) })
  if (after > 0) return tokens.length % columns === 0 ? { rows: rows.map(placed), next: at + 1 } : null
  let next = at + 1
  for (; next < lines.length; next++) {
    const line = lines[next] as Line
    const cells = tokensOf(line)
    if (line.text.includes('\t') || cells.length < columns) break
    const over = cells.length - columns
    const wide = columns > 2 && over > 0 ? joinSpans(cells.slice(1, 2 + over)) : null
    rows.push(rowOf(wide ? [cells[0] as Span, wide, ...cells.slice(2 + over)] : cells, line, line))
  }
  return rows.length > 0 ? { rows: [rowOf(tokens, first, first), ...rows], next } : null
}

const placed = (row: Line): Line => ({ ...row, start: row.at[0] ?? row.start, end: (row.at.at(-1) ?? row.end - 1) + 1 })

// one cell a line: the headers, then rows that begin with 1, 2, 3 or end in 预期性 or 约束性
function readListed(lines: Line[], at: number): Table | null {
  const headers = readHeaders(lines, at)
  if (!headers || headers.cells.length < 2) return null
  const { cells, next } = headers
  const columns = cells.length
  const last = lines[next - 1] as Line
  const header = rowOf(cells, lines[at] as Line, last)
  const counted = bare(lines[next]) === '1' ? readCounted(lines, next, cells) : null
  const rated = /属性|性质/.test(cells.at(-1)?.text ?? '') ? readRated(lines, next, columns) : null
  const body = counted ?? rated
  return body && body.rows.length > 0 ? { rows: [header, ...body.rows], next: body.next } : null
}

// 序⏎号⏎牵头⏎单位: a header is one line, or up to four narrow ones
function readHeaders(lines: Line[], at: number): { cells: Span[]; next: number } | null {
  const cells: Span[] = []
  let i = at
  while (i < lines.length && cells.length < 10) {
    const size = [1, 2, 3, 4].find(
      (n) =>
        lines.slice(i, i + n).every((line) => line.text.length <= 12) &&
        isHead(
          lines
            .slice(i, i + n)
            .map(bare)
            .join(''),
        ),
    )
    if (!size) break
    cells.push(joinSpans(lines.slice(i, i + size)))
    i += size
  }
  return cells.length > 1 ? { cells, next: i } : null
}

// 1⏎甲⏎乙局⏎2⏎丙⏎丁局: numbers that count up begin the rows
function readCounted(lines: Line[], from: number, header: Span[]): Table {
  const groups: Line[][] = []
  let i = from
  for (; i < lines.length; i++) {
    const line = lines[i] as Line
    if (bare(line) === String(groups.length + 1)) groups.push([line])
    else if (line.text.includes('\t') || /^(?:一、|编|篇|章|节|条)$/u.test(findLabel(line.text)?.style ?? '')) break
    else groups.at(-1)?.push(line)
  }
  return { rows: groups.map((group) => fillRow(group, header)), next: i }
}

// a row of more lines than columns: bodies too many go to the last column of bodies, all else to the second cell, the long one
function fillRow(group: Line[], header: Span[]): Line {
  const over = Math.max(0, group.length - header.length)
  const bodies = header.flatMap(({ text }, i) => (/(?:单位|部门|处室|股室|科室)$/.test(text) && text.length > 2 ? [i] : []))
  const named = group.filter(({ text }) => isAgency(text.trim())).length
  const extra = bodies.length > 0 ? Math.min(over, Math.max(0, named - bodies.length)) : 0
  let at = 0
  const cells = header.map((_, i) => {
    const size = 1 + (i === bodies.at(-1) ? extra : 0) + (i === 1 ? over - extra : 0)
    const parts = group.slice(at, at + size)
    at += size
    return joinSpans(parts, i === bodies.at(-1) ? ' ' : '')
  })
  return rowOf(cells, group[0] as Line, group.at(-1) as Line)
}

// 健康⏎水平⏎人均预期寿命⏎77.9⏎78.9⏎预期性: rows end in the attribute; what stands before the columns of a row is the group it opens
function readRated(lines: Line[], from: number, columns: number): Table {
  const rows: Line[] = []
  let start = from
  for (let i = from; i < lines.length && i - start < columns + 4; i++) {
    if (!/^(?:预期|约束)性?$/u.test(bare(lines[i]))) continue
    const group = lines.slice(start, i + 1)
    const own = Math.min(group.length, columns - 1)
    const lead = group.slice(0, group.length - own)
    const cells = [lead.length > 0 ? joinSpans(lead) : { text: '', at: [] }, ...group.slice(group.length - own)]
    rows.push(rowOf(cells, group[0] as Line, group.at(-1) as Line))
    start = i + 1
  }
  return { rows, next: start }
}
