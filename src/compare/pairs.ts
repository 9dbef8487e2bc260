/** What decides whether two documents are compared: their places and what they cite. */
export interface Related {
  id: string
  region: string
  /** regions above its own, nearest first */
  above: string[]
  cites: string[]
}

/** Up to this many documents every pair is compared; beyond, only related ones. */
export const mostForAll = 50

/**
 * Pairs of documents that are compared, each with the smaller id first: all while there are few, then those of one place, of a place and one
 * above it, of places under one parent, and of documents that cite one another.
 */
export function pairsOf(documents: Related[]): [string, string][] {
  const ids = documents.map((d) => d.id).sort()
  if (ids.length <= mostForAll) return ids.flatMap((a, i) => ids.slice(i + 1).map((b): [string, string] => [a, b]))
  const held = new Set(ids)
  const byPlace = Map.groupBy(documents, (d) => d.region)
  const byParent = Map.groupBy(documents, (d) => d.above[0] ?? '')
  const pairs = new Set<string>()
  for (const d of documents) {
    const near = [d.region, ...d.above].flatMap((place) => byPlace.get(place) ?? [])
    const siblings = d.above[0] ? (byParent.get(d.above[0]) ?? []) : []
    const others = [...near, ...siblings].map((o) => o.id).concat(d.cites.filter((id) => held.has(id)))
    for (const other of others) if (other !== d.id) pairs.add([d.id, other].sort().join(' '))
  }
  return [...pairs].sort().map((pair) => pair.split(' ') as [string, string])
}
