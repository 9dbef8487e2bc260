import { createHash } from 'node:crypto'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { FileEntry, Shelf } from '../model/publication.ts'
import { lockFolder } from './lock.ts'
import { finishBeside, startBeside } from './swap.ts'

// a checksum of the mark and the list, then the list
const list = 'index.txt'

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

/** The list of what a folder was filled with under a mark; null where it was not. The files themselves are not looked at. */
export function listShelf(folder: string, mark: string): FileEntry[] | null {
  const file = join(folder, list)
  const [sum = '', text = ''] = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
  return sum === sumOf(mark + text) ? (JSON.parse(text) as FileEntry[]) : null
}

/** The bytes of a listed file; null where they are gone, or are not what was made. */
export function readShelf(folder: string, { path, sha256 }: FileEntry): Uint8Array<ArrayBuffer> | null {
  const file = join(folder, path)
  const bytes = existsSync(file) ? new Uint8Array(readFileSync(file)) : null
  return bytes && sumOf(bytes) === sha256 ? bytes : null
}

const sumOf = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex')

/**
 * Fills a folder with files and gives back their list, which `fill` makes; does nothing where the folder was filled under the same mark before and
 * every file is what it was. Throws where another process is filling it.
 */
export async function fillShelf(folder: string, mark: string, fill: (shelf: Shelf) => Promise<FileEntry[]>): Promise<FileEntry[]> {
  const known = listShelf(folder, mark)
  if (known?.every((file) => readShelf(folder, file))) return known
  const free = lockFolder(folder)
  try {
    const fresh = startBeside(folder)
    const files = await fill(shelfIn(fresh))
    const text = JSON.stringify(files)
    writeFileSync(join(fresh, list), `${sumOf(mark + text)}\n${text}`)
    finishBeside(folder)
    return files
  } finally {
    free()
  }
}
