import type { Limits } from '../model/limits.ts'
import type { Problem } from '../model/problem.ts'

const faults: { pattern: RegExp; message: string; fix: string }[] = [
  { pattern: /\0/, message: 'A NUL character stands here.', fix: 'Take it out; the file may be damaged, or no text.' },
  {
    pattern: /[\u202a-\u202e\u2066-\u2069]/u,
    message: 'A character stands here that turns the direction of the text, so that it reads otherwise than it is.',
    fix: 'Take it out.',
  },
]

/** Text of a file under data/ → what in it no honest file has: NUL, characters that turn its direction, lines beyond the limit; each kind once. */
export function checkText(text: string, file: string, { lineCharacters }: Limits): Problem[] {
  const found = faults.flatMap(({ pattern, message, fix }): Problem[] => {
    const at = text.search(pattern)
    if (at < 0) return []
    const before = text.slice(0, at)
    return [{ file, line: before.split('\n').length, column: at - before.lastIndexOf('\n'), message, fix }]
  })
  const line = longLine(text, lineCharacters)
  if (line === null) return found
  const message = `The line has more than ${lineCharacters} characters.`
  return [...found, { file, line, column: 1, message, fix: 'Break it, or raise lineCharacters in data/limits.yaml.' }]
}

function longLine(text: string, most: number): number | null {
  if (text.length <= most) return null
  let line = 1
  for (let at = 0; at < text.length; line++) {
    const end = text.indexOf('\n', at)
    if ((end < 0 ? text.length : end) - at > most) return line
    if (end < 0) return null
    at = end + 1
  }
  return null
}
