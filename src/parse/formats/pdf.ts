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

/** A .pdf file → its text, a printed line a line; a wide gap within a line, as between the columns of a table, becomes two spaces. */
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
    pages.push(linesOf(pieces).join('\n'))
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

function linesOf(pieces: Piece[]): string[] {
  const rows: Piece[][] = []
  for (const piece of pieces) {
    const row = rows.find((r) => Math.abs((r[0] as Piece).y - piece.y) < piece.size * 0.5)
    if (row) row.push(piece)
    else rows.push([piece])
  }
  return rows
    .sort((a, b) => (b[0] as Piece).y - (a[0] as Piece).y)
    .map((row) => joinRow(row.sort((a, b) => a.x - b.x)))
    .filter((line) => line.trim())
}

const joinRow = (row: Piece[]): string =>
  row.reduce((line, piece, i) => {
    const before = row[i - 1]
    const gap = before ? piece.x - before.x - before.width : 0
    return line + (gap > piece.size * 1.2 ? '  ' : gap > piece.size * 0.3 ? ' ' : '') + piece.text
  }, '')
