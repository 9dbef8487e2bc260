import { usualLimits } from '../model/limits.ts'

const bigEndian = (bytes: Uint8Array) => bytes[0] === 0xfe && bytes[1] === 0xff
const littleEndian = (bytes: Uint8Array) => bytes[0] === 0xff && bytes[1] === 0xfe

/** Bytes of a text in any of the encodings in use → the text: UTF-8 with or without a byte order mark, UTF-16, GB18030. */
export function decodeText(bytes: Uint8Array): string {
  if (bigEndian(bytes)) return new TextDecoder('utf-16be').decode(bytes)
  if (littleEndian(bytes)) return new TextDecoder('utf-16le').decode(bytes)
  const zeros = bytes.subarray(0, 400).reduce((n, b, i) => (b === 0 ? n + (i % 2 === 0 ? 1 : 1000) : n), 0)
  if (zeros > 0 && bytes.length > 3) return new TextDecoder(zeros % 1000 > zeros / 1000 ? 'utf-16be' : 'utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/**
 * A document file → its text. The kind is told by the bytes, else by the name: .docx, .pdf, .html, anything else is text. Throws where the file is
 * larger than the limits allow, or cannot be read.
 */
export async function readDocument(bytes: Uint8Array, name: string, limits = usualLimits): Promise<string> {
  if (bytes.length > limits.fileBytes) throw new Error(`The file has ${bytes.length} bytes; ${limits.fileBytes} are allowed.`)
  const head = String.fromCharCode(...bytes.subarray(0, 5))
  if (head === '%PDF-') return (await import('./formats/pdf.ts')).textOfPdf(bytes, limits)
  if (head.startsWith('PK')) return (await import('./formats/docx.ts')).textOfDocx(bytes, limits)
  const text = decodeText(bytes)
  const html = /\.html?$/i.test(name) || /^\s*(?:<!doctype html|<html)/i.test(text.slice(0, 200))
  return html ? (await import('./formats/html.ts')).textOfHtml(text) : text
}
