import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { writeAtlas } from './atlas.ts'
import { makeDocument } from './document.ts'
import { makeStatistics, statisticsHead } from './statistics.ts'

// npm run bench:corpus -- --documents 1000 [--seed 1] [--out FOLDER]: texts, what they hold, and statistics; one document at a time.
// With --atlas a whole project folder, which `npm run data -- FOLDER` takes
const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    out: { type: 'string', default: 'originals/synthetic' },
    atlas: { type: 'boolean', default: false },
  },
})
const [documents, seed, out] = [Number(values.documents), Number(values.seed), values.out]
if (!Number.isInteger(documents) || documents < 1 || !Number.isInteger(seed)) {
  console.error('--documents takes a whole number from 1 on, --seed a whole number.')
  process.exit(2)
}
if (values.atlas) {
  writeAtlas(out, seed, documents)
  console.log(`${documents} documents as a project folder in ${out}.`)
  process.exit(0)
}
mkdirSync(join(out, 'texts'), { recursive: true })
const gold = createWriteStream(join(out, 'gold.ndjson'))
const statistics = createWriteStream(join(out, 'statistics.csv'))
statistics.write(`${statisticsHead.join()}\n`)
let provisions = 0
for (let n = 0; n < documents; n++) {
  const { text, ...known } = makeDocument(seed, n)
  provisions += known.gold.provisions.length
  writeFileSync(join(out, 'texts', `${known.id}.txt`), text)
  const more = [
    gold.write(`${JSON.stringify(known)}\n`),
    statistics.write(
      makeStatistics(seed, n, known.region)
        .map((row) => `${row.join()}\n`)
        .join(''),
    ),
  ]
  if (more.includes(false)) await new Promise((done) => setImmediate(done))
}
await Promise.all([gold, statistics].map((stream) => new Promise<void>((done) => stream.end(() => done()))))
console.log(`${documents} documents with ${provisions} provisions in ${out}: texts/, gold.ndjson, statistics.csv.`)
