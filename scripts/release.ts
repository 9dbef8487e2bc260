import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readArchive, readFolder, readManifests, readReasons, writeRelease } from '../src/datasets/releases.ts'
import { readLock } from '../src/datasets/sources.ts'
import { readDatasets } from '../src/datasets/store.ts'
import { formatProblem } from '../src/model/problem.ts'
import { publishedFiles } from '../src/publish/files.ts'
import { readZip, renderZip } from '../src/publish/formats/zip.ts'
import { anyBase, freezePages, isKept, packPages } from '../src/publish/frozen.ts'
import { buildManifest, planRelease, recordsOf } from '../src/publish/release.ts'
import { frozenNote } from '../src/views/changes.ts'
import { everyEdition } from '../src/views/edition.ts'
import { publicationOf } from '../src/views/publication.ts'

// the current data → data/releases/: all files and pages with their checksums, what changed and why; or every Problem and nothing
const { values } = parseArgs({ options: { date: { type: 'string' }, 'no-pages': { type: 'boolean' } } })
const run = (...command: string[]) => spawnSync(process.execPath, command, { stdio: 'inherit' }).status === 0 || process.exit(1)
run('scripts/data.ts')
const atlas = readDatasets('.')
const date = values.date ?? atlas.site[0]?.asOf ?? ''
const publication = publicationOf(atlas, date)
const files = await publishedFiles(publication, everyEdition(atlas, publication.url), readLock('.'))
const data = new Map(files.map((f) => [f.path, f.bytes]))
const earlier = readManifests('.')
const last = earlier.at(-1)?.release ?? null
const { reasons, problems } = readReasons('.')
const before = recordsOf(readZip((last ? readArchive('.', last, 'data') : null) ?? new Uint8Array()))
const plan = planRelease(date, before, recordsOf(data), reasons, earlier)
const found = [...problems, ...plan.problems].map(formatProblem)
if (found.length > 0) {
  console.error([...found, 'No release was written.'].join('\n'))
  process.exit(1)
}
const out = mkdtempSync(join(tmpdir(), 'atlas-release-'))
if (!values['no-pages']) run('scripts/build.ts', '--no-pictures', '--no-compressed', '--outDir', out, '--base', `${anyBase}/${date}/`)
const texts = readFolder(out, isKept)
rmSync(out, { recursive: true })
const pages = texts.size > 0 ? packPages(freezePages(texts, date, (path, living) => frozenNote(path, living, date))) : null
writeRelease('.', buildManifest(publication, files, plan.changes, last, pages), renderZip(data), pages)
console.log(`${date}: ${files.length} files, ${texts.size} of pages, ${plan.changes.length} changed groups since ${last ?? 'nothing'}.`)
