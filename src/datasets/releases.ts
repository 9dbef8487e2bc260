import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Problem } from '../model/problem.ts'
import { ChangeReason, Manifest } from '../model/release.ts'
import { parseTable } from '../parse/table.ts'

const folder = (root: string) => join(root, 'data/releases')

/** Manifests of all releases, the oldest first. */
export function readManifests(root: string): Manifest[] {
  if (!existsSync(folder(root))) return []
  return readdirSync(folder(root))
    .filter((name) => /^\d{4}-\d{2}-\d{2}\.json$/.test(name))
    .sort()
    .map((name) => Manifest.parse(JSON.parse(readFileSync(join(folder(root), name), 'utf8'))))
}

/** Archive of a release as it was written: `data` the files, `pages` the pages; null where there is none. */
export function readArchive(root: string, release: string, of: 'data' | 'pages'): Uint8Array | null {
  const path = join(folder(root), of === 'data' ? `${release}.zip` : `${release}.pages.zst`)
  return existsSync(path) ? new Uint8Array(readFileSync(path)) : null
}

/** Texts of the files of a folder that are wanted, by path within it. */
export const readFolder = (at: string, isWanted: (path: string) => boolean): Map<string, string> =>
  new Map(
    readdirSync(at, { recursive: true, encoding: 'utf8' })
      .filter(isWanted)
      .map((path) => [path, readFileSync(join(at, path), 'utf8')]),
  )

/** data/changes.csv. */
export function readReasons(root: string): { reasons: ChangeReason[]; problems: Problem[] } {
  const file = 'data/changes.csv'
  const path = join(root, file)
  if (!existsSync(path)) return { reasons: [], problems: [] }
  const read = parseTable(readFileSync(path, 'utf8'), file, ChangeReason)
  return { reasons: read.rows.map((r) => r.value), problems: read.problems }
}

/** Writes a release: the archives beside their place, the manifest last, so that a release is whole or not there. */
export function writeRelease(root: string, manifest: Manifest, data: Uint8Array, pages: Uint8Array | null): void {
  mkdirSync(folder(root), { recursive: true })
  const last = join(folder(root), `${manifest.release}.json`)
  if (existsSync(last)) throw new Error(`${last} is there already. A release is never written again.`)
  // archives without a manifest are what a run left that died: no release
  const put = (name: string, content: string | Uint8Array) => {
    const path = join(folder(root), name)
    writeFileSync(`${path}.new`, content)
    renameSync(`${path}.new`, path)
  }
  put(`${manifest.release}.zip`, data)
  if (pages) put(`${manifest.release}.pages.zst`, pages)
  put(`${manifest.release}.json`, `${JSON.stringify(manifest, null, 1)}\n`)
}
