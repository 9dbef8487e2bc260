import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { readArchive, readManifests } from '../src/datasets/releases.ts'
import { unpackPages } from '../src/publish/frozen.ts'

// data/releases/ → dist/<release>/: the pages of every release, as they were
const options = { base: { type: 'string', default: '' }, out: { type: 'string', default: 'dist' } } as const
const { values } = parseArgs({ options, strict: false })
for (const { release } of readManifests('.')) {
  const archive = readArchive('.', release, 'pages')
  const pages = archive ? unpackPages(archive, String(values.base).replace(/\/$/, '')) : new Map<string, string>()
  for (const [path, text] of pages) {
    const file = join(String(values.out), release, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  console.log(`${release}: ${pages.size} files of its pages.`)
}
