import { parseArgs } from 'node:util'
import { runPipeline } from '../src/datasets/pipeline.ts'
import { openHere } from '../src/datasets/pool.ts'
import { listDocuments, markOfRules } from '../src/datasets/sources.ts'
import { formatProblem } from '../src/model/problem.ts'
import { markOfShards, openCores, openCrew } from '../src/work/crew.ts'

// data/ → data/datasets/: all Problems and nothing written, or every dataset; more documents than this are worth threads
const worthThreads = 48
const { values, positionals } = parseArgs({ options: { threads: { type: 'string' }, queue: { type: 'string' } }, allowPositionals: true })
const [root, rules] = [positionals[0] ?? '.', markOfRules('.')]
const many = listDocuments(root).length > worthThreads
const threads = values.threads ? Number(values.threads) : undefined
const pool = values.queue ? await openCrew(values.queue, markOfShards('.'), console.error, threads) : many ? openCores(threads) : openHere()
const { problems, counts, made, site } = await runPipeline({ root, pool, rules }).finally(() => pool.close())
if (problems.length > 0) {
  console.error(problems.map(formatProblem).join('\n'))
  console.error(`${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}. No dataset was written.`)
  process.exit(1)
}
const names = ['documents', 'provisions', 'targets', 'entitlements', 'references', 'responsibilities', 'alignments', 'observations']
console.log(names.map((name) => `${counts[name] ?? 0} ${name}`).join(', '))
console.log(`Made anew: ${made.documents} documents, ${made.comparisons} comparisons; the others are as before.`)
if (!site.url) console.log('data/site.yaml has no url: canonical links and sitemap are left out.')
