import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { usualLimits } from '../../model/limits.ts'
import { cellOf, type Piece, renderRuled, rowsOf } from './grid.ts'
import { findRuled, findRules, type Ruled } from './rules.ts'

/**
 * A .pdf file → its text, a printed line a line; margins and wide gaps become spaces. A table with rules becomes a line a row, cells joined
 * by tabs, whatever lines its cells run over. Throws where it has more pages than the limit.
 */
export async function textOfPdf(bytes: Uint8Array, { pages: most } = usualLimits): Promise<string> {
  const base = new URL(import.meta.resolve('pdfjs-dist/package.json'))
  const loading = getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: new URL('cmaps/', base).pathname,
    cMapPacked: true,
    standardFontDataUrl: new URL('standard_fonts/', base).pathname,
    verbosity: VerbosityLevel.ERRORS,
    useSystemFonts: false,
  })
  const pdf = await loading.promise
  if (pdf.numPages > most) throw new Error(`The file has ${pdf.numPages} pages; ${most} are allowed.`)
  const pages: string[] = []
  for (let n = 1; n <= pdf.numPages; n++) {
    const page = await pdf.getPage(n)
    const { items } = await page.getTextContent()
    const pieces = items.flatMap((item) => ('str' in item && item.str.trim() ? [pieceOf(item)] : []))
    const tables = findRuled(findRules(await page.getOperatorList()))
    pages.push(renderPage(pieces, tables))
    page.cleanup()
  }
  await loading.destroy()
  return pages.join('\n')
}

const pieceOf = (item: { str: string; transform: number[]; width: number }): Piece => ({
  text: item.str,
  x: item.transform[4] as number,
  y: item.transform[5] as number,
  width: item.width,
  size: Math.hypot(item.transform[2] as number, item.transform[3] as number) || 10,
})

function renderPage(pieces: Piece[], tables: Ruled[]): string {
  const held = tables.map((): Piece[] => [])
  const free = pieces.filter((piece) => {
    const at = tables.findIndex((table) => cellOf(table, piece) !== null)
    if (at >= 0) held[at]?.push(piece)
    return at < 0
  })
  const grid = gridOf(free)
  const lines = rowsOf(free).map((row) => ({ y: row[0]?.y ?? 0, text: renderRow(row, grid) }))
  const rows = tables.map((table, i) => ({ y: table.ys[0] ?? 0, text: renderRuled(table, held[i] as Piece[]).join('\n') }))
  return [...lines, ...rows]
    .filter(({ text }) => text.trim())
    .sort((a, b) => b.y - a.y)
    .map(({ text }) => text)
    .join('\n')
}

/** Where a page's print begins and how wide half a character of it is: what turns places into columns. */
interface Grid {
  left: number
  unit: number
}

function gridOf(pieces: Piece[]): Grid {
  const sizes = pieces.map(({ size }) => size).sort((a, b) => a - b)
  return { left: pieces.reduce((least, { x }) => Math.min(least, x), Number.POSITIVE_INFINITY), unit: (sizes[sizes.length >> 1] ?? 10) / 2 }
}

// wide gaps become as many spaces as they are wide, so that the columns of a table stay under each other
function renderRow(row: Piece[], { left, unit }: Grid): string {
  const spaces = (width: number, least: number) => ' '.repeat(Math.min(200, Math.max(least, Math.round(width / unit))))
  return row.reduce((line, piece, i) => {
    const before = row[i - 1]
    if (!before) return spaces(piece.x - left, 0) + piece.text
    const gap = piece.x - before.x - before.width
    return line + (gap > piece.size * 1.2 ? spaces(gap, 2) : gap > piece.size * 0.3 ? ' ' : '') + piece.text
  }, '')
}
