import { isHead } from './heads.ts'
import { findLabel } from './label.ts'
import { emptySpan, joinSpans, type Line, type Span, sliceSpan } from './lines.ts'

/** A word of a line with the columns of print it takes up, a Chinese character counting two. */
interface Piece extends Span {
  from: number
  to: number
}

const gap = /\S[ \u3000]{2,}\S/u
const wide = /[\u2E80-\u9FFF\uFF00-\uFF60\u3000-\u303F“”‘’—…]/u

// words of a line with their place in print; margins that were cut off are counted again
function piecesOf(line: Line): Piece[] {
  const pieces: Piece[] = []
  let column = (line.at[0] ?? line.start) - line.start
  let open = -1
  let from = 0
  for (let i = 0; i <= line.text.length; i++) {
    const c = line.text[i] ?? ' '
    const blank = c === ' ' || c === '\u3000' || c === '\u00A0'
    if (!blank && open < 0) [open, from] = [i, column]
    if (blank && open >= 0) {
      pieces.push({ ...sliceSpan(line, open, i), from, to: column })
      open = -1
    }
    column += wide.test(c) ? 2 : 1
  }
  return pieces
}

// 序号  领域  指标名称  2020年  2025年  属性 — at least three words set apart, two of them known heads of columns
function headOf(line: Line): Piece[] | null {
  if (line.text.includes('\t') || !gap.test(line.text) || /[。；：，]/u.test(line.text) || line.text.length > 120) return null
  const pieces = piecesOf(line)
  const known = pieces.filter(({ text }) => isHead(text)).length
  return pieces.length > 2 && pieces.length < 12 && known > 1 && known * 2 >= pieces.length ? pieces : null
}

// the column a word stands in: the one it overlaps most, each column reaching half-way to the next
function columnOf(piece: Piece, head: Piece[]): number {
  let [best, most] = [0, -1]
  for (const [k, column] of head.entries()) {
    const left = k === 0 ? 0 : ((head[k - 1] as Piece).to + column.from) / 2
    const right = k === head.length - 1 ? Number.POSITIVE_INFINITY : (column.to + (head[k + 1] as Piece).from) / 2
    const overlap = Math.min(piece.to, right) - Math.max(piece.from, left)
    if (overlap > most) [best, most] = [k, overlap]
  }
  return best
}

// words with one space between them are one cell
const joinNear = (pieces: Piece[]): Piece[] => {
  const cells: Piece[] = []
  for (const piece of pieces) {
    const open = cells.at(-1)
    if (open && piece.from - open.to < 2) cells[cells.length - 1] = { ...joinSpans([open, piece], ' '), from: open.from, to: piece.to }
    else cells.push(piece)
  }
  return cells
}

/**
 * A table whose columns are set apart by spaces alone, cells of several lines and empty cells included → one line a row, cells joined by
 * tabs; `null` where no such table begins. Cells go to the columns they stand under.
 */
export function readAligned(lines: Line[], at: number): { rows: Line[]; next: number } | null {
  const first = lines[at] as Line
  const head = headOf(first)
  if (!head) return null
  const rows: { cells: Span[]; from: Line; to: Line }[] = []
  let next = at + 1
  for (; next < lines.length; next++) {
    const line = lines[next] as Line
    const pieces = piecesOf(line)
    const loose = pieces.length < 2 || !gap.test(line.text)
    if (line.text.includes('\t') || (loose && ends(line, pieces))) break
    const cells = joinNear(pieces)
    const whole = cells.length === head.length
    const placed = whole
      ? cells.map((piece, column) => ({ piece, column }))
      : pieces.map((piece) => ({ piece, column: columnOf(piece, head) }))
    const opens = placed.some(({ column }) => column === 0) || placed.length * 2 > head.length
    if (rows.length === 0 && !opens) break
    if (opens) rows.push({ cells: head.map(emptySpan), from: line, to: line })
    const row = rows.at(-1) as (typeof rows)[number]
    row.to = line
    for (const { piece, column } of placed) row.cells[column] = joinSpans([row.cells[column] as Span, piece].filter(({ text }) => text))
  }
  if (rows.length === 0) return null
  const out = rows.map(({ cells, from, to }) => ({ ...joinSpans(cells, '\t'), start: from.start, end: to.end }))
  return { rows: [{ ...joinSpans(head, '\t'), start: first.start, end: first.end }, ...out], next }
}

// a line of prose, a heading or the name of the next table ends a table; a few words alone go on in their cell
const ends = ({ text }: Line, pieces: Piece[]): boolean =>
  text.length > 24 ||
  /[。；：]/u.test(text) ||
  pieces.length === 0 ||
  (findLabel(text) !== null && !/^\d/.test(text)) ||
  /^(?:专栏|表|注)/u.test(text)
