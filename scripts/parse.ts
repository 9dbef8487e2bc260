import { readFileSync } from 'node:fs'
import { findReferences } from '../src/extract/reference.ts'
import { findResponsibilities } from '../src/extract/responsibility.ts'
import { findTargets } from '../src/extract/target.ts'
import { parseDocument } from '../src/parse/document.ts'
import { readDocument } from '../src/parse/reader.ts'

// files of official documents → one JSON object a line, as data/README.md describes it; --text prints what was read of them
const args = process.argv.slice(2)
const files = args.filter((arg) => arg !== '--text')
if (files.length === 0) {
  console.error('usage: npm run --silent parse -- [--text] FILE… (.txt .md .html .docx .pdf; - reads standard input)')
  process.exit(2)
}
let failed = false
for (const source of files) {
  try {
    const text = await readDocument(readFileSync(source === '-' ? 0 : source), source)
    if (args.includes('--text')) {
      console.log(text)
      continue
    }
    const { bodies, cells, ...outline } = parseDocument(text)
    const whole = { ...outline, bodies, cells }
    const { diagnostics, ...form } = outline
    const facts = { targets: findTargets(whole), references: findReferences(whole), responsibilities: findResponsibilities(whole) }
    console.log(JSON.stringify({ source, ...form, ...facts, diagnostics }))
    failed ||= diagnostics.some((d) => d.severity === 'error')
  } catch (fault) {
    console.error(`${source}: ${fault instanceof Error ? fault.message : fault}`)
    failed = true
  }
}
process.exit(failed ? 1 : 0)
