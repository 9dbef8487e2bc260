import { readArchive, readManifests } from '../datasets/releases.ts'
import type { Atlas } from '../model/atlas.ts'
import type { Manifest } from '../model/release.ts'
import { rowsOf, tables } from '../model/tables.ts'
import { renderNdjson } from '../publish/formats/json.ts'
import { readZip } from '../publish/formats/zip.ts'
import { unpackPages } from '../publish/frozen.ts'
import { hashOf } from '../publish/hash.ts'
import { checkFiles } from '../publish/release.ts'
import { held } from './_held.ts'

let known: Manifest[] | undefined

/** Releases, the oldest first. */
export const releases = (): Manifest[] => {
  known ??= readManifests('.')
  return known
}

/** The newest release, where the current data are its data; null where they have gone on or nothing was released. */
export function currentRelease(atlas: Atlas): string | null {
  const last = releases().at(-1)
  const same = last && tables.every((table) => isSame(last, `${table.name}.ndjson`, renderNdjson(rowsOf(table, atlas[table.name]))))
  return same ? last.release : null
}
const isSame = ({ files }: Manifest, path: string, text: string) => files.find((f) => f.path === path)?.sha256 === hashOf(text)

/** Paths of the pages that are kept with the release that holds the current data. */
export const keptPages = held((atlas: Atlas): { release: string; pages: Set<string> } | null => {
  const release = currentRelease(atlas)
  const archive = release && readArchive('.', release, 'pages')
  return archive ? { release, pages: new Set(unpackPages(archive, '').keys()) } : null
})

/** What the current data are called: the release that holds them, or the day they hold for, marked as unreleased. */
export const currentVersion = (atlas: Atlas): string => currentRelease(atlas) ?? `${atlas.site[0]?.asOf}-unreleased`

const opened = new Map<string, Map<string, Uint8Array>>()

/** Files of a release, each checked against its manifest; throws where one is not what it was. */
export function releaseFiles(release: string): Map<string, Uint8Array> {
  const known = opened.get(release)
  if (known) return known
  const files = readZip(readArchive('.', release, 'data') ?? new Uint8Array())
  const manifest = releases().find((m) => m.release === release) as Manifest
  const [problem] = checkFiles(manifest, files)
  if (problem) throw new Error(`${problem.file}: ${problem.message} ${problem.fix}`)
  opened.set(release, files)
  return files
}
