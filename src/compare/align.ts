import { frequencies, gramsOf, shareProducts, type Vector, weigh } from './vectors.ts'

/** A clause as the aligner sees it. */
export interface Clause {
  id: string
  document: string
  heading: string
  text: string
  topics: string[]
  terms: string[]
}

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

// chosen on the ten pairs of data/agreement/counterparts.yaml; the methods page shows how well they do there
const weights = { text: 1, contained: 0.6, heading: 0.2, topics: 0.2, terms: 0.1 }
const least = 0.21
const nearBest = 0.8

/**
 * Clauses of pairs of documents → their counterparts: one to many, or none. The score joins the cosine of TF-IDF over character 2- and 3-grams,
 * how much of the shorter clause the longer holds, headings, topics and terms; a pair stands where it scores enough and comes close to the best
 * that one of its clauses finds in the other document.
 */
export function alignClauses(clauses: Clause[], pairs: [string, string][]): Aligned[] {
  const features = featuresOf(clauses)
  const places = Map.groupBy(clauses.keys(), (i) => (clauses[i] as Clause).document)
  return pairs.flatMap(([left, right]) => {
    const found = score(clauses, features, places.get(left) ?? [], places.get(right) ?? [])
    const best = new Map<string, number>()
    for (const { a, b, score: s } of found) for (const id of [a, b]) best.set(id, Math.max(best.get(id) ?? 0, s))
    return found.filter(({ a, b, score: s }) => s >= least && s >= nearBest * Math.min(best.get(a) as number, best.get(b) as number))
  })
}

interface Features {
  text: Vector[]
  heading: Vector[]
  rarity: Vector[]
  weight: number[]
  topics: Map<string, number>
  terms: Map<string, number>
}

function featuresOf(clauses: Clause[]): Features {
  const grams = clauses.map((c) => gramsOf(`${c.heading}。${c.text}`, [2, 3]))
  const df = frequencies(grams.map((g) => g.keys()))
  const rare = (k: string) => Math.log(clauses.length / (df.get(k) as number))
  const rarity = grams.map((g): Vector => new Map([...g.keys()].map((k) => [k, rare(k)])))
  const logs = (all: string[][]) => new Map([...frequencies(all)].map(([k, n]) => [k, Math.log(1 + clauses.length / n)]))
  return {
    text: weigh(grams),
    heading: weigh(clauses.map((c) => gramsOf(c.heading, [1, 2]))),
    rarity,
    weight: rarity.map((v) => [...v.values()].reduce((sum, w) => sum + w, 0)),
    topics: logs(clauses.map((c) => c.topics)),
    terms: logs(clauses.map((c) => c.terms)),
  }
}

function score(clauses: Clause[], f: Features, ours: number[], theirs: number[]): Aligned[] {
  const of = <T>(all: T[], places: number[]) => places.map((i) => all[i] as T)
  const times = (a: number, b: number) => a * b
  const text = shareProducts(of(f.text, ours), of(f.text, theirs), times)
  const heading = shareProducts(of(f.heading, ours), of(f.heading, theirs), times)
  const held = shareProducts(of(f.rarity, ours), of(f.rarity, theirs), (a) => a)
  return ours.flatMap((i, at) =>
    [...(text[at] as Map<number, number>)].flatMap(([other, cosine]): Aligned[] => {
      const j = theirs[other] as number
      const [a, b] = [clauses[i], clauses[j]] as [Clause, Clause]
      const parts = {
        text: cosine,
        contained: (held[at]?.get(other) ?? 0) / Math.min(f.weight[i] as number, f.weight[j] as number),
        heading: heading[at]?.get(other) ?? 0,
        topics: overlap(a.topics, b.topics, f.topics),
        terms: overlap(a.terms, b.terms, f.terms),
      }
      const sum = (Object.keys(weights) as (keyof typeof weights)[]).reduce((all, k) => all + weights[k] * parts[k], 0)
      const both = (x: string[], y: string[]) => x.filter((k) => y.includes(k))
      const shared = { topics: both(a.topics, b.topics), terms: both(a.terms, b.terms) }
      return [
        {
          a: a.id,
          b: b.id,
          score: round(sum),
          text: round(parts.text),
          contained: round(parts.contained),
          heading: round(parts.heading),
          ...shared,
        },
      ]
    }),
  )
}

const round = (n: number) => Math.round(n * 1000) / 1000

// what both have, by weight, over what either has
function overlap(a: string[], b: string[], logs: Map<string, number>): number {
  const sum = (keys: Iterable<string>) => [...keys].reduce((all, k) => all + (logs.get(k) ?? 0), 0)
  const either = sum(new Set([...a, ...b]))
  return either === 0 ? 0 : sum(a.filter((k) => b.includes(k))) / either
}
