import type { Outline } from '../model/parsed.ts'

/** Where a phrase as printed stands in the input: in the text of a provision, in its responsibility note, or in a cell of its row; `null` where it does not. */
export function findPlace(outline: Outline, provision: string, printed: string): [number, number] | null {
  const body = outline.bodies[provision]
  const within = body ? placeIn(body, printed) : null
  if (within || !body) return within
  if (body.noteRange && body.note && (body.note.includes(printed) || printed.includes(body.note))) return body.noteRange
  for (const cell of outline.cells[provision] ?? []) {
    const found = placeIn(cell, printed)
    if (found) return found
  }
  return null
}

function placeIn({ text, at }: { text: string; at: Uint32Array }, printed: string): [number, number] | null {
  const from = printed ? text.indexOf(printed) : -1
  if (from < 0) return null
  return [at[from] as number, (at[from + printed.length - 1] as number) + 1]
}
