import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { publishedFolder, publishedWhole } from '../src/pages/_data.ts'

// data/datasets/ → .cache/published/: every file of the current data, where the pages that name them find them; nothing where they are there.
// --out DIST: into the site, past the renderer of pages, which would hold each whole
const { values } = parseArgs({ options: { out: { type: 'string' } } })
const files = await publishedWhole()
for (const { path } of values.out ? files : []) cpSync(join(publishedFolder, path), join(String(values.out), 'data/latest', path))
console.log(`${files.length} files to download, ${Math.round(files.reduce((n, f) => n + f.size, 0) / 1e6)} MB.`)
