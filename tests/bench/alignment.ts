import { alignDocuments, prepareClauses } from '../../src/compare/align.ts'
import { countClauses, emptyCorpus, partsOf, rarityOf, stepsOf } from '../../src/compare/corpus.ts'
import { eachSimilar, likely, sketchOf, sketchSize } from '../../src/compare/sketch.ts'
import { gramsOf } from '../../src/compare/vectors.ts'
import { parseDocument } from '../../src/parse/document.ts'
import { makeDocument } from '../synthetic/document.ts'
import { placeOf } from '../synthetic/places.ts'
import { type Measures, median, medianOf, report } from './measure.ts'

const least = 0.5

// documents of places below one another, so that clauses are taken over between them
function clausesOf(documents: number): string[] {
  const numbers: number[] = []
  for (let n = 31; numbers.length < documents; n++) {
    const chain = [placeOf(n).parent, n].filter((k): k is number => k !== null)
    for (const k of chain) if (numbers.length < documents && !numbers.includes(k)) numbers.push(k)
  }
  return numbers.flatMap((n) =>
    parseDocument(makeDocument(1, n).text)
      .provisions.filter((p) => /\./.test(p.id))
      .map((p) => `${p.heading ?? ''}。${p.text}`),
  )
}

// the exact answer: every pair, by the sets of their 3-grams
function exact(clauses: string[]): Set<string> {
  const sets = clauses.map((c) => gramsOf(c, [3]).keys.slice().sort())
  const found = new Set<string>()
  for (let a = 0; a < sets.length; a++)
    for (let b = a + 1; b < sets.length; b++) {
      const [x, y] = [sets[a] as Uint32Array, sets[b] as Uint32Array]
      if (Math.min(x.length, y.length) < least * Math.max(x.length, y.length)) continue
      let [i, j, both] = [0, 0, 0]
      while (i < x.length && j < y.length) {
        if (x[i] === y[j]) {
          both++
          i++
          j++
        } else if ((x[i] as number) < (y[j] as number)) i++
        else j++
      }
      if (both / (x.length + y.length - both) >= least) found.add(`${a} ${b}`)
    }
  return found
}

/** All pairs of like clauses by locality-sensitive hashing, beside every pair compared: time, recall; then one pair of documents aligned. */
export async function benchAlignment(): Promise<void> {
  const rows: Measures = []
  for (const documents of [25, 50, 100]) {
    const clauses = clausesOf(documents)
    const found = new Set<string>()
    const time = await medianOf(5, () => {
      found.clear()
      const all = new Uint32Array(clauses.length * sketchSize)
      for (const [i, c] of clauses.entries()) all.set(sketchOf(c), i * sketchSize)
      eachSimilar(all, likely, (a, b) => found.add(a < b ? `${a} ${b}` : `${b} ${a}`))
    })
    const known = new Set<string>()
    const slow = await medianOf(5, () => {
      known.clear()
      for (const pair of exact(clauses)) known.add(pair)
    })
    const agreed = [...known].filter((pair) => found.has(pair)).length
    rows.push({
      size: clauses.length,
      'pairs alike': known.size,
      recall: agreed / known.size,
      precision: agreed / found.size,
      ms: time,
      'exact ms': slow,
      'x exact': time / slow,
    })
  }
  report('alignment', rows, ['ms', 'exact ms'])
  const clausesOfOne = (n: number) =>
    parseDocument(makeDocument(1, n).text).provisions.map((p) => ({
      id: p.id,
      heading: p.heading ?? '',
      text: p.text,
      topics: [],
      terms: [],
    }))
  const [a, b] = [clausesOfOne(31), clausesOfOne(62)] as const
  const corpus = emptyCorpus()
  const [x, y] = [a.map(partsOf), b.map(partsOf)]
  for (const parts of [x, y]) countClauses(corpus, parts)
  const rarity = rarityOf(corpus)
  const side = (clauses: typeof a, parts: typeof x) => prepareClauses(clauses, parts, parts.map((p) => stepsOf(rarity, p))) // biome-ignore format: one line
  const [left, right] = [side(a, x), side(b, y)]
  console.log(
    `one pair of documents of ${a.length} clauses: prepared in ${median(() => side(a, x)).toFixed(1)} ms, aligned in ${median(() => alignDocuments(left, right)).toFixed(1)} ms`,
  )
}
