import mammoth from 'mammoth'
import { textOfHtml } from './html.ts'

/** A .docx file → its text; paragraphs are lines, table rows are lines of cells joined by tabs. */
export async function textOfDocx(bytes: Uint8Array): Promise<string> {
  const input = typeof Buffer === 'undefined' ? { arrayBuffer: bytes.slice().buffer } : { buffer: Buffer.from(bytes) }
  const { value } = await mammoth.convertToHtml(input, { ignoreEmptyParagraphs: true })
  return textOfHtml(value)
}
