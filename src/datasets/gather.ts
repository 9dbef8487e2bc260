import { type Corpus, emptyCorpus } from '../compare/corpus.ts'
import { addTally, unpackTally } from '../compare/tally.ts'
import type { Problem } from '../model/problem.ts'
import { type Cache, cacheKey, type Entry, unpackPieces } from './cache.ts'
import type { Head } from './join.ts'
import { readLedger } from './ledger.ts'
import type { Pool } from './pool.ts'
import { listDocuments, readDocument, readLimits, type Sources } from './sources.ts'
import type { ContributeTask, Files } from './tasks.ts'

/** What the steps of a run work with; `mark` says what rules and codebook are. */
export interface Works {
  cache: Cache
  mark: string
  pool: Pool
}

/** Contributions of all documents, in order: the keys of their entries, and what the whole needs of each and of all together. */
export interface Gathered {
  keys: string[]
  heads: Head[]
  /** in how many clauses of all documents everything stands */
  corpus: Corpus
  unread: Problem[]
  /** files whose bytes could not be read as text */
  empty: string[]
  made: number
}

/** Documents in one task. */
export const shardSize = 24
const shared = /^data\/(?:codebook\/|site\.yaml$)/

/** Files that every document is read by. */
export const sharedFiles = (sources: Sources): Files => [...sources].filter(([path]) => shared.test(path))

/** Items in shards of a size, in order. */
export const shardsOf = <T>(all: T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size))

/** Runs the work on items, at most `width` at a time, and takes the next item only then. */
export async function eachOf<T>(items: Iterable<T>, width: number, work: (item: T) => Promise<void>): Promise<void> {
  const next = items[Symbol.iterator]()
  const lane = async () => {
    for (let step = next.next(); !step.done; step = next.next()) await work(step.value)
  }
  await Promise.all(Array.from({ length: width }, lane))
}

/** Reads every document once and lets it go: one of which nothing changed is found in the cache, the others are handed out in shards. */
export async function gatherContributions(root: string, sources: Sources, { cache, mark, pool }: Works): Promise<Gathered> {
  const ids = listDocuments(root)
  const ledger = readLedger(sources)
  const gathered: Gathered = {
    keys: new Array(ids.length),
    heads: new Array(ids.length),
    corpus: emptyCorpus(),
    unread: [],
    empty: [],
    made: 0,
  }
  const codebook = sharedFiles(sources)
  const { limits } = readLimits(root)
  const keep = (at: number, entry: Entry) => {
    gathered.heads[at] = JSON.parse(entry.text('head')) as Head
    addTally(gathered.corpus, unpackTally(entry.bytes('tally')))
  }
  // what is still to be made, in shards; what is known is kept on the way
  function* shards() {
    let waiting: { at: number; task: ContributeTask['documents'][number] }[] = []
    for (const [at, id] of ids.entries()) {
      const read = readDocument(root, id, limits)
      gathered.unread.push(...read.problems)
      gathered.empty.push(...[...read.sources].flatMap(([path, text]) => (text === '' ? [path] : [])))
      const second = `data/agreement/second/${id}.yaml`
      const files: Files = [...read.sources, ...(sources.has(second) ? [[second, sources.get(second) as string] as Files[number]] : [])]
      const rows = ledger.rows.get(id) ?? []
      const key = cacheKey(mark, id, JSON.stringify(files), JSON.stringify(rows))
      gathered.keys[at] = key
      const known = cache.read(key)
      if (known) keep(at, known)
      else waiting.push({ at, task: { id, files, ledger: rows } })
      if (waiting.length === shardSize) {
        yield waiting
        waiting = []
      }
    }
    if (waiting.length > 0) yield waiting
  }
  await eachOf(shards(), pool.width, async (waiting) => {
    const entries = await pool.contribute({ codebook, documents: waiting.map((w) => w.task) })
    for (const [i, { at }] of waiting.entries()) {
      const bytes = entries[i] as Uint8Array
      cache.write(gathered.keys[at] as string, bytes)
      keep(at, unpackPieces(bytes) as Entry)
    }
    gathered.made += waiting.length
  })
  return gathered
}
