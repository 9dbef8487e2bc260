import { Queue, QueueEvents, Worker } from 'bullmq'
import { Redis } from 'ioredis'
import { cacheKey, unpackPieces } from './cache.ts'
import type { Pool } from './pool.ts'
import type { ContributeTask } from './tasks.ts'

// a shard that so many workers died of is given up
const mostDeaths = 8
// shards under way or done and not yet fetched: what the queue has to hold at a time
const width = 32

/** Workers with other rules never see the shards: the name of the queue holds what the rules are. */
const nameOf = (rules: string) => `atlas-${rules.slice(0, 16)}`
const connect = (url: string) => new Redis(url, { maxRetriesPerRequest: null })

/**
 * A pool whose shards of documents are worked on by whoever listens at a Redis (`workAt`); what needs the cache is done by `near`. A shard is known by
 * what is in it: handed in twice, or finished twice, it counts once. Throws where a shard fails, or comes back damaged.
 */
export function openQueue(url: string, rules: string, near: Pool): Pool & { workers(): Promise<number> } {
  const [connection, listener] = [connect(url), connect(url)]
  const queue = new Queue<ContributeTask, string[]>(nameOf(rules), { connection })
  const events = new QueueEvents(nameOf(rules), { connection: listener })
  // every shard under way waits for its end
  for (const own of [queue, events]) own.setMaxListeners(2 * width)
  return {
    ...near,
    width,
    workers: () => queue.getWorkersCount(),
    async contribute(task) {
      await events.waitUntilReady()
      const jobId = cacheKey(JSON.stringify(task))
      const options = { jobId, removeOnComplete: { age: 600 }, removeOnFail: true, attempts: 3, backoff: { type: 'fixed', delay: 500 } }
      const job = await queue.add('contribute', task, options)
      const made = await job.waitUntilFinished(events)
      const entries = made.map((text) => Uint8Array.from(Buffer.from(text, 'base64')))
      if (entries.length !== task.documents.length || entries.some((bytes) => unpackPieces(bytes) === null))
        throw new Error(`The queue gave back a damaged shard (${task.documents.map((d) => d.id).join(', ')}). Run this again.`)
      return entries
    },
    async close() {
      await Promise.all([events.close(), queue.close(), near.close()])
      for (const own of [connection, listener]) own.disconnect()
    },
  }
}

/** How a worker works: so many shards at a time, and after so many seconds of silence another takes over. `done` hears how many documents a shard had. */
export interface Manner {
  threads: number
  patience: number
  done: (documents: number) => void
}

/** Works on shards that come from a Redis until it is closed. */
export function workAt(url: string, rules: string, pool: Pool, { threads, patience, done }: Manner): { close(): Promise<void> } {
  const connection = connect(url)
  const work = async ({ data }: { data: ContributeTask }) => {
    const entries = await pool.contribute(data)
    done(data.documents.length)
    return entries.map((bytes) => Buffer.from(bytes).toString('base64'))
  }
  const times = { lockDuration: patience * 1000, stalledInterval: patience * 500 }
  const options = { connection, concurrency: threads, maxStalledCount: mostDeaths, ...times }
  const worker = new Worker<ContributeTask, string[]>(nameOf(rules), work, options)
  return {
    async close() {
      await worker.close()
      await pool.close()
      connection.disconnect()
    },
  }
}
