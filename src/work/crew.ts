import { availableParallelism } from 'node:os'
import type { DrawTask } from '../charts/card.ts'
import { type Cache, cacheKey, type Entry, packPieces } from '../datasets/cache.ts'
import { eachOf } from '../datasets/gather.ts'
import type { Pool } from '../datasets/pool.ts'
import { markOfCode, markOfRules } from '../datasets/sources.ts'
import type { AttestTask } from '../datasets/tasks.ts'
import type * as shards from './shards.ts'
import { openThreads } from './threads.ts'

/** All that is worked on in shards, in threads or at a queue; each gives bytes for each item of its shard, in order. */
export interface Crew extends Pool {
  attest(task: AttestTask): Promise<Uint8Array[]>
  draw(task: DrawTask): Promise<Uint8Array[]>
  write(task: shards.WriteTask): Promise<Uint8Array[]>
}

/** Works in threads, one for each core unless `threads` says otherwise. */
export function openCores(count = availableParallelism()): Crew {
  const threads = openThreads(new URL('./shards.ts', import.meta.url), count)
  const asked =
    (name: keyof typeof shards) =>
    async (task: object): Promise<never> =>
      threads.run(name, task) as never
  return {
    contribute: asked('contribute'),
    compare: asked('compare'),
    attest: asked('attest'),
    draw: asked('draw'),
    write: asked('write'),
    width: count + 1,
    close: threads.close,
  }
}

/** All code and rules that shards depend on: workers of another state of it are to see none of them. */
export const markOfShards = (project: string): string =>
  cacheKey(markOfRules(project), markOfCode(project, ['charts', 'publish', 'work'], ['package-lock.json']))

/** Threads of this machine, or whoever works at the queue of `url` for these rules; `tell` hears where nobody does yet. */
export async function openCrew(url: string | undefined, rules: string, tell: (message: string) => void, threads?: number): Promise<Crew> {
  const near = openCores(threads)
  if (!url) return near
  // most runs have no queue: they do not wait for its library
  const far = (await import('./queue.ts')).openQueue(url, rules, near)
  if ((await far.workers()) === 0) tell(`No worker is there yet; start some: npm run worker -- --queue ${url}`)
  return far
}

/** How things are made that are kept: by what each is known, how many make a shard, who makes one, and who gets each. */
export interface Making<T> {
  cache: Cache
  keyOf(item: T): string
  size: number
  make(items: T[]): Promise<Uint8Array[]>
  keep(item: T, bytes: Uint8Array): void
}

/** Hands every item to `keep` with its bytes: those made before from the cache, the others made in shards, `width` of them at a time. */
export async function makeMissing<T>(items: Iterable<T>, width: number, { cache, keyOf, size, make, keep }: Making<T>): Promise<number> {
  let made = 0
  const bytesOf = (entry: Entry) => Uint8Array.from(entry.bytes('made'))
  function* shards() {
    let missing: { item: T; key: string }[] = []
    for (const item of items) {
      const key = keyOf(item)
      const known = cache.read(key)
      if (known) keep(item, bytesOf(known))
      else missing.push({ item, key })
      if (missing.length === size) {
        yield missing
        missing = []
      }
    }
    if (missing.length > 0) yield missing
  }
  await eachOf(shards(), width, async (missing) => {
    const all = await make(missing.map(({ item }) => item))
    for (const [i, { item, key }] of missing.entries()) {
      const bytes = all[i] as Uint8Array
      cache.write(key, packPieces({ made: bytes }))
      keep(item, bytes)
    }
    made += missing.length
  })
  return made
}
