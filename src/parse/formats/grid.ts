import { isRuledAt, type Ruled } from './rules.ts'

/** A run of characters as a page prints it, in points. */
export interface Piece {
  text: string
  x: number
  y: number
  width: number
  size: number
}

const middle = (edges: number[], i: number) => ((edges[i] as number) + (edges[i + 1] as number)) / 2
const find = (edges: number[], value: number, falling: boolean): number =>
  edges.findIndex((edge, i) => {
    const next = edges[i + 1]
    return next !== undefined && (falling ? value <= edge && value > next : value >= edge && value < next)
  })

/** Whether a piece stands in a ruled table, and in which row and column of it. */
export function cellOf({ xs, ys }: Ruled, { x, y, width, size }: Piece): { row: number; column: number } | null {
  const [row, column] = [find(ys, y + size * 0.35, true), find(xs, x + width / 2, false)]
  return row < 0 || column < 0 ? null : { row, column }
}

/** A ruled table and what is printed in it → its rows, cells joined by tabs; a cell that spans rows or columns stands in each of them. */
export function renderRuled(table: Ruled, pieces: Piece[]): string[] {
  const [rows, columns] = [table.ys.length - 1, table.xs.length - 1]
  const owner = findOwners(table, rows, columns)
  const inside = new Map<number, Piece[]>()
  for (const piece of pieces) {
    const at = cellOf(table, piece)
    if (!at) continue
    const id = owner[at.row * columns + at.column] as number
    inside.set(id, [...(inside.get(id) ?? []), piece])
  }
  const texts = new Map([...inside].map(([id, own]) => [id, textOf(own)]))
  return Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (_, c) => texts.get(owner[r * columns + c] as number) ?? '').join('\t'),
  ).filter((line) => line.trim())
}

// each cell's first cell: where no rule stands between two cells they are one
function findOwners({ xs, ys, rules }: Ruled, rows: number, columns: number): number[] {
  const owner = Array.from({ length: rows * columns }, (_, i) => i)
  const root = (i: number): number => (owner[i] === i ? i : root(owner[i] as number))
  const join = (a: number, b: number) => {
    const [x, y] = [root(a), root(b)]
    owner[Math.max(x, y)] = Math.min(x, y)
  }
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) {
      if (c + 1 < columns && !isRuledAt(rules, xs[c + 1] as number, middle(ys, r), true)) join(r * columns + c, r * columns + c + 1)
      if (r + 1 < rows && !isRuledAt(rules, middle(xs, c), ys[r + 1] as number, false)) join(r * columns + c, (r + 1) * columns + c)
    }
  return owner.map((_, i) => root(i))
}

// lines of a cell run on where they fill it; a short line ends a name or a paragraph
function textOf(pieces: Piece[]): string {
  const lines = linesOf(pieces)
  const widest = Math.max(...lines.map(({ width }) => width))
  return lines.reduce((text, line, i) => {
    const before = lines[i - 1]
    if (!before) return line.text
    return text + (before.width + line.size * 1.5 >= widest ? '' : ' ') + line.text
  }, '')
}

/** Pieces → printed lines from the top, each with its pieces from the left. */
export function rowsOf(pieces: Piece[]): Piece[][] {
  const rows: Piece[][] = []
  for (const piece of [...pieces].sort((a, b) => b.y - a.y)) {
    const open = rows.at(-1)
    if (open && Math.abs((open[0] as Piece).y - piece.y) < Math.max(piece.size, (open[0] as Piece).size) * 0.5) open.push(piece)
    else rows.push([piece])
  }
  for (const row of rows) row.sort((a, b) => a.x - b.x)
  return rows
}

const linesOf = (pieces: Piece[]) =>
  rowsOf(pieces).map((row) => {
    const [first, last] = [row[0] as Piece, row.at(-1) as Piece]
    const text = row.map((piece) => piece.text.trim()).join('')
    return { text, width: last.x + last.width - first.x, size: first.size }
  })
