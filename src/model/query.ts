import { foldText, keysOf, type SearchGroup, type SearchManifest, type SearchRecord, type SearchShard, shardOf } from './search.ts'

/** Fetches one file of an index by its name, such as `keys/3`. */
export type Fetch = <T>(name: string) => Promise<T>

/** Records of one group that hold a query: the first ones, and how many there may be in all. */
export interface Found {
  group: SearchGroup
  count: number
  records: SearchRecord[]
}

/** What a query is looked for as: its own words, and what everyday words among them are called in documents. */
export function readQuery(text: string, everyday: SearchManifest['everyday']): { words: string[]; also: [string, string][] } {
  const folded = foldText(text).trim()
  const also = Object.entries(everyday).flatMap(([word, terms]) =>
    folded.includes(word) ? terms.map((t): [string, string] => [word, t]) : [],
  )
  return { words: folded.split(/\s+/).filter(Boolean), also }
}

const decode = (list: string): number[] => {
  let sum = 0
  return list.split(',').map((part) => {
    sum += parseInt(part, 36)
    return sum
  })
}

/** Keys → records that hold all of them, those that hold them in the title first within their group. */
async function candidatesOf(words: string[], manifest: SearchManifest, fetch: Fetch): Promise<Map<number, boolean>> {
  const keys = [...new Set(words.flatMap(keysOf))]
  if (keys.length === 0) return new Map()
  const lists = await Promise.all(
    keys.map(async (key) => {
      const shard = await fetch<SearchShard>(`keys/${shardOf(key, manifest.shards)}`)
      return new Map(decode(shard[key] || '').flatMap((n) => (Number.isNaN(n) ? [] : [[n >> 1, n % 2 === 1] as const])))
    }),
  )
  lists.sort((a, b) => a.size - b.size)
  const [least, ...others] = lists as [Map<number, boolean>, ...Map<number, boolean>[]]
  return new Map(
    [...least].flatMap(([n, title]) => (others.every((o) => o.has(n)) ? [[n, title && others.every((o) => o.get(n))] as const] : [])),
  )
}

/**
 * Query → what holds it, group by group, `most` of each. Every record shown was read: it holds every word as written. A group's count is of the
 * records that hold all its pairs of characters, which for words over two characters may be a few more.
 */
export async function search(words: string[], manifest: SearchManifest, fetch: Fetch, most: number): Promise<Found[]> {
  const found = await candidatesOf(words, manifest, fetch)
  const ends = manifest.groups.map(([, from], i) => [from, manifest.groups[i + 1]?.[1] ?? manifest.records] as const)
  const groups = await Promise.all(
    manifest.groups.map(async ([group], i): Promise<Found> => {
      const [from, to] = ends[i] as readonly [number, number]
      const own = [...found.keys()].filter((n) => n >= from && n < to)
      own.sort((a, b) => Number(found.get(b)) - Number(found.get(a)) || a - b)
      const records: SearchRecord[] = []
      let wrong = 0
      for (const n of own) {
        if (records.length === most) break
        const record = await recordAt(n, manifest, fetch)
        const text = foldText(`${record.title} ${record.text}`)
        if (words.every((word) => text.includes(word))) records.push(record)
        else wrong += 1
      }
      return { group, count: own.length - wrong, records }
    }),
  )
  return groups.filter(({ records }) => records.length > 0)
}

async function recordAt(n: number, { chunks }: SearchManifest, fetch: Fetch): Promise<SearchRecord> {
  let at = 0
  for (let step = chunks.length; step > 0; step = Math.floor(step / 2)) while ((chunks[at + step] ?? Infinity) <= n) at += step
  const chunk = await fetch<SearchRecord[]>(`texts/${at}`)
  return chunk[n - (chunks[at] as number)] as SearchRecord
}

/** Text around the first word found, cut to about `length`, in pieces of which those found are marked. */
export function excerptOf(text: string, words: string[], length: number): { text: string; hit: boolean }[] {
  const folded = foldText(text)
  // folding can change lengths; then the text is shown from its beginning, unmarked
  const same = folded.length === text.length
  const first = same ? Math.min(...words.map((w) => (folded.includes(w) ? folded.indexOf(w) : Infinity))) : Infinity
  const from = Number.isFinite(first) ? Math.max(0, first - Math.floor(length / 4)) : 0
  const cut = text.slice(from, from + length)
  const pieces: { text: string; hit: boolean }[] = from > 0 ? [{ text: '…', hit: false }] : []
  let at = 0
  while (same && at < cut.length) {
    const next = words
      .map((w) => ({ w, i: folded.slice(from, from + length).indexOf(w, at) }))
      .filter(({ i }) => i >= 0)
      .sort((a, b) => a.i - b.i || b.w.length - a.w.length)[0]
    if (!next) break
    if (next.i > at) pieces.push({ text: cut.slice(at, next.i), hit: false })
    pieces.push({ text: cut.slice(next.i, next.i + next.w.length), hit: true })
    at = next.i + next.w.length
  }
  if (at < cut.length) pieces.push({ text: cut.slice(at), hit: false })
  return from + length < text.length ? [...pieces, { text: '…', hit: false }] : pieces
}
