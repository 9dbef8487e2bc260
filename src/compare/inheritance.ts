const size = 8

/** How texts are made alike before shingles are cut: named beside every share. */
export const normalization = `NFKC, white space removed, distinct shingles of ${size} characters`

/** Text → its distinct shingles of 8 characters. */
export function shinglesOf(text: string): Set<string> {
  const characters = text.normalize('NFKC').replace(/\s+/gu, '')
  const shingles = new Set<string>()
  for (let i = 0; i + size <= characters.length; i++) shingles.add(characters.slice(i, i + size))
  return shingles
}

/** Share of `ours` that stands in `theirs`, to a tenth of a percent. */
export function shareIn(ours: Set<string>, theirs: Set<string>): number {
  if (ours.size === 0) return 0
  let found = 0
  for (const shingle of ours) if (theirs.has(shingle)) found++
  return Math.round((found / ours.size) * 1000) / 1000
}

/** A text in pieces: the whole, its body without preamble and general requirements, and its clauses. */
export interface Pieces {
  id: string
  whole: string
  body: string
  clauses: { provision: string; text: string }[]
}

/** A text cut into shingles. */
export interface Cut {
  id: string
  whole: Set<string>
  body: Set<string>
  clauses: { provision: string; shingles: Set<string> }[]
}

export const cutPieces = (t: Pieces): Cut => ({
  id: t.id,
  whole: shinglesOf(t.whole),
  body: shinglesOf(t.body),
  clauses: t.clauses.map((c) => ({ provision: c.provision, shingles: shinglesOf(c.text) })),
})

/** Two texts → the share of the first that stands in the second: numbers, no text. */
export const inheritanceOf = (from: Cut, to: Cut) => ({
  id: `${from.id}~in~${to.id}`,
  from: from.id,
  to: to.id,
  shingles: from.whole.size,
  share: shareIn(from.whole, to.whole),
  bodyShare: shareIn(from.body, to.body),
  provisions: from.clauses.map((c) => ({ provision: c.provision, share: shareIn(c.shingles, to.whole) })),
})
