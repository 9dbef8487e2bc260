import { gramsOf } from './vectors.ts'

const [bands, rows] = [32, 3]
/** Estimate from which texts are taken for alike: it misses hardly any pair of a Jaccard coefficient of 0.5, for it is off by a tenth at most times. */
export const likely = 0.4
/** Numbers a sketch has. */
export const sketchSize = bands * rows

/**
 * Text → a sketch: one-permutation MinHash over its character 3-grams (Li, Owen, Zhang 2012; empty bins take the next one's value, Shrivastava and
 * Li 2014). The share of places in which two sketches agree estimates the Jaccard coefficient of the texts.
 */
export function sketchOf(text: string): Uint32Array {
  const sketch = new Uint32Array(sketchSize).fill(0xffffffff)
  const { keys } = gramsOf(text, [3])
  for (const key of keys) {
    const hash = Math.imul(key ^ (key >>> 11), 0x9e3779b1) >>> 0
    const bin = hash % sketchSize
    const value = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> 0
    if (value < (sketch[bin] as number)) sketch[bin] = value
  }
  if (keys.length === 0) return sketch
  const filled = sketch.slice()
  for (let i = 0; i < sketchSize; i++)
    for (let step = 1; sketch[i] === 0xffffffff && step < sketchSize; step++) {
      const other = filled[(i + step) % sketchSize] as number
      if (other !== 0xffffffff) sketch[i] = Math.imul(other + step, 0x9e3779b1) >>> 0
    }
  return sketch
}

/** Share of places in which two sketches of a row of them agree. */
export function agreementOf(sketches: Uint32Array, a: number, b: number): number {
  let same = 0
  for (let i = 0; i < sketchSize; i++) if (sketches[a * sketchSize + i] === sketches[b * sketchSize + i]) same++
  return same / sketchSize
}

// of more texts than this that agree in a band only neighbours are paired: what all say tells nobody from the others
const mostAlike = 64
// a band's number and a place fit into one number that is exact
const mostTexts = 2 ** 21

/**
 * Sketches in a row → pairs of which the estimate reaches `least`, each once, to `pair`. Locality-sensitive hashing: only texts that agree in all
 * places of some band meet. Time grows as n log n with the texts, and with the pairs found. Throws beyond two million texts.
 */
export function eachSimilar(sketches: Uint32Array, least: number, pair: (a: number, b: number, estimate: number) => void): void {
  const count = sketches.length / sketchSize
  if (count > mostTexts) throw new RangeError(`${count} texts are more than can be compared at once (${mostTexts}).`)
  const order = new Float64Array(count)
  const keyAt = (i: number, band: number) => {
    let h = 0x811c9dc5
    for (let r = 0; r < rows; r++) h = Math.imul(h ^ (sketches[i * sketchSize + band * rows + r] as number), 0x01000193) ^ (h >>> 13)
    return h >>> 0
  }
  const empty = (i: number) => sketches[i * sketchSize] === 0xffffffff
  // bands, as bits, in which a text was one of too many; pairs that were told all the same
  const crowded = new Uint32Array(count)
  const told = new Set<number>()
  const met = (a: number, b: number, band: number) => keyAt(a, band) === keyAt(b, band) && (((crowded[a] as number) >>> band) & 1) === 0
  for (let band = 0; band < bands; band++) {
    for (let i = 0; i < count; i++) order[i] = keyAt(i, band) * count + i
    order.sort()
    for (let from = 0; from < count; ) {
      const key = Math.floor((order[from] as number) / count)
      let to = from + 1
      while (to < count && Math.floor((order[to] as number) / count) === key) to++
      const few = to - from <= mostAlike
      if (!few) for (let x = from; x < to; x++) crowded[(order[x] as number) % count] = (crowded[(order[x] as number) % count] as number) | (1 << band) // biome-ignore format: one line
      for (let x = from; x < to; x++)
        for (let y = x + 1; y < (few ? to : Math.min(to, x + 2)); y++) {
          const [a, b] = [(order[x] as number) % count, (order[y] as number) % count]
          let before = 0
          while (before < band && !met(a, b, before)) before++
          if (before < band || empty(a) || told.has(a * count + b)) continue
          const estimate = agreementOf(sketches, a, b)
          if (estimate < least) continue
          if (!few) told.add(a * count + b)
          pair(a, b, estimate)
        }
      from = to
    }
  }
}
