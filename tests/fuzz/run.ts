import { parseArgs } from 'node:util'
import fc from 'fast-check'
import { type Row, record, tableOf } from '../record.ts'
import { startCover, takeCover } from './cover.ts'
import { goldens, inputsOf, type Target } from './mutate.ts'
import { seeded, targets } from './targets.ts'

// npm run fuzz [-- --runs N] [--seed N] [--book]: changed goldens, and what they lead to; what ran of the code; whether a fault that was put in is
// found; with --book docs/robustness.md says so
const text = { type: 'string' } as const
const options = { runs: { ...text, default: '1000000' }, seed: { ...text, default: '1' }, book: { type: 'boolean' } } as const
const { values } = parseArgs({ options })
const [runs, seed] = [Number(values.runs), Number(values.seed)]
const shares: { [T in Target]: number } = { parse: 0.1, csv: 0.6, yaml: 0.3 }
const rooms: { [T in Target]: RegExp } = {
  parse: /\/src\/(?:parse|extract)\//,
  csv: /\/src\/parse\/table|papaparse/,
  yaml: /\/src\/parse\/yaml|\/yaml\/dist/,
}
// inputs between two looks at what ran
const batch = 500

interface Fuzzed {
  runs: number
  golden: number
  kept: number
  ran: number
  blocks: number
  fault: string | null
}

/**
 * Runs of one target: inputs are made of its goldens and of those inputs that ran blocks of the code nobody had run before, which are kept. Ends at
 * the first input that does not hold.
 */
async function fuzz(target: Target, count: number, work: (text: string) => void): Promise<Fuzzed> {
  const pool = goldens[target]()
  const [seen, known] = [new Set<string>(), new Set<string>()]
  const done: Fuzzed = { runs: 0, golden: 0, kept: 0, ran: 0, blocks: 0, fault: null }
  await takeCover(rooms[target])
  while (done.runs < count && done.fault === null) {
    const texts: string[] = []
    const property = fc.property(inputsOf(pool), ({ text, golden }) => {
      done.runs += 1
      if (golden) done.golden += 1
      texts.push(text)
      work(text)
    })
    const found = fc.check(property, { numRuns: Math.min(batch, count - done.runs), seed: seed + done.runs })
    if (found.failed) done.fault = JSON.stringify(found.counterexample)
    const { ran, all } = await takeCover(rooms[target])
    for (const block of all) known.add(block)
    if (ran.every((block) => seen.has(block))) continue
    const fresh = new Set(ran.filter((block) => !seen.has(block)))
    const kept = done.fault === null ? await whichRan(texts, fresh, rooms[target], work) : []
    for (const text of kept) pool.push(text.slice(0, 4000))
    done.kept += kept.length
    for (const block of ran) seen.add(block)
  }
  return { ...done, ran: seen.size, blocks: known.size }
}

/** The inputs that ran blocks of `fresh`, which are taken out of it: halves are tried, and their halves, down to a single input. */
async function whichRan(texts: string[], fresh: Set<string>, room: RegExp, work: (text: string) => void): Promise<string[]> {
  if (fresh.size === 0 || texts.length === 0) return []
  for (const text of texts) work(text)
  const own = (await takeCover(room)).ran.filter((block) => fresh.has(block))
  if (own.length === 0) return []
  if (texts.length === 1) {
    for (const block of own) fresh.delete(block)
    return texts
  }
  const half = texts.length >> 1
  return [...(await whichRan(texts.slice(0, half), fresh, room, work)), ...(await whichRan(texts.slice(half), fresh, room, work))]
}

await startCover()
const rows: Row[] = []
let [total, golden, failed] = [0, 0, false]
for (const name of Object.keys(shares) as Target[]) {
  const done = await fuzz(name, Math.ceil(runs * shares[name]), targets[name])
  rows.push({
    reader: name,
    executions: done.runs,
    'of changed goldens, %': (100 * done.golden) / done.runs,
    'inputs kept': done.kept,
    'blocks of the code that ran': `${done.ran} of ${done.blocks}`,
    '%': (100 * done.ran) / done.blocks,
    fault: done.fault ?? 'none',
  })
  console.table(rows.slice(-1))
  total += done.runs
  golden += done.golden
  failed ||= done.fault !== null
}
const bug = await fuzz('parse', 400_000, seeded)
const found = bug.fault === null ? 'NOT FOUND' : `found after ${bug.runs} executions`
const words = `${total} executions, ${((100 * golden) / total).toFixed(1)} % of them of goldens that were changed. A fault put into the parser: ${found}.`
console.log(words)
if (values.book) await record('docs/robustness.md', 'fuzzing', `${tableOf(rows)}\n\n${words}`)
process.exit(failed || bug.fault === null ? 1 : 0)
