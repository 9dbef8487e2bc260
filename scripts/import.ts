import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { sha256 } from '../src/datasets/attested.ts'
import { readCodebook } from '../src/datasets/codebook.ts'
import { buildIntake, idOf } from '../src/datasets/intake.ts'
import { readLimits, readSources } from '../src/datasets/sources.ts'
import { normalizeText } from '../src/parse/lines.ts'
import { readDocument } from '../src/parse/reader.ts'

// official text → a document folder to be written; what a person wrote there is never touched
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { region: { type: 'string' }, id: { type: 'string' }, root: { type: 'string', default: '.' } },
})
const fail = (message: string): never => {
  console.error(message)
  process.exit(2)
}
const [file] = positionals
if (!file || !values.region) fail('usage: npm run import -- FILE --region CODE [--id ID]')
const { codebook } = readCodebook(readSources(values.root).sources)
const region = codebook.regions.find((r) => r.code === values.region)
if (!region) throw fail(`The region ${values.region} is not in data/codebook/regions.csv. Add its row first.`)
const { limits } = readLimits(values.root)
const text = await readDocument(readFileSync(file as string), file as string, limits).catch((cause: Error) =>
  fail(`${file}: ${cause.message}`),
)
const id = values.id ?? idOf(text, region)
if (!id || !/^[a-z]+(?:-[a-z]+)*-\d{4}$/.test(id))
  throw fail('The text prints no year, or the id is not like hubei-2023. Say it with --id.')
const made = join(values.root, 'data/documents', id, 'document.yaml')
const sum = sha256(normalizeText(text))
if (existsSync(made) && !readFileSync(made, 'utf8').includes(sum))
  throw fail(`${id} is another document already. Give this one an id of its own with --id.`)
const write = (path: string, content: string) => {
  const kept = existsSync(path)
  mkdirSync(dirname(path), { recursive: true })
  if (!kept) writeFileSync(path, content)
  console.log(`${kept ? 'kept' : 'made'} ${path}`)
}
for (const [name, content] of buildIntake(text, region, codebook.site.asOf)) write(join(values.root, 'data/documents', id, name), content)
write(join(values.root, 'originals', `${id}.txt`), text)
