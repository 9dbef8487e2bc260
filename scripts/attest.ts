import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { attestDigest, renderAttestation } from '../src/datasets/attest.ts'
import { readCodebook } from '../src/datasets/codebook.ts'
import { documentIds, readFolder } from '../src/datasets/folder.ts'
import { inheritancePath, measureInheritance, renderInheritance } from '../src/datasets/inheritance.ts'
import { readSources } from '../src/datasets/sources.ts'
import { formatProblem, type Problem, sortProblems } from '../src/model/problem.ts'
import { readText } from '../src/parse/encoding.ts'

// folder of official texts → attestation.json beside every digest that says the same
const [official, root = '.'] = process.argv.slice(2)
if (!official) {
  console.error('usage: npm run attest -- FOLDER (of official texts named like hubei-2023.txt)')
  process.exit(2)
}
const { sources, problems } = readSources(root)
const { codebook } = readCodebook(sources)
const all: Problem[] = [...problems]
const texts: { id: string; text: string; sha256: string }[] = []
for (const id of documentIds(sources)) {
  const path = join(official, `${id}.txt`)
  const { folder } = readFolder(sources, id)
  if (!folder || !existsSync(path)) {
    console.log(`${id}: ${folder ? `no official text at ${path}` : 'its folder has problems (npm run data)'}, not attested`)
    continue
  }
  const text = readText(readFileSync(path), path).text ?? ''
  const compared = attestDigest(folder, text, codebook)
  if (compared.problems.length === 0) texts.push({ id, text, sha256: folder.file.sha256 })
  all.push(...compared.problems)
  const { provisions, facts } = compared.attestation
  console.log(`${id}: ${provisions.length} provisions, ${facts} facts compared, ${compared.problems.length} differences`)
  if (compared.problems.length === 0) writeFileSync(join(root, folder.path, 'attestation.json'), renderAttestation(compared.attestation))
}
if (texts.length > 1) writeFileSync(join(root, inheritancePath), renderInheritance(measureInheritance(texts)))
if (all.length > 0) {
  console.error(sortProblems(all).map(formatProblem).join('\n'))
  process.exit(1)
}
