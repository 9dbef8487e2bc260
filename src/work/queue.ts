import { Queue, QueueEvents, Worker } from 'bullmq'
import { Redis } from 'ioredis'
import { cacheKey } from '../datasets/cache.ts'
import type { Pool } from '../datasets/pool.ts'
import type { Crew } from './crew.ts'

// a shard that so many workers died of is given up
const mostDeaths = 8
// shards under way or done and not yet fetched: what the queue has to hold at a time
const width = 32
// what needs no more than its shard
const kinds = ['contribute', 'attest', 'draw', 'write'] as const
export type Kind = (typeof kinds)[number]
type Shard = Parameters<Crew[Kind]>[0]
const itemsOf = (task: Shard) => ('cards' in task ? task.cards : 'papers' in task ? task.papers : task.documents).length
// bytes travel as texts, with a checksum of them all
interface Made {
  sum: string
  texts: string[]
}

/** Workers with other rules never see the shards: the name of the queue holds what the rules are. */
export const queueName = (rules: string) => `atlas-${rules.slice(0, 16)}`
const connect = (url: string) => new Redis(url, { maxRetriesPerRequest: null })

/**
 * A crew whose shards are worked on by whoever listens at a Redis (`workAt`); what needs the cache is done by `near`. A shard is known by what is in
 * it: handed in twice, or finished twice, it counts once. Throws where a shard fails, or comes back damaged.
 */
export function openQueue(url: string, rules: string, near: Pool): Crew & { workers(): Promise<number> } {
  const [connection, listener] = [connect(url), connect(url)]
  const queue = new Queue<Shard, Made>(queueName(rules), { connection })
  const events = new QueueEvents(queueName(rules), { connection: listener })
  // every shard under way waits for its end
  for (const own of [queue, events]) own.setMaxListeners(2 * width)
  const far = (kind: Kind) => async (task: Shard) => {
    await events.waitUntilReady()
    const jobId = cacheKey(kind, JSON.stringify(task))
    const options = { jobId, removeOnComplete: { age: 600 }, removeOnFail: true, attempts: 3, backoff: { type: 'fixed', delay: 500 } }
    const job = await queue.add(kind, task, options)
    const { sum, texts } = await job.waitUntilFinished(events)
    if (cacheKey(...texts) !== sum || texts.length !== itemsOf(task))
      throw new Error(`The queue gave back a damaged shard (${kind}, ${jobId}). Run this again.`)
    return texts.map((text) => Uint8Array.from(Buffer.from(text, 'base64')))
  }
  return {
    ...near,
    ...(Object.fromEntries(kinds.map((kind) => [kind, far(kind)])) as Pick<Crew, Kind>),
    width,
    workers: () => queue.getWorkersCount(),
    async close() {
      await Promise.all([events.close(), queue.close(), near.close()])
      for (const own of [connection, listener]) own.disconnect()
    },
  }
}

/** How a worker works: so many shards at a time, and after so many seconds of silence another takes over. `done` hears what a shard was and how much it held. */
export interface Manner {
  threads: number
  patience: number
  done: (items: number, kind: Kind) => void
}

/** Works on shards that come from a Redis until it is closed. */
export function workAt(url: string, rules: string, crew: Crew, { threads, patience, done }: Manner): { close(): Promise<void> } {
  const connection = connect(url)
  const work = async ({ name, data }: { name: Kind; data: Shard }): Promise<Made> => {
    const made = await (crew[name] as (shard: Shard) => Promise<Uint8Array[]>)(data)
    const texts = made.map((bytes) => Buffer.from(bytes).toString('base64'))
    done(made.length, name)
    return { sum: cacheKey(...texts), texts }
  }
  const times = { lockDuration: patience * 1000, stalledInterval: patience * 500 }
  const options = { connection, concurrency: threads, maxStalledCount: mostDeaths, ...times }
  const worker = new Worker<Shard, Made, Kind>(queueName(rules), work, options)
  return {
    async close() {
      await worker.close()
      await crew.close()
      connection.disconnect()
    },
  }
}
