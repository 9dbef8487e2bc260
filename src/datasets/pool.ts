import * as tasks from './tasks.ts'

/** Where shards are worked on: here, or in threads and on other machines (work/crew.ts). */
export interface Pool {
  contribute(task: tasks.ContributeTask): Promise<Uint8Array[]>
  compare(task: tasks.CompareTask): Promise<{ keys: string[]; made: number }>
  /** so many tasks are worth handing out at a time */
  width: number
  close(): Promise<void>
}

/** Works in this thread: best for a few documents, whose threads would take longer to start. */
export const openHere = (): Pool => ({
  contribute: async (task) => tasks.contribute(task),
  compare: async (task) => tasks.compare(task),
  width: 1,
  close: async () => {},
})
