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

/** Texts → for every ordered pair the share of one that stands in the other: numbers, no text. */
export function inheritanceOf(texts: Pieces[]) {
  const cut = texts.map((t) => ({
    id: t.id,
    whole: shinglesOf(t.whole),
    body: shinglesOf(t.body),
    clauses: t.clauses.map((c) => ({ provision: c.provision, shingles: shinglesOf(c.text) })),
  }))
  return cut.flatMap((from) =>
    cut.flatMap((to) =>
      from === to
        ? []
        : [
            {
              id: `${from.id}~in~${to.id}`,
              from: from.id,
              to: to.id,
              shingles: from.whole.size,
              share: shareIn(from.whole, to.whole),
              bodyShare: shareIn(from.body, to.body),
              provisions: from.clauses.map((c) => ({ provision: c.provision, share: shareIn(c.shingles, to.whole) })),
            },
          ],
    ),
  )
}
