import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import mammoth from 'mammoth'
import { textOfHtml } from './html.ts'
import { writeLabels } from './numbering.ts'

/** Most bytes that one part of a .docx may unpack to; more is no document. */
const partLimit = 200_000_000

/** A .docx file → its text; paragraphs are lines, automatic numbers are written out, table rows are lines of cells joined by tabs. */
export async function textOfDocx(bytes: Uint8Array): Promise<string> {
  const whole = withLabels(bytes)
  const input = typeof Buffer === 'undefined' ? { arrayBuffer: whole.slice().buffer } : { buffer: Buffer.from(whole) }
  const { value } = await mammoth.convertToHtml(input, { ignoreEmptyParagraphs: true })
  return textOfHtml(value)
}

function withLabels(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (originalSize > partLimit) throw new Error(`${name} unpacks to ${originalSize} bytes; no document is that large.`)
      return /\.(?:xml|rels)$/.test(name)
    },
  })
  const read = (name: string) => (parts[name] ? strFromU8(parts[name]) : '')
  const [document, numbering] = [read('word/document.xml'), read('word/numbering.xml')]
  if (!document || !numbering) return bytes
  return zipSync({ ...parts, 'word/document.xml': strToU8(writeLabels(document, numbering, read('word/styles.xml'))) }, { level: 0 })
}
