import { availableParallelism } from 'node:os'
import * as tasks from './tasks.ts'

/** Where shards are worked on: here, in threads, or on other machines. */
export interface Pool {
  contribute(task: tasks.ContributeTask): Promise<Uint8Array[]>
  count(task: tasks.CountTask): Promise<void>
  compare(task: tasks.CompareTask): Promise<{ keys: string[]; made: number }>
  /** so many tasks are worth handing out at a time */
  width: number
  close(): Promise<void>
}

/** Works in this thread: best for a few documents, whose threads would take longer to start. */
export const openHere = (): Pool => ({
  contribute: async (task) => tasks.contribute(task),
  count: async (task) => tasks.count(task),
  compare: async (task) => tasks.compare(task),
  width: 1,
  close: async () => {},
})

/** Works in threads, one for each core unless `threads` says otherwise; a thread that dies is replaced, and its task fails. */
export async function openThreads(threads = availableParallelism()): Promise<Pool> {
  // most runs need none: they do not wait for it to load
  const { Piscina } = await import('piscina')
  const pool = new Piscina({ filename: new URL('./worker.ts', import.meta.url).href, minThreads: threads, maxThreads: threads })
  return {
    contribute: (task) => pool.run(task, { name: 'contribute' }),
    count: (task) => pool.run(task, { name: 'count' }),
    compare: (task) => pool.run(task, { name: 'compare' }),
    width: threads + 1,
    close: () => pool.destroy(),
  }
}
