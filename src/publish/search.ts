import { foldText, keysOf, type SearchManifest, type SearchRecord, type SearchShard, searchGroups, shardOf } from '../model/search.ts'

/** A shard is about this many characters, a file of texts this many: small enough that a query fetches little, large enough that files stay few. */
const shardSize = 24_000
const chunkSize = 8_000

export interface SearchIndex {
  manifest: SearchManifest
  shards: SearchShard[]
  chunks: SearchRecord[][]
}

/** Records → an index that is fetched in pieces: keys in shards, texts in chunks. Linear in the text. */
export function buildSearch(all: SearchRecord[], everyday: SearchManifest['everyday']): SearchIndex {
  const records = searchGroups.flatMap((group) => all.filter((r) => r.group === group))
  const postings = new Map<string, number[]>()
  records.forEach((record, i) => {
    const title = new Set(keysOf(foldText(record.title)))
    for (const key of keysOf(foldText(`${record.title} ${record.text}`))) {
      const open = postings.get(key) ?? []
      if (open.length === 0) postings.set(key, open)
      open.push(2 * i + Number(title.has(key)))
    }
  })
  const entries = [...postings].map(([key, list]) => [key, encode(list)] as const)
  const size = entries.reduce((sum, [key, list]) => sum + key.length + list.length + 6, 0)
  const shards: SearchShard[] = Array.from({ length: Math.max(1, Math.ceil(size / shardSize)) }, () => ({}))
  for (const [key, list] of entries) (shards[shardOf(key, shards.length)] as SearchShard)[key] = list
  const chunks = cutChunks(records)
  let first = 0
  const starts = chunks.map((chunk) => {
    first += chunk.length
    return first - chunk.length
  })
  const groups = searchGroups.flatMap((group) => {
    const at = records.findIndex((r) => r.group === group)
    return at < 0 ? [] : [[group, at] as [typeof group, number]]
  })
  return { manifest: { shards: shards.length, chunks: starts, groups, records: records.length, everyday }, shards, chunks }
}

// [4, 7, 20] → '4,3,d'
const encode = (list: number[]) => list.map((n, i) => (n - (list[i - 1] ?? 0)).toString(36)).join(',')

function cutChunks(records: SearchRecord[]): SearchRecord[][] {
  const chunks: SearchRecord[][] = []
  let room = 0
  for (const record of records) {
    const size = record.title.length + record.text.length + record.href.length
    if (room < size) {
      chunks.push([])
      room = chunkSize
    }
    chunks.at(-1)?.push(record)
    room -= size
  }
  return chunks
}
