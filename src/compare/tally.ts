import type { Corpus, Parts, Rarity } from './corpus.ts'
import { keySpace } from './vectors.ts'

/** What the clauses of one document add to the counts of all: every gram, topic and term once, ascending, with the clauses it stands in. */
export interface Tally {
  clauses: number
  keys: Uint32Array
  counts: Uint32Array
}

export function tallyOf(clauses: Parts[]): Tally {
  const size = clauses.reduce((n, c) => n + c.text.keys.length + c.heading.keys.length + c.topics.length + c.terms.length, 0)
  const all = new Uint32Array(size)
  let at = 0
  for (const { text, heading, topics, terms } of clauses)
    for (const keys of [text.keys, heading.keys, topics, terms]) {
      all.set(keys, at)
      at += keys.length
    }
  all.sort()
  let n = 0
  const counts = new Uint32Array(size)
  for (let i = 0; i < size; i++) {
    if (n === 0 || all[n - 1] !== all[i]) all[n++] = all[i] as number
    counts[n - 1] = (counts[n - 1] as number) + 1
  }
  return { clauses: clauses.length, keys: all.slice(0, n), counts: counts.slice(0, n) }
}

/** Adds a document to what is counted. */
export function addTally(corpus: Corpus, { clauses, keys, counts }: Tally): void {
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as number
    corpus[key] = (corpus[key] as number) + (counts[i] as number)
  }
  corpus[keySpace] = (corpus[keySpace] as number) + clauses
}

/** How rare each of the keys of a document is, in steps: as long as these are the same, so are the weights of its clauses. */
export function stepsOfTally(rarity: Rarity, { keys }: Tally): Uint8Array {
  const steps = new Uint8Array(keys.length)
  for (let i = 0; i < keys.length; i++) steps[i] = rarity[keys[i] as number] as number
  return steps
}

/** Tally → bytes: numbers in groups of seven bits, the keys as their distances. */
export function packTally({ clauses, keys, counts }: Tally): Uint8Array {
  const bytes = new Uint8Array(10 + 10 * keys.length)
  let at = 0
  const put = (value: number) => {
    let rest = value
    for (; rest > 127; rest >>>= 7) bytes[at++] = (rest & 127) | 128
    bytes[at++] = rest
  }
  put(clauses)
  put(keys.length)
  for (let i = 0; i < keys.length; i++) {
    put((keys[i] as number) - (i === 0 ? 0 : (keys[i - 1] as number)))
    put(counts[i] as number)
  }
  return bytes.slice(0, at)
}

export function unpackTally(bytes: Uint8Array): Tally {
  let at = 0
  const take = () => {
    let [value, shift] = [0, 0]
    for (;;) {
      const byte = bytes[at++] as number
      value |= (byte & 127) << shift
      if (byte < 128) return value
      shift += 7
    }
  }
  const clauses = take()
  const size = take()
  const [keys, counts] = [new Uint32Array(size), new Uint32Array(size)]
  let key = 0
  for (let i = 0; i < size; i++) {
    key += take()
    keys[i] = key
    counts[i] = take()
  }
  return { clauses, keys, counts }
}
