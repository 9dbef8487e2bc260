import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { documentIds } from '../../src/datasets/folder.ts'
import { readSources } from '../../src/datasets/sources.ts'
import { parseTable } from '../../src/parse/table.ts'
import { record, writeMarkdown } from '../record.ts'
import { benchAlignment } from './alignment.ts'
import { renderBook, renderSummary } from './book.ts'
import { checkBudgets } from './budget.ts'
import { benchDownloads } from './downloads.ts'
import { benchExplore } from './explore.ts'
import { benchExtract } from './extract.ts'
import { benchInheritance } from './inheritance.ts'
import { benchLoad } from './load.ts'
import { floor, median, report, results } from './measure.ts'
import { benchHostile, benchParse } from './parse.ts'
import { benchNation, benchPipeline } from './pipeline.ts'
import { benchSearch } from './search.ts'
import { benchSite, benchWeight } from './site.ts'
import { benchStatistics } from './statistics.ts'

// npm run bench [-- NAME…]: time of each stage at three sizes, beside a floor in the same run; docs/benchmarks.md and the table of the README are written by a run of all, or --book
const { sources } = readSources('.')
const ids = documentIds(sources)
const digests = ids.map((id) => sources.get(`data/documents/${id}/digest.zh.md`) ?? '')
const Row = z.object({ region: z.string(), value: z.number() })
function benchStage(name: string, stage: (n: number) => { text: string; run: () => unknown }): void {
  const rows = [1, 4, 16].map((n) => {
    const { text, run } = stage(n)
    const time = median(run)
    return { size: Math.round(text.length / 1024), ms: time, 'x floor': time / floor(text) }
  })
  report(name, rows, ['ms'])
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
    benchStage('csv', (n) => {
      const text = `region,value\n${'990100,12.5\n'.repeat(1000 * n)}`
      return { text, run: () => parseTable(text, 'bench.csv', Row, ['value']) }
    }),
  datasets: () => benchPipeline(),
  alignment: benchAlignment,
  inheritance: () => benchInheritance(),
  weight: () => benchWeight(),
  site: () => benchSite(),
}
// run by their names only
const long: typeof cases = {
  nation: () => benchNation(Number(values.documents)),
  'site-nation': () => benchSite([Number(values.documents)], 1),
  load: () => benchLoad(),
  budget: () => {
    if (!checkBudgets()) process.exitCode = 1
  },
}

const options = { documents: { type: 'string', default: '10000' }, book: { type: 'boolean' } } as const
const { values, positionals } = parseArgs({ options, allowPositionals: true })
const every = { ...cases, ...long }
const unknown = positionals.find((name) => !every[name])
if (unknown) {
  console.error(`No case ${unknown}. There are: ${Object.keys(every).join(', ')}.`)
  process.exit(2)
}
const begun = performance.now()
const [cpu] = cpus()
const machine = `${availableParallelism()} cores of ${cpu?.model.trim()}, Node ${process.version}`
console.log(machine)
for (const name of positionals.length > 0 ? positionals : Object.keys(cases)) {
  console.log(`\n${name}`)
  await every[name]?.()
}
mkdirSync('.bench', { recursive: true })
writeFileSync('.bench/results.json', `${JSON.stringify({ machine, cases: results() }, null, 1)}\n`)
if (positionals.length === 0 || values.book) {
  const minutes = Math.round((performance.now() - begun) / 60_000)
  await writeMarkdown('docs/benchmarks.md', renderBook(machine, results(), minutes))
  await record('README.md', 'benchmarks', renderSummary(machine, results(), minutes))
}
