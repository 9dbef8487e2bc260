import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { threadId } from 'node:worker_threads'
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib'

/** Named pieces of one entry: texts, which are compressed, and bytes, which are kept as they are. Each is read by itself. */
export type Pieces = { [name: string]: string | Uint8Array }

/** What a thing was made from → the name of its entry: another input is another name, so that an entry is never out of date. */
export const cacheKey = (...inputs: (string | Uint8Array)[]): string => {
  const hash = createHash('sha256')
  for (const input of inputs) hash.update(`${input.length}:`).update(input)
  return hash.digest('hex')
}

const fast = { params: { [constants.ZSTD_c_compressionLevel]: 1 } }

/** Pieces → the bytes of an entry: a list of the pieces, then the pieces. */
export function packPieces(pieces: Pieces): Uint8Array {
  const packed = Object.entries(pieces).map(([name, piece]) => {
    return typeof piece === 'string'
      ? { name, bytes: zstdCompressSync(piece, fast), lines: countLines(piece) }
      : { name, bytes: piece, lines: 0 }
  })
  const list = JSON.stringify(packed.map(({ name, bytes, lines }) => [name, bytes.length, lines]))
  return Buffer.concat([Buffer.from(`${list}\n`), ...packed.map(({ bytes }) => bytes)])
}

function countLines(text: string): number {
  let count = text === '' ? 0 : 1
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1
  return count
}

/** An entry that was read: its pieces by name. */
export interface Entry {
  text(name: string): string
  /** the bytes of a text */
  plain(name: string): Uint8Array
  /** bytes that are no text */
  bytes(name: string): Uint8Array
  lines(name: string): number
}

/** Bytes → entry; null where they are not as long as they say. */
export function unpackPieces(bytes: Uint8Array): Entry | null {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = all.indexOf(10) + 1
  const places = new Map<string, { piece: Buffer; lines: number }>()
  for (const [name, length, lines] of JSON.parse(all.subarray(0, at).toString() || '[]') as [string, number, number][]) {
    places.set(name, { piece: all.subarray(at, at + length), lines })
    at += length
  }
  if (at === 0 || at !== all.length) return null
  const of = (name: string) => places.get(name) as { piece: Buffer; lines: number }
  const plain = (name: string) => zstdDecompressSync(of(name).piece)
  return { plain, text: (name) => plain(name).toString(), bytes: (name) => of(name).piece, lines: (name) => of(name).lines }
}

/** What was made before, by what it was made from. Several processes may use one folder at once. */
export class Cache {
  readonly folder: string
  constructor(folder: string) {
    this.folder = folder
  }

  private place = (key: string) => join(this.folder, key.slice(0, 2), key.slice(2))

  /** An entry, or null where there is none; one that is damaged, or that was made under another key, is as good as none. */
  read(key: string): Entry | null {
    const path = this.place(key)
    if (!existsSync(path)) return null
    const all = readFileSync(path)
    const bytes = all.subarray(64)
    return all.subarray(0, 64).toString('latin1') === cacheKey(key, bytes) ? unpackPieces(bytes) : null
  }

  /** An entry that was there a moment ago; throws where it is gone. */
  take(key: string): Entry {
    const entry = this.read(key)
    if (!entry) throw new Error(`The entry ${key} of ${this.folder} is gone. Run this again.`)
    return entry
  }

  /** Whether a whole entry is there. */
  has = (key: string): boolean => this.read(key) !== null

  write(key: string, bytes: Uint8Array): void {
    const path = this.place(key)
    mkdirSync(join(path, '..'), { recursive: true })
    const sum = cacheKey(key, bytes)
    // another thread or process may be writing the same at this moment
    const beside = `${path}.${process.pid}-${threadId}`
    writeFileSync(beside, Buffer.concat([Buffer.from(sum), bytes]))
    renameSync(beside, path)
  }

  /** What was made from these inputs before, or what is made of them now. */
  async once(inputs: (string | Uint8Array)[], make: () => Promise<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
    const key = cacheKey(...inputs)
    const found = this.read(key)
    if (found) return Uint8Array.from(found.bytes('made'))
    const made = await make()
    this.write(key, packPieces({ made }))
    return Uint8Array.from(made)
  }

  /** Takes away what was not used, where that is more than twice what was: leaves what another branch or an undone edit may want again. */
  prune(used: Set<string>): void {
    const folders = existsSync(this.folder) ? readdirSync(this.folder) : []
    const names = folders.flatMap((folder) => readdirSync(join(this.folder, folder)).map((name) => folder + name))
    if (names.length <= 3 * used.size + 100) return
    for (const name of names) if (!used.has(name)) rmSync(this.place(name), { force: true })
  }
}
