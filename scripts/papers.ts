import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { Cache, cacheKey } from '../src/datasets/cache.ts'
import { markOfCode } from '../src/datasets/sources.ts'
import { briefPaths, paperOf } from '../src/pages/_briefs.ts'
import { siteAddress } from '../src/pages/_cards.ts'
import { makeMissing, markOfShards, openCrew } from '../src/work/crew.ts'

// dist/ → dist/briefs/: every brief as .docx, made in threads or (--queue URL) by workers; what was written before is taken from the cache
const options = {
  site: { type: 'string' },
  base: { type: 'string' },
  out: { type: 'string', default: 'dist' },
  queue: { type: 'string' },
} as const
const { values } = parseArgs({ options, strict: false })
const address = siteAddress(values)
const crew = await openCrew(values.queue as string | undefined, markOfShards('.'), console.error)
const mark = markOfCode('.', ['charts', 'publish'])
const all = briefPaths().map(({ params }) => ({ ...params, paper: paperOf(params, address) }))
const made = await makeMissing(all, crew.width, {
  cache: new Cache('.cache/briefs'),
  keyOf: ({ paper }) => cacheKey(mark, JSON.stringify(paper)),
  size: 8,
  make: (items) => crew.write({ papers: items.map(({ paper }) => paper) }),
  keep({ lang, brief }, bytes) {
    const path = join(String(values.out), 'briefs', lang, `${brief}.docx`)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, bytes)
  },
})
await crew.close()
console.log(`${all.length} briefs as .docx, ${made} of them made anew.`)
