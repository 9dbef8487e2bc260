/** Text → its pairs of neighbouring letters and digits: what is left of wording when order and punctuation are put aside. */
function pairsOf(text: string): Set<string> {
  const letters = text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')
  const pairs = new Set<string>()
  for (let i = 0; i + 1 < letters.length; i++) pairs.add(letters.slice(i, i + 2))
  return pairs
}

/** For each text of `ours` the most similar of `theirs` by Dice's coefficient of character pairs, where it reaches `least`. */
export function mostSimilar(ours: string[], theirs: string[], least = 0.25): { index: number; score: number; other: number }[] {
  const sets = theirs.map(pairsOf)
  const where = new Map<string, number[]>()
  sets.forEach((set, other) => {
    for (const pair of set) {
      const list = where.get(pair)
      if (list) list.push(other)
      else where.set(pair, [other])
    }
  })
  return ours.flatMap((text, index) => {
    const own = pairsOf(text)
    const shared = new Map<number, number>()
    for (const pair of own) for (const other of where.get(pair) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1)
    const best = [...shared]
      .map(([other, n]) => ({ other, score: (2 * n) / (own.size + (sets[other] as Set<string>).size) }))
      .sort((a, b) => b.score - a.score)[0]
    return best && best.score >= least ? [{ index, ...best }] : []
  })
}
