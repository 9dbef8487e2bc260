import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { attestAll } from '../src/datasets/attesting.ts'
import { inheritancePath, measureInheritance, renderInheritance } from '../src/datasets/inheritance.ts'
import { readOriginal } from '../src/datasets/sources.ts'
import { attest } from '../src/datasets/tasks.ts'
import { formatProblem, sortProblems } from '../src/model/problem.ts'
import { markOfShards, openCrew } from '../src/work/crew.ts'

// folder of official texts → attestation.json beside every digest that says the same; with --queue URL by workers, who are given the texts
const { values, positionals } = parseArgs({ options: { queue: { type: 'string' } }, allowPositionals: true })
const [official, root = '.'] = positionals
if (!official || !existsSync(official)) {
  console.error('usage: npm run attest -- FOLDER (of official texts named like hubei-2023.txt) [--queue redis://HOST]')
  process.exit(2)
}
const crew = values.queue ? await openCrew(values.queue, markOfShards('.'), console.error) : null
const here = async (task: Parameters<typeof attest>[0]) => attest(task)
const { attested, unread, problems } = await attestAll(root, official, crew?.attest ?? here, crew?.width ?? 1)
await crew?.close()
for (const { id, why } of unread) console.log(`${id}: ${why}, not attested`)
for (const { id, path, found } of attested) {
  console.log(`${id}: ${found.provisions} provisions, ${found.facts} facts compared, ${found.problems.length} differences`)
  if (found.problems.length === 0) writeFileSync(join(root, path), found.text)
}
const texts = attested.filter((a) => a.found.problems.length === 0).map(({ id, sha256 }) => ({ id, sha256 }))
function read(id: string): string {
  const text = readOriginal(official as string, id)?.text
  if (text == null) throw new Error(`The official text of ${id} was there a moment ago, and is gone.`)
  return text
}
if (texts.length > 1) writeFileSync(join(root, inheritancePath), renderInheritance(measureInheritance(texts, read)))
const all = [...problems, ...attested.flatMap((a) => a.found.problems)]
if (all.length > 0) {
  console.error(sortProblems(all).map(formatProblem).join('\n'))
  process.exit(1)
}
