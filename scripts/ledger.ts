import { appendFileSync, existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildAtlas } from '../src/datasets/build.ts'
import { readSources } from '../src/datasets/sources.ts'

// gives every new target the next free number of its provision, at the end of data/targets.csv
const root = process.argv[2] ?? '.'
const file = join(root, 'data/targets.csv')
const { missing } = buildAtlas(readSources(root).sources)
if (!existsSync(file)) writeFileSync(file, 'document,provision,number,printed\n')
appendFileSync(file, missing.map((m) => `${m.document},${m.provision},${m.number},${m.printed}\n`).join(''))
console.log(`${missing.length} targets numbered in data/targets.csv.`)
