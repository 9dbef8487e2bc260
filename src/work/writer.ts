import type { FilesTask } from './files.ts'
import { openThreads } from './threads.ts'

/** Writes files while others are made. */
export interface Writer {
  /** Ends when there is room for the next; throws what could not be written, of this file or of one before. */
  put(path: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>
  /** Ends when all are written; throws as `put` does. */
  close(): Promise<void>
}

// the thread is handed so many bytes at a time, and so many times before it has written the first
const [batchSize, mostBatches] = [2 ** 20, 64]

/** A thread that writes files to a folder; bytes are handed over to it, and are its own from then on. */
export function openWriter(folder: string): Writer {
  // all at hand: pages are rendered for long without a look at who is free
  const thread = openThreads(new URL('./files.ts', import.meta.url), 1, 2 * mostBatches)
  const open: Promise<unknown>[] = []
  let [batch, size]: [FilesTask['files'], number] = [[], 0]
  function hand(): void {
    const written = thread.run(
      'writeFiles',
      { folder, files: batch },
      batch.map(([, bytes]) => bytes.buffer as ArrayBuffer),
    )
    // whoever waits for it hears of its fault
    written.catch(() => {})
    open.push(written)
    ;[batch, size] = [[], 0]
  }
  return {
    put: async (path, bytes) => {
      batch.push([path, bytes])
      size += bytes.length
      if (size >= batchSize) hand()
      if (open.length > mostBatches) await open.shift()
    },
    close: async () => {
      if (batch.length > 0) hand()
      await Promise.all(open).finally(thread.close)
    },
  }
}
