/** What decides whether two documents are compared: their places, what they cite, and how much of their wording is alike. */
export interface Related {
  id: string
  region: string
  /** regions above its own, nearest first */
  above: string[]
  cites: string[]
  /** documents with clauses like its own, most alike first */
  alike: string[]
}

/** Up to this many documents every pair is compared; beyond, only related ones. */
export const mostForAll = 50
/** So many others a document is held against beyond that; others may choose it besides. */
export const mostEach = 4

/** A document and those it is held against: each pair of documents stands once. */
export type Chosen = [id: string, others: string[]]

/**
 * Which documents are compared. While there are few, each with all whose ids are larger. Beyond, each chooses up to `mostEach`: what it cites,
 * those of its place, the latest of each place above it, those most alike, its neighbours under one parent. The pairs grow with the documents.
 * Sorted by id.
 */
export function pairsOf(documents: Related[]): Chosen[] {
  const ids = documents.map((d) => d.id).sort()
  if (ids.length <= mostForAll) return ids.map((id, i): Chosen => [id, ids.slice(i + 1)]).filter(([, others]) => others.length > 0)
  const held = new Set(ids)
  const sorted = [...documents].sort((a, b) => (a.region + a.id < b.region + b.id ? -1 : 1))
  const byPlace = Map.groupBy(sorted, (d) => d.region)
  const latest = new Map([...byPlace].map(([place, all]) => [place, all.toSorted(byYear).at(-1)?.id as string]))
  const parentOf = (place: string) => byPlace.get(place)?.[0]?.above[0] ?? ''
  const places = [...Map.groupBy([...byPlace.keys()].filter(parentOf), parentOf).values()]
  const next = new Map(places.flatMap((all) => all.map((place, i) => [place, all[(i + 1) % all.length] as string])))
  const taken = new Set<string>()
  // of one place those that come after a document, round to the first
  const seen = new Map<string, number>()
  const chosen = sorted.map((d): Chosen => {
    const place = byPlace.get(d.region) ?? []
    const at = seen.get(d.region) ?? 0
    seen.set(d.region, at + 1)
    const own = Array.from({ length: Math.min(mostEach, place.length - 1) }, (_, i) => place[(at + 1 + i) % place.length]?.id as string)
    const above = d.above.flatMap((place) => latest.get(place) ?? [])
    const neighbour = latest.get(next.get(d.region) ?? '') ?? d.id
    // the next one first, the others last: many of one place do not push out all else
    const wanted = [...d.cites.filter((id) => held.has(id)), ...own.slice(0, 1), ...above, ...d.alike, neighbour, ...own]
    const others = [...new Set(wanted)].filter((id) => id !== d.id).slice(0, mostEach)
    const pair = (other: string) => [d.id, other].sort().join(' ')
    return [d.id, others.filter((other) => !taken.has(pair(other)) && taken.add(pair(other))).sort()]
  })
  return chosen.filter(([, others]) => others.length > 0).sort(([a], [b]) => (a < b ? -1 : 1))
}

const byYear = (a: Related, b: Related) => (a.id.slice(-4) + a.id < b.id.slice(-4) + b.id ? -1 : 1)
