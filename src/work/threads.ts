import type { Piscina } from 'piscina'

/** Threads that run the functions of one module. */
export interface Threads {
  /** by the name of a function; what it is given is copied, but for the memory that is handed over */
  run(name: string, task: object, handedOver?: ArrayBuffer[]): Promise<unknown>
  close(): Promise<void>
}

/** So many threads, started by the first who asks, each with up to `tasks` at hand; one that dies is replaced, and its tasks fail. */
export function openThreads(module: URL, count: number, tasks = 1): Threads {
  let pool: Promise<Piscina> | null = null
  const start = async () => {
    const { Piscina } = await import('piscina')
    return new Piscina({ filename: module.href, minThreads: count, maxThreads: count, concurrentTasksPerWorker: tasks })
  }
  return {
    run: async (name, task, handedOver = []) => {
      pool ??= start()
      return (await pool).run(task, { name, transferList: handedOver })
    },
    close: async () => (await pool)?.destroy(),
  }
}
