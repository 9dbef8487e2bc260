import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { markOfShards, openCores } from '../src/work/crew.ts'
import { workAt } from '../src/work/queue.ts'

// works on shards that data, build and attest hand out with --queue, on this or any other machine, until it is told to stop
const { values } = parseArgs({
  options: { queue: { type: 'string' }, threads: { type: 'string' }, patience: { type: 'string', default: '15' } },
})
if (!values.queue) {
  console.error('usage: npm run worker -- --queue redis://HOST [--threads N] [--patience SECONDS]')
  process.exit(2)
}
const threads = Number(values.threads ?? availableParallelism())
const rules = markOfShards('.')
const said = { contribute: 'documents', attest: 'digests attested', draw: 'pictures', write: 'papers' }
const done = (items: number, kind: keyof typeof said) => console.log(`${items} ${said[kind]} done.`)
const worker = workAt(values.queue, rules, openCores(threads), { threads, patience: Number(values.patience), done })
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => worker.close().then(() => process.exit(0)))
console.log(`Waiting for shards at ${values.queue}, for rules ${rules.slice(0, 16)}, ${threads} at a time.`)
