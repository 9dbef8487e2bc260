/** Character n-grams of a text as numbers, each once, in order of appearance, with how often it stands there. */
export interface Grams {
  keys: Uint32Array
  counts: Uint16Array
}

/** Numbers of grams, topics and terms are below this; two things of one number are taken for one, which hardly happens. */
export const keySpace = 2 ** 22

/** What a key is of: the same characters in a heading and in a text are two keys. */
export type Kind = 'text' | 'heading' | 'topic' | 'term'
const seeds: Record<Kind, number> = { text: 0x2545f491, heading: 0x61c88647, topic: 0x1b873593, term: 0x85ebca6b }

const add = (h: number, code: number) => Math.imul((h ^ code) + (h << 7), 0x9e3779b1)
function keyAt(h: number): number {
  const mixed = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d)
  return (mixed ^ (mixed >>> 12)) & (keySpace - 1)
}

/** Number of a whole word: a topic or a term. */
export function wordKey(word: string, kind: Kind): number {
  let h = seeds[kind]
  for (let i = 0; i < word.length; i++) h = add(h, word.charCodeAt(i))
  return keyAt(h)
}

// 1 for a code unit of letters and digits, 2 for any other, 0 for one not met yet; halves of a pair are letters
const met = new Uint8Array(2 ** 16)
function isLetter(code: number): boolean {
  if (met[code] === 0) met[code] = (code >= 0xd800 && code < 0xe000) || /[\p{L}\p{N}]/u.test(String.fromCharCode(code)) ? 1 : 2
  return met[code] === 1
}

// an open table of places in `found`, empty between two texts
let table = new Int32Array(2 ** 12)
let found = new Uint32Array(2 ** 11)
let times = new Uint16Array(2 ** 11)

/** Runs of letters and digits of a text → their character n-grams. */
export function gramsOf(text: string, sizes: number[], kind: Kind = 'text'): Grams {
  const plain = text.normalize('NFKC')
  const longest = Math.max(...sizes)
  // at most half of the table is ever taken
  while (found.length < plain.length * sizes.length) {
    table = new Int32Array(2 * table.length)
    found = new Uint32Array(2 * found.length)
    times = new Uint16Array(2 * times.length)
  }
  const mask = table.length - 1
  const slotOf = (key: number) => {
    let slot = (Math.imul(key, 0x9e3779b1) >>> 8) & mask
    while (table[slot] !== 0 && found[(table[slot] as number) - 1] !== key) slot = (slot + 1) & mask
    return slot
  }
  let n = 0
  for (let i = 0; i < plain.length; i++) {
    let h = seeds[kind]
    for (let size = 1; size <= longest && i + size <= plain.length; size++) {
      const code = plain.charCodeAt(i + size - 1)
      if (!isLetter(code)) break
      h = add(h, code)
      if (!sizes.includes(size)) continue
      const key = keyAt(h)
      const slot = slotOf(key)
      if (table[slot] === 0) {
        found[n] = key
        times[n] = 0
        table[slot] = ++n
      }
      const at = (table[slot] as number) - 1
      times[at] = (times[at] as number) + 1
    }
  }
  table.fill(0)
  return { keys: found.slice(0, n), counts: times.slice(0, n) }
}

/**
 * Vectors of the clauses of one document, turned over: the grams of all of them, keys ascending, with the clause each stands in, its weight there,
 * and how rare it is.
 */
export interface Postings {
  keys: Uint32Array
  places: Uint16Array
  weights: Float64Array
  rarities: Float64Array
}

// keys are sorted by two digits
const digit = 2 ** 11

/** Grams of clauses with weights and rarities in the same order → postings; what has one key stays in the order of the clauses. */
export function postingsOf(grams: Grams[], weights: Float64Array[], rarities: Float64Array[]): Postings {
  const size = grams.reduce((sum, g) => sum + g.keys.length, 0)
  const flat: Postings = {
    keys: new Uint32Array(size),
    places: new Uint16Array(size),
    weights: new Float64Array(size),
    rarities: new Float64Array(size),
  }
  let n = 0
  for (let place = 0; place < grams.length; place++) {
    const keys = (grams[place] as Grams).keys
    flat.keys.set(keys, n)
    flat.places.fill(place, n, n + keys.length)
    flat.weights.set(weights[place] as Float64Array, n)
    flat.rarities.set(rarities[place] as Float64Array, n)
    n += keys.length
  }
  const order = orderOf(flat.keys)
  const made: Postings = {
    keys: new Uint32Array(size),
    places: new Uint16Array(size),
    weights: new Float64Array(size),
    rarities: new Float64Array(size),
  }
  for (let i = 0; i < size; i++) {
    const from = order[i] as number
    made.keys[i] = flat.keys[from] as number
    made.places[i] = flat.places[from] as number
    made.weights[i] = flat.weights[from] as number
    made.rarities[i] = flat.rarities[from] as number
  }
  return made
}

// places of keys in ascending order of the keys: a radix sort, which keeps equal ones in their order
function orderOf(keys: Uint32Array): Uint32Array {
  let order = new Uint32Array(keys.length)
  for (let i = 0; i < order.length; i++) order[i] = i
  for (const shift of [0, 11]) {
    const starts = new Uint32Array(digit + 1)
    for (let i = 0; i < keys.length; i++) {
      const after = (((keys[i] as number) >>> shift) & (digit - 1)) + 1
      starts[after] = (starts[after] as number) + 1
    }
    for (let d = 0; d < digit; d++) starts[d + 1] = (starts[d + 1] as number) + (starts[d] as number)
    const next = new Uint32Array(keys.length)
    for (let i = 0; i < order.length; i++) {
      const from = order[i] as number
      const d = ((keys[from] as number) >>> shift) & (digit - 1)
      next[starts[d] as number] = from
      starts[d] = (starts[d] as number) + 1
    }
    order = next
  }
  return order
}

/** Every clause of one document with every clause of another, row by row. */
export interface Shared {
  /** sum of the products of the weights of what both have */
  products: Float64Array
  /** sum of the rarities of what both have */
  rarities: Float64Array
}

export function shareGrams(ours: Postings, theirs: Postings, height: number, width: number): Shared {
  const products = new Float64Array(height * width)
  const rarities = new Float64Array(height * width)
  const [size, others] = [ours.keys.length, theirs.keys.length]
  let j = 0
  for (let i = 0; i < size; ) {
    const key = ours.keys[i] as number
    while (j < others && (theirs.keys[j] as number) < key) j++
    if (j === others) break
    let end = i + 1
    while (end < size && ours.keys[end] === key) end++
    const rare = ours.rarities[i] as number
    for (let k = j; k < others && theirs.keys[k] === key; k++) {
      const [place, weight] = [theirs.places[k] as number, theirs.weights[k] as number]
      for (let own = i; own < end; own++) {
        const cell = (ours.places[own] as number) * width + place
        products[cell] = (products[cell] as number) + weight * (ours.weights[own] as number)
        rarities[cell] = (rarities[cell] as number) + rare
      }
    }
    i = end
  }
  return { products, rarities }
}
