import { readFileSync } from 'node:fs'
import { findReferences } from '../src/extract/reference.ts'
import { findResponsibilities } from '../src/extract/responsibility.ts'
import { findTargets } from '../src/extract/target.ts'
import { parseDocument } from '../src/parse/document.ts'
import { readDocument } from '../src/parse/reader.ts'

// files of official documents → one JSON object a line, as data/README.md describes it; --text prints what was read of them
const args = process.argv.slice(2)
const files = args.filter((arg) => arg !== '--text')
if (files.length === 0 || args.some((arg) => arg.startsWith('--') && arg !== '--text')) {
  console.error('usage: npm run --silent parse -- [--text] FILE… (.txt .md .html .docx .pdf; - reads standard input)')
  process.exit(2)
}
let failed = false
for (const source of files) {
  let text = ''
  let fault: string | null = null
  try {
    text = await readDocument(readFileSync(source === '-' ? 0 : source), source)
  } catch (reason) {
    fault = reason instanceof Error ? reason.message : String(reason)
    console.error(`${source}: ${fault}`)
  }
  if (args.includes('--text')) console.log(text)
  else {
    const outline = parseDocument(text)
    const { metadata, parts, provisions, annexes } = outline
    const targets = findTargets(outline).map(({ timeBasis: _, ...target }) => target)
    const facts = { targets, references: findReferences(outline), responsibilities: findResponsibilities(outline) }
    const unreadable = fault === null ? [] : [{ severity: 'error', code: 'unreadable', message: fault, line: 1, column: 1 }]
    const diagnostics = [...unreadable, ...outline.diagnostics]
    console.log(JSON.stringify({ source, metadata, parts, provisions, annexes, ...facts, diagnostics }))
    failed ||= diagnostics.some((d) => d.severity === 'error')
  }
  failed ||= fault !== null
}
process.exit(failed ? 1 : 0)
