import { mostEach, type Related } from '../compare/pairs.ts'
import { eachSimilar, likely, sketchOf, sketchSize } from '../compare/sketch.ts'
import type { Codebook } from './codebook.ts'
import type { Compared } from './comparison.ts'
import type { Joined } from './join.ts'

/** Sketches of the clauses of a document, one after another. */
export const sketchClauses = ({ clauses }: Compared) => sketchTexts(clauses.map((c) => `${c.heading}。${c.text}`))

/** Sketches of texts, one after another. */
export function sketchTexts(texts: string[]): Uint32Array<ArrayBuffer> {
  const row = new Uint32Array(texts.length * sketchSize)
  for (const [i, text] of texts.entries()) row.set(sketchOf(text), i * sketchSize)
  return row
}

/** A document and how many clauses it has. */
export interface Sketched {
  id: string
  clauses: number
}

/**
 * Documents with clauses of like wording → for each those it shares most with, most alike first; at most `mostEach`. `sketchesOf` is asked once
 * for each document.
 */
export function findAlike(documents: Sketched[], sketchesOf: (n: number) => Uint32Array): Map<string, string[]> {
  const owner = new Uint32Array(documents.reduce((sum, d) => sum + d.clauses, 0))
  const all = new Uint32Array(owner.length * sketchSize)
  let at = 0
  for (const [n, { clauses }] of documents.entries()) {
    all.set(sketchesOf(n), at * sketchSize)
    owner.fill(n, at, at + clauses)
    at += clauses
  }
  const shared = documents.map(() => new Map<number, number>())
  eachSimilar(all, likely, (a, b, estimate) => {
    const [x, y] = [owner[a] as number, owner[b] as number]
    if (x === y) return
    for (const [own, other] of [[x, y], [y, x]] as const) shared[own]?.set(other, (shared[own].get(other) ?? 0) + estimate) // biome-ignore format: both ways
  })
  return new Map(
    shared.map((others, n) => [
      documents[n]?.id as string,
      [...others]
        .sort((a, b) => b[1] - a[1] || a[0] - b[0])
        .slice(0, mostEach)
        .map(([other]) => documents[other]?.id as string),
    ]),
  )
}

/** What decides which documents are compared, from the joined records. */
export function relatedOf(
  { documents, references }: Pick<Joined, 'documents' | 'references'>,
  { regions }: Codebook,
  alike: Map<string, string[]>,
): Related[] {
  const parents = new Map(regions.map((r) => [r.code, r.parent]))
  const above = (code: string): string[] => {
    const parent = parents.get(code)
    return parent ? [parent, ...above(parent)] : []
  }
  const cited = Map.groupBy(references, (r) => r.document)
  return documents.map((d) => ({
    id: d.id,
    region: d.region,
    above: above(d.region),
    cites: (cited.get(d.id) ?? []).flatMap((r) => r.resolved ?? []),
    alike: alike.get(d.id) ?? [],
  }))
}
