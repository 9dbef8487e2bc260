import { type Clause, countClauses, emptyCorpus, type Parts, partsOf, rarityAt, rarityOf, type Steps, stepsOf, weightAt } from './corpus.ts'
import { type Grams, type Postings, postingsOf, shareGrams } from './vectors.ts'

/** Two clauses on one matter, and what speaks for it. */
export interface Aligned {
  a: string
  b: string
  score: number
  text: number
  contained: number
  heading: number
  topics: string[]
  terms: string[]
}

/** The clauses of one document, ready to be held against those of others. */
export interface Prepared {
  clauses: Clause[]
  parts: Parts[]
  steps: Steps[]
  text: Postings
  heading: Postings
  weight: number[]
}

// chosen on the ten pairs of data/agreement/counterparts.yaml; the methods page shows how well they do there
const weights = { text: 1, contained: 0.6, heading: 0.2, topics: 0.2, terms: 0.1 }
const least = 0.21
const nearBest = 0.8

/** Clauses of one document, weighed by how rare their words are among all: cosine weights are (1 + ln tf) · ln(1 + N/df), of length one. */
export function prepareClauses(clauses: Clause[], parts: Parts[], steps: Steps[]): Prepared {
  const rarities = steps.map(({ text }) => pick(rarityAt, text))
  const side = (kind: 'text' | 'heading', rare: Float64Array[]) => {
    const grams = parts.map((p) => p[kind])
    const weights = grams.map((g, i) => unitWeights(g, (steps[i] as Steps)[kind]))
    return postingsOf(grams, weights, rare)
  }
  const text = side('text', rarities)
  // of headings only the cosine is asked
  const heading = side('heading', steps.map((s) => new Float64Array(s.heading.length))) // biome-ignore format: one line
  return { clauses, parts, steps, text, heading, weight: rarities.map((own) => own.reduce((sum, w) => sum + w, 0)) }
}

function pick(table: Float64Array, steps: Uint8Array): Float64Array {
  const own = new Float64Array(steps.length)
  for (let i = 0; i < steps.length; i++) own[i] = table[steps[i] as number] as number
  return own
}

// counts are small: their logarithms are kept
const logs = Float64Array.from({ length: 256 }, (_, n) => 1 + Math.log(n))

function unitWeights({ counts }: Grams, steps: Uint8Array): Float64Array {
  const own = pick(weightAt, steps)
  let sum = 0
  for (let i = 0; i < own.length; i++) {
    const weight = (own[i] as number) * (logs[counts[i] as number] ?? 1 + Math.log(counts[i] as number))
    own[i] = weight
    sum += weight * weight
  }
  const length = Math.sqrt(sum) || 1
  for (let i = 0; i < own.length; i++) own[i] = (own[i] as number) / length
  return own
}

/**
 * Clauses of two documents → their counterparts: one to many, or none. The score joins the cosine of TF-IDF over character 2- and 3-grams,
 * how much of the shorter clause the longer holds, headings, topics and terms; a pair stands where it scores enough and comes close to the best
 * that one of its clauses finds in the other document.
 */
export function alignDocuments(ours: Prepared, theirs: Prepared): Aligned[] {
  const [height, width] = [ours.clauses.length, theirs.clauses.length]
  const { products: text, rarities: held } = shareGrams(ours.text, theirs.text, height, width)
  const { products: heading } = shareGrams(ours.heading, theirs.heading, height, width)
  const scores = new Float64Array(height * width)
  const [rows, columns] = [new Float64Array(height), new Float64Array(width)]
  const parts = (cell: number) => {
    const [i, j] = [Math.floor(cell / width), cell % width]
    const [a, b] = [ours.parts[i], theirs.parts[j]] as [Parts, Parts]
    const [x, y] = [ours.steps[i], theirs.steps[j]] as [Steps, Steps]
    return {
      text: text[cell] as number,
      contained: (held[cell] as number) / (Math.min(ours.weight[i] as number, theirs.weight[j] as number) || 1),
      heading: heading[cell] as number,
      topics: overlap(a.topics, b.topics, x.topics, y.topics),
      terms: overlap(a.terms, b.terms, x.terms, y.terms),
    }
  }
  for (let cell = 0; cell < scores.length; cell++) {
    // where no gram is shared nothing else counts
    if (text[cell] === 0) continue
    const own = parts(cell)
    const most = weights.text * own.text + weights.contained * own.contained + weights.heading * own.heading
    scores[cell] = round(most + weights.topics * own.topics + weights.terms * own.terms)
    const [i, j] = [Math.floor(cell / width), cell % width]
    rows[i] = Math.max(rows[i] as number, scores[cell] as number)
    columns[j] = Math.max(columns[j] as number, scores[cell] as number)
  }
  const found: Aligned[] = []
  for (let cell = 0; cell < scores.length; cell++) {
    const score = scores[cell] as number
    const [i, j] = [Math.floor(cell / width), cell % width]
    if (score < least || score < nearBest * Math.min(rows[i] as number, columns[j] as number)) continue
    const [a, b] = [ours.clauses[i], theirs.clauses[j]] as [Clause, Clause]
    const both = (x: string[], y: string[]) => x.filter((k) => y.includes(k))
    const { text: cosine, contained, heading: head } = parts(cell)
    const said = { score, text: round(cosine), contained: round(contained), heading: round(head) }
    found.push({ a: a.id, b: b.id, ...said, topics: both(a.topics, b.topics), terms: both(a.terms, b.terms) })
  }
  return found
}

const round = (n: number) => Math.round(n * 1000) / 1000

// what both have, by weight, over what either has; words stand once in each
function overlap(a: number[], b: number[], stepsA: Uint8Array, stepsB: Uint8Array): number {
  if (a.length === 0 || b.length === 0) return 0
  let [both, either] = [0, 0]
  for (const [i, key] of a.entries()) {
    const weight = weightAt[stepsA[i] as number] as number
    if (b.includes(key)) both += weight
    either += weight
  }
  if (both === 0) return 0
  for (const [i, key] of b.entries()) if (!a.includes(key)) either += weightAt[stepsB[i] as number] as number
  return both / either
}

/** Clauses by document and the pairs to look at → all counterparts: the whole way at once, for few documents. */
export function alignClauses(documents: Map<string, Clause[]>, pairs: [string, string][]): Aligned[] {
  const corpus = emptyCorpus()
  const parts = new Map([...documents].map(([id, clauses]) => [id, clauses.map(partsOf)]))
  for (const own of parts.values()) countClauses(corpus, own)
  const rarity = rarityOf(corpus)
  const prepare = (id: string) => {
    const own = parts.get(id) ?? []
    const steps = own.map((p) => stepsOf(rarity, p))
    return prepareClauses(documents.get(id) ?? [], own, steps)
  }
  return pairs.flatMap(([a, b]) => alignDocuments(prepare(a), prepare(b)))
}
