import { z } from 'zod'
import { buildAtlas } from '../../src/datasets/build.ts'
import { documentIds } from '../../src/datasets/folder.ts'
import { readSources, type Sources } from '../../src/datasets/sources.ts'
import { parseTable } from '../../src/parse/table.ts'
import { benchDownloads } from './downloads.ts'
import { benchExplore } from './explore.ts'
import { benchExtract } from './extract.ts'
import { floor, growth, median } from './measure.ts'
import { benchHostile, benchParse } from './parse.ts'
import { benchSearch } from './search.ts'
import { benchStatistics } from './statistics.ts'

// npm run bench [-- NAME]: time of each stage at three sizes, beside a floor in the same run
const { sources } = readSources('.')
const ids = documentIds(sources)
const digests = ids.map((id) => sources.get(`data/documents/${id}/digest.zh.md`) ?? '')
const Row = z.object({ region: z.string(), value: z.number() })
const letters = (n: number) => [...String(n)].map((d) => String.fromCharCode(97 + Number(d))).join('')
const copies = (n: number): Sources =>
  new Map(
    Array.from({ length: n }, (_, k) =>
      [...sources].map(([f, text]) => [f.replace(/(documents\/[a-z]+)/, `$1-${letters(k)}`), text] as const),
    ).flat(),
  )

function benchStage(stage: (n: number) => { text: string; run: () => unknown }): void {
  console.log('    KiB      ms  × floor')
  const sizes = [1, 4, 16]
  const times = sizes.map((n) => {
    const { text, run } = stage(n)
    const time = median(run)
    console.log(
      `${(text.length / 1024).toFixed(0).padStart(7)}${time.toFixed(1).padStart(8)}${(time / floor(text)).toFixed(1).padStart(9)}`,
    )
    return time
  })
  console.log(`growth exponent ${growth(sizes, times).toFixed(2)}`)
}

const cases: Record<string, () => void | Promise<void>> = {
  parse: () => benchParse(digests),
  hostile: benchHostile,
  extract: benchExtract,
  statistics: () => benchStatistics(sources),
  search: () => benchSearch(sources),
  downloads: () => benchDownloads(sources),
  explore: benchExplore,
  csv: () =>
    benchStage((n) => {
      const text = `region,value\n${'990100,12.5\n'.repeat(1000 * n)}`
      return { text, run: () => parseTable(text, 'bench.csv', Row, ['value']) }
    }),
  datasets: () =>
    benchStage((n) => {
      const all = copies(n)
      return { text: [...all.values()].join(''), run: () => buildAtlas(all) }
    }),
}

const [name] = process.argv.slice(2)
if (name && !cases[name]) {
  console.error(`No case ${name}. There are: ${Object.keys(cases).join(', ')}.`)
  process.exit(2)
}
for (const [key, run] of Object.entries(cases))
  if (!name || name === key) {
    console.log(`\n${key}`)
    await run()
  }
