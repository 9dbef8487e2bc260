import { readFileSync } from 'node:fs'
import { findReferences } from '../src/extract/reference.ts'
import { findResponsibilities } from '../src/extract/responsibility.ts'
import { findTargets } from '../src/extract/target.ts'
import { parseDocument } from '../src/parse/document.ts'

// texts of official documents → one JSON object a line, as data/README.md describes it
const files = process.argv.slice(2)
if (files.length === 0) {
  console.error('usage: npm run --silent parse -- FILE… (- reads standard input)')
  process.exit(2)
}
let failed = false
for (const source of files) {
  const { bodies, cells, ...outline } = parseDocument(readFileSync(source === '-' ? 0 : source, 'utf8'))
  const { diagnostics, ...form } = outline
  const whole = { ...outline, bodies, cells }
  const facts = { targets: findTargets(whole), references: findReferences(whole), responsibilities: findResponsibilities(whole) }
  console.log(JSON.stringify({ source, ...form, ...facts, diagnostics }))
  failed ||= diagnostics.some((d) => d.severity === 'error')
}
process.exit(failed ? 1 : 0)
