import { closeSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Shelf } from '../model/publication.ts'
import { finishBeside, lockFolder, startBeside } from './swap.ts'

const list = 'index.json'

/** A folder as a place for files: each is written when it is made, and none is held. */
export const shelfIn = (folder: string): Shelf => {
  const place = (path: string) => {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    return file
  }
  return {
    put: (path, bytes) => writeFileSync(place(path), bytes),
    open: (path) => {
      const at = openSync(place(path), 'w')
      return { add: (bytes) => writeFileSync(at, bytes), close: () => closeSync(at) }
    },
    read: (path) => new Uint8Array(readFileSync(join(folder, path))),
  }
}

/**
 * Fills a folder with files and keeps what `fill` says of them; does nothing where the folder was filled under the same mark before. Throws where
 * another process is filling it.
 */
export async function fillShelf<T>(folder: string, mark: string, fill: (shelf: Shelf) => Promise<T>): Promise<T> {
  const file = join(folder, list)
  if (existsSync(file)) {
    const known = JSON.parse(readFileSync(file, 'utf8')) as { mark: string; about: T }
    if (known.mark === mark) return known.about
  }
  const free = lockFolder(folder)
  try {
    const fresh = startBeside(folder)
    const about = await fill(shelfIn(fresh))
    writeFileSync(join(fresh, list), JSON.stringify({ mark, about }))
    finishBeside(folder)
    return about
  } finally {
    free()
  }
}
