import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { openThreads } from '../src/datasets/pool.ts'
import { workAt } from '../src/datasets/queue.ts'
import { markOfRules } from '../src/datasets/sources.ts'

// works on shards of `npm run data -- --queue`, on this or any other machine, until it is told to stop
const { values } = parseArgs({
  options: { queue: { type: 'string' }, threads: { type: 'string' }, patience: { type: 'string', default: '15' } },
})
if (!values.queue) {
  console.error('usage: npm run worker -- --queue redis://HOST [--threads N] [--patience SECONDS]')
  process.exit(2)
}
const threads = Number(values.threads ?? availableParallelism())
const rules = markOfRules('.')
const done = (documents: number) => console.log(`${documents} documents done.`)
const worker = workAt(values.queue, rules, await openThreads(threads), { threads, patience: Number(values.patience), done })
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => worker.close().then(() => process.exit(0)))
console.log(`Waiting for shards at ${values.queue}, for rules ${rules.slice(0, 16)}, ${threads} at a time.`)
