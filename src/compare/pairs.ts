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
  const chosen = sorted.map((d): Chosen => {
    const own = (byPlace.get(d.region) ?? []).map((o) => o.id)
    const above = d.above.flatMap((place) => latest.get(place) ?? [])
    const neighbour = latest.get(next.get(d.region) ?? '') ?? d.id
    // of one place the next one, so that many of them do not push out all else
    const after = own.slice(own.indexOf(d.id) + 1).slice(0, 1)
    const wanted = [...d.cites.filter((id) => held.has(id)), ...after, ...above, ...d.alike, neighbour, ...own]
    const others = [...new Set(wanted)].filter((id) => id !== d.id).slice(0, mostEach)
    const pair = (other: string) => [d.id, other].sort().join(' ')
    return [d.id, others.filter((other) => !taken.has(pair(other)) && taken.add(pair(other))).sort()]
  })
  return chosen.filter(([, others]) => others.length > 0).sort(([a], [b]) => (a < b ? -1 : 1))
}

const byYear = (a: Related, b: Related) => (a.id.slice(-4) + a.id < b.id.slice(-4) + b.id ? -1 : 1)
