import { spawn } from 'node:child_process'
import { watch, writeFileSync } from 'node:fs'
import { runPipeline } from '../src/datasets/pipeline.ts'
import { openHere } from '../src/datasets/pool.ts'
import { markOfRules } from '../src/datasets/sources.ts'
import { formatProblem, type Problem } from '../src/model/problem.ts'

// serves the site while data/ is edited: what changed is made anew and the pages are reloaded; with Problems the last good datasets stay
// a digest that is being edited is attested anew when it is done
const isStale = (p: Problem) => p.file.endsWith('/attestation.json')
const pool = openHere()
let [running, again] = [false, false]
async function refresh(): Promise<void> {
  again = running
  if (running) return
  running = true
  // another process may be writing the datasets, or a file be gone: the next change tries again
  await make().catch((cause: Error) => console.error(cause.message))
  running = false
  if (again) await refresh()
}
async function make(): Promise<void> {
  const from = performance.now()
  const { problems, made, counts } = await runPipeline({ root: '.', pool, rules: markOfRules('.'), tolerates: isStale })
  const seconds = ((performance.now() - from) / 1000).toFixed(2)
  if (problems.length > 0) console.error(problems.map(formatProblem).join('\n'))
  if (Object.keys(counts).length === 0) console.error('The datasets stay as they were.')
  else {
    writeFileSync('data/datasets.stamp', seconds)
    console.log(`Datasets in ${seconds} s: ${made.documents} documents and ${made.comparisons} comparisons anew.`)
  }
}
await refresh()
watch('data', { recursive: true }, (_, file) => {
  if (file && !/^(?:datasets|releases)/.test(file)) refresh()
})
spawn(process.execPath, ['node_modules/astro/bin/astro.mjs', 'dev', ...process.argv.slice(2)], { stdio: 'inherit' }).on('exit', (code) =>
  process.exit(code ?? 0),
)
