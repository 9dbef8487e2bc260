import { readAligned } from './aligned.ts'
import { isHead } from './heads.ts'
import { joinSpans, type Line, type Span, sliceSpan } from './lines.ts'
import { readListed } from './listed.ts'

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

/** Rows read from lines, and the line after them. */
export interface Table {
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
    return cell.text === below.text ? cell : { ...cell, ...joinSpans([cell, below]) }
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
        open[i] = before ? { ...before, ...joinSpans([before, cell]) } : cell
      })
    else whole.push([...row])
  }
  return whole
}

/** Cells → a line, joined by tabs, that reaches from one line to another. */
export const rowOf = (cells: Span[], from: Line, to: Line): Line => ({ ...joinSpans(cells, '\t'), start: from.start, end: to.end })

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
