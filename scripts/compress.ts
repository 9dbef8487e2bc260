import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { isMainThread, Worker, workerData } from 'node:worker_threads'
import { Cache } from '../src/datasets/cache.ts'
import { markOfCode } from '../src/datasets/sources.ts'
import { encodings, isText, leastSize } from '../src/publish/compress.ts'

// dist/ → beside every text its gzip, brotli and zstd form, for hosts that serve what is there; what was compressed before is taken from the cache
const { values } = parseArgs({ options: { out: { type: 'string', default: 'dist' } }, strict: false })
const out = String(values.out)
const lanes = availableParallelism()

if (isMainThread) {
  const workers = Array.from({ length: lanes }, (_, n) => new Worker(import.meta.filename, { workerData: n, argv: process.argv.slice(2) }))
  const counts = await Promise.all(
    workers.map((w) => new Promise<number>((done, fail) => w.on('error', fail).on('message', (n: number) => done(n)))),
  )
  console.log(`${counts.reduce((a, b) => a + b)} files in ${Object.keys(encodings).length} compressed forms.`)
} else {
  const { parentPort } = await import('node:worker_threads')
  const cache = new Cache('.cache/compressed')
  const mark = markOfCode('.', ['publish'])
  // records of the API are asked for one at a time, and are small
  const all = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((path) => isText(path) && !/^api\/v1\/.+\//.test(path))
  const large = all.filter((path) => statSync(join(out, path)).size >= leastSize).sort()
  const own = large.filter((_, i) => i % lanes === workerData)
  for (const path of own) {
    const bytes = readFileSync(join(out, path))
    for (const [ending, compress] of Object.entries(encodings))
      writeFileSync(join(out, `${path}.${ending}`), await cache.once([mark, ending, bytes], async () => compress(bytes)))
  }
  parentPort?.postMessage(own.length)
}
