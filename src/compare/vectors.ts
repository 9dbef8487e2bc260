/** A text as weights of what it is made of. */
export type Vector = Map<string, number>

/** Runs of letters and digits of a text → its character n-grams with their counts. */
export function gramsOf(text: string, sizes: number[]): Vector {
  const grams: Vector = new Map()
  for (const run of text.normalize('NFKC').split(/[^\p{L}\p{N}]+/u))
    for (const size of sizes)
      for (let i = 0; i + size <= run.length; i++) {
        const gram = run.slice(i, i + size)
        grams.set(gram, (grams.get(gram) ?? 0) + 1)
      }
  return grams
}

/** In how many of the sets each member stands. */
export function frequencies(all: Iterable<string>[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const members of all) for (const m of members) counts.set(m, (counts.get(m) ?? 0) + 1)
  return counts
}

/** Counts → TF-IDF vectors of length one: (1 + ln tf) · ln(1 + N/df). */
export function weigh(counts: Vector[]): Vector[] {
  const df = frequencies(counts.map((c) => c.keys()))
  return counts.map((own) => {
    const weights = [...own].map(([k, n]) => [k, (1 + Math.log(n)) * Math.log(1 + counts.length / (df.get(k) as number))] as const)
    const length = Math.sqrt(weights.reduce((sum, [, w]) => sum + w * w, 0)) || 1
    return new Map(weights.map(([k, w]) => [k, w / length]))
  })
}

/** For each of `ours`, the sum over shared members of `product` with every one of `theirs` that shares one; `theirs` are indexed once. */
export function shareProducts(ours: Vector[], theirs: Vector[], product: (a: number, b: number) => number): Map<number, number>[] {
  const index = new Map<string, [other: number, weight: number][]>()
  for (const [j, vector] of theirs.entries())
    for (const [k, w] of vector) {
      const list = index.get(k)
      if (list) list.push([j, w])
      else index.set(k, [[j, w]])
    }
  return ours.map((vector) => {
    const sums = new Map<number, number>()
    for (const [k, w] of vector) for (const [j, other] of index.get(k) ?? []) sums.set(j, (sums.get(j) ?? 0) + product(w, other))
    return sums
  })
}
