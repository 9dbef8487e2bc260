import { type Grams, gramsOf, keySpace, wordKey } from './vectors.ts'

/** A clause as the aligner sees it. */
export interface Clause {
  id: string
  heading: string
  text: string
  topics: string[]
  terms: string[]
}

/** In how many clauses of all documents each gram, topic and term stands; the last cell counts the clauses. */
export type Corpus = Uint32Array

export const emptyCorpus = (): Corpus => new Uint32Array(keySpace + 1)

/** A clause taken apart once: what is counted is what is compared. */
export interface Parts {
  text: Grams
  heading: Grams
  topics: number[]
  terms: number[]
}

export const partsOf = (c: Clause): Parts => ({
  text: gramsOf(`${c.heading}。${c.text}`, [2, 3]),
  heading: gramsOf(c.heading, [1, 2], 'heading'),
  topics: c.topics.map((t) => wordKey(t, 'topic')),
  terms: c.terms.map((t) => wordKey(t, 'term')),
})

/** Adds clauses to what is counted. */
export function countClauses(corpus: Corpus, clauses: Parts[]): void {
  const once = (key: number) => {
    corpus[key] = (corpus[key] as number) + 1
  }
  for (const { text, heading, topics, terms } of clauses) for (const keys of [text.keys, heading.keys, topics, terms]) keys.forEach(once)
  corpus[keySpace] = (corpus[keySpace] as number) + clauses.length
}

/**
 * How rare each key is: ln(N / df) in steps of an eighth of an octave of both counts. One clause more somewhere does not move the weights of all,
 * so that what was aligned before stays as it is.
 */
export type Rarity = Uint8Array<SharedArrayBuffer>

export function rarityOf(corpus: Corpus): Rarity {
  const rarity = new Uint8Array(new SharedArrayBuffer(keySpace))
  // most keys are rare: their steps are computed once
  const stepOf = (count: number) => Math.round(8 * Math.log2(Math.max(1, count)))
  const steps = Uint8Array.from({ length: 1024 }, (_, count) => stepOf(count))
  const all = stepOf(corpus[keySpace] as number)
  for (let key = 0; key < keySpace; key++) rarity[key] = Math.max(0, all - (steps[corpus[key] as number] ?? stepOf(corpus[key] as number)))
  return rarity
}

/** Step of rarity → ln(N / df). */
export const rarityAt = Float64Array.from({ length: 256 }, (_, step) => (step / 8) * Math.LN2)
/** Step of rarity → ln(1 + N / df): never nothing, also for what stands everywhere. */
export const weightAt = rarityAt.map((rare) => Math.log(1 + Math.exp(rare)))

/** Rarity of all that stands in a clause, one step each. */
export interface Steps {
  text: Uint8Array
  heading: Uint8Array
  topics: Uint8Array
  terms: Uint8Array
}

export const stepsOf = (rarity: Rarity, { text, heading, topics, terms }: Parts): Steps => {
  const look = (keys: Iterable<number>) => Uint8Array.from(keys, (key) => rarity[key] as number)
  const grams = (keys: Uint32Array) => {
    const steps = new Uint8Array(keys.length)
    for (let i = 0; i < keys.length; i++) steps[i] = rarity[keys[i] as number] as number
    return steps
  }
  return { text: grams(text.keys), heading: grams(heading.keys), topics: look(topics), terms: look(terms) }
}
