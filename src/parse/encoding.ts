import type { Problem } from '../model/problem.ts'
import { normalizeText } from './lines.ts'

/** Bytes of a file under data/ → its text, and what is wrong with them: files are UTF-8, no byte order mark, LF. `text` is null where they are not UTF-8. */
export function readText(bytes: Uint8Array, file: string): { text: string | null; problems: Problem[] } {
  const at = (line: number, column: number, message: string, fix: string): Problem => ({ file, line, column, message, fix })
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    const { line, column } = placeOfBadByte(bytes)
    return {
      text: null,
      problems: [at(line, column, `The bytes are not UTF-8${guess(bytes)}.`, 'Save the file as UTF-8 without a byte order mark.')],
    }
  }
  const problems: Problem[] = []
  if (text.startsWith('\uFEFF'))
    problems.push(at(1, 1, 'The file starts with a byte order mark.', 'Save it as UTF-8 without a byte order mark.'))
  const cr = text.indexOf('\r')
  if (cr >= 0) {
    const before = text.slice(0, cr).split('\n')
    const message = 'Lines end with CR LF (Windows).'
    problems.push(at(before.length, (before.at(-1) as string).length + 1, message, 'Save it with line endings LF (Unix).'))
  }
  return { text: normalizeText(text), problems }
}

function placeOfBadByte(bytes: Uint8Array) {
  const decoder = new TextDecoder('utf-8')
  const good = decoder.decode(bytes)
  const before = good.slice(0, Math.max(0, good.indexOf('\uFFFD')))
  const lines = before.split('\n')
  return { line: lines.length, column: (lines.at(-1) as string).length + 1 }
}

// a file that reads as Chinese in GB18030 most likely is just that
function guess(bytes: Uint8Array): string {
  try {
    const text = new TextDecoder('gb18030', { fatal: true }).decode(bytes)
    return /[\u4e00-\u9fff]{2}/u.test(text) ? '; they look like GB18030' : ''
  } catch {
    return ''
  }
}
