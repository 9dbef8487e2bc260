import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'

interface Piece {
  text: string
  x: number
  y: number
  width: number
  size: number
}

/** Most pages that are read of one file. */
const pageLimit = 2000

/** A .pdf file → its text, a printed line a line; margins and wide gaps, as between the columns of a table, become spaces. */
export async function textOfPdf(bytes: Uint8Array): Promise<string> {
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
  const pages: string[] = []
  for (let n = 1; n <= Math.min(pdf.numPages, pageLimit); n++) {
    const { items } = await (await pdf.getPage(n)).getTextContent()
    const pieces = items.flatMap((item) => ('str' in item && item.str.trim() ? [pieceOf(item)] : []))
    pages.push(linesOf(pieces, gridOf(pieces)).join('\n'))
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

/** Where a page's print begins and how wide half a character of it is: what turns places into columns. */
interface Grid {
  left: number
  unit: number
}

function gridOf(pieces: Piece[]): Grid {
  const sizes = pieces.map(({ size }) => size).sort((a, b) => a - b)
  return { left: pieces.reduce((least, { x }) => Math.min(least, x), Number.POSITIVE_INFINITY), unit: (sizes[sizes.length >> 1] ?? 10) / 2 }
}

function linesOf(pieces: Piece[], grid: Grid): string[] {
  const rows: Piece[][] = []
  for (const piece of pieces) {
    const row = rows.find((r) => Math.abs((r[0] as Piece).y - piece.y) < piece.size * 0.5)
    if (row) row.push(piece)
    else rows.push([piece])
  }
  return rows
    .sort((a, b) => (b[0] as Piece).y - (a[0] as Piece).y)
    .map((row) =>
      joinRow(
        row.sort((a, b) => a.x - b.x),
        grid,
      ),
    )
    .filter((line) => line.trim())
}

// wide gaps become as many spaces as they are wide, so that the columns of a table stay under each other
function joinRow(row: Piece[], { left, unit }: Grid): string {
  const spaces = (width: number, least: number) => ' '.repeat(Math.min(200, Math.max(least, Math.round(width / unit))))
  return row.reduce((line, piece, i) => {
    const before = row[i - 1]
    if (!before) return spaces(piece.x - left, 0) + piece.text
    const gap = piece.x - before.x - before.width
    return line + (gap > piece.size * 1.2 ? spaces(gap, 2) : gap > piece.size * 0.3 ? ' ' : '') + piece.text
  }, '')
}
