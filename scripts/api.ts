import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { readDatasets } from '../src/datasets/store.ts'
import { currentVersion } from '../src/pages/_releases.ts'
import { apiFiles } from '../src/publish/api.ts'
import { publicationOf } from '../src/views/publication.ts'

// data/datasets/ → dist/api/v1/: a list of every dataset and a file of every record
const { values } = parseArgs({ options: { out: { type: 'string', default: 'dist' } }, strict: false })
const atlas = readDatasets('.')
const folders = new Set<string>()
let count = 0
for (const [path, text] of apiFiles(publicationOf(atlas, currentVersion(atlas)))) {
  const file = join(String(values.out), 'api/v1', path)
  if (!folders.has(dirname(file))) mkdirSync(dirname(file), { recursive: true })
  folders.add(dirname(file))
  writeFileSync(file, text)
  count += 1
}
console.log(`${count} files of the API.`)
