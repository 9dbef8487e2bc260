import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Files to write: where each lies in the folder, and its bytes. */
export interface FilesTask {
  folder: string
  files: [path: string, bytes: Uint8Array][]
}

/** Writes files; throws where one is there already. */
export function writeFiles({ folder, files }: FilesTask): void {
  for (const [path, bytes] of files) {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, bytes, { flag: 'wx' })
  }
}
