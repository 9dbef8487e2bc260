import { rarityOf } from '../compare/corpus.ts'
import { mostForAll, pairsOf } from '../compare/pairs.ts'
import type { Entry } from './cache.ts'
import type { Codebook } from './codebook.ts'
import { eachOf, type Gathered, shardSize, shardsOf, type Works } from './gather.ts'
import type { Joined } from './join.ts'
import { findAlike, relatedOf } from './relate.ts'

/**
 * Which documents are held against which, and the keys of the entries that say what was found, in the order of the datasets. `entries` are the
 * keys of the documents' own entries, by id.
 */
export async function comparePairs(
  rows: Pick<Joined, 'documents' | 'references'>,
  { heads, corpus }: Pick<Gathered, 'heads' | 'corpus'>,
  entries: Map<string, string>,
  { cache, mark, pool }: Works,
  codebook: Codebook,
): Promise<{ keys: string[]; made: number }> {
  const keyOf = (id: string) => entries.get(id) as string
  const rarity = rarityOf(corpus)
  const sketched = rows.documents.length > mostForAll ? heads.filter((h) => h.document) : []
  const sketchesOf = (n: number) => sketchesIn(cache.take(keyOf(sketched[n]?.id as string)))
  const chosen = pairsOf(relatedOf(rows, codebook, findAlike(sketched, sketchesOf)))
  const regions = new Map(rows.documents.map((d) => [d.id, d.region]))
  // neighbours together: they are held against the same documents
  const near = chosen.toSorted(([a], [b]) => (`${regions.get(a)}${a}` < `${regions.get(b)}${b}` ? -1 : 1))
  const found = new Map<string, string>()
  let made = 0
  await eachOf(shardsOf(near, shardSize), pool.width, async (some) => {
    const documents = some.map(([id, others]) => ({ own: keyOf(id), others: others.map(keyOf) }))
    const done = await pool.compare({ cache: cache.folder, rarity, mark, constructs: codebook.constructs, documents })
    for (const [i, [id]] of some.entries()) found.set(id, done.keys[i] as string)
    made += done.made
  })
  return { keys: chosen.map(([id]) => found.get(id) as string), made }
}

function sketchesIn(entry: Entry): Uint32Array {
  const bytes = Uint8Array.from(entry.bytes('sketches'))
  return new Uint32Array(bytes.buffer)
}
