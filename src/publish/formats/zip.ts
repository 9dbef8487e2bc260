import { unzipSync, Zip, ZipDeflate, type Zippable, zipSync } from 'fflate'

// the least that a zip can say; the same bytes whenever it is made
const day = new Date(1980, 0, 2)

/** Files by path → zip, the same bytes for the same files: sorted, of one day. */
export const renderZip = (files: Map<string, Uint8Array>): Uint8Array =>
  zipSync(Object.fromEntries([...files].sort(([a], [b]) => (a < b ? -1 : 1))) as Zippable, { mtime: day, level: 9 })

/** The same, of files that are read one at a time, given on piece by piece. */
export function streamZip(paths: string[], read: (path: string) => Uint8Array, add: (piece: Uint8Array) => void): void {
  const zip = new Zip((cause, piece) => {
    if (cause) throw cause
    add(piece)
  })
  for (const path of [...paths].sort()) {
    const file = new ZipDeflate(path, { level: 6 })
    file.mtime = day
    zip.add(file)
    file.push(read(path), true)
  }
  zip.end()
}

/** Zip → its files by path; none where it is empty. */
export const readZip = (bytes: Uint8Array): Map<string, Uint8Array> =>
  bytes.length === 0 ? new Map() : new Map(Object.entries(unzipSync(bytes)))
