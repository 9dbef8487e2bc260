import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import mammoth from 'mammoth'
import { type Limits, usualLimits } from '../../model/limits.ts'
import { textOfHtml } from './html.ts'
import { writeLabels } from './numbering.ts'

/**
 * A .docx file → its text; paragraphs are lines, automatic numbers are written out, table rows are lines of cells joined by tabs. Throws where it
 * would unpack to more than the limit, or where its XML declares entities of its own, as no word processor does.
 */
export async function textOfDocx(bytes: Uint8Array, limits = usualLimits): Promise<string> {
  const whole = withLabels(bytes, limits)
  const input = typeof Buffer === 'undefined' ? { arrayBuffer: whole.slice().buffer } : { buffer: Buffer.from(whole) }
  const { value } = await mammoth.convertToHtml(input, { ignoreEmptyParagraphs: true })
  return textOfHtml(value)
}

function withLabels(bytes: Uint8Array, { unpackedBytes }: Limits): Uint8Array {
  let unpacked = 0
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      unpacked += originalSize
      if (unpacked > unpackedBytes) throw new Error(`The file unpacks to more than ${unpackedBytes} bytes; no document is that large.`)
      return /\.(?:xml|rels)$/.test(name)
    },
  })
  for (const [name, part] of Object.entries(parts))
    if (/<!(?:DOCTYPE|ENTITY)/i.test(strFromU8(part))) throw new Error(`${name} declares entities of its own; no word processor does.`)
  const read = (name: string) => (parts[name] ? strFromU8(parts[name]) : '')
  const [document, numbering] = [read('word/document.xml'), read('word/numbering.xml')]
  if (!document || !numbering) return bytes
  return zipSync({ ...parts, 'word/document.xml': strToU8(writeLabels(document, numbering, read('word/styles.xml'))) }, { level: 0 })
}
