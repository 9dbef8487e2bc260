import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findReferences } from '../../src/extract/reference.ts'
import { findResponsibilities } from '../../src/extract/responsibility.ts'
import { findTargets } from '../../src/extract/target.ts'
import { parseDocument } from '../../src/parse/document.ts'
import { normalizeText } from '../../src/parse/lines.ts'
import { simplify } from '../../src/parse/traditional.ts'

// a file dropped into tests/golden with its .json is a test
const cases = readdirSync('tests/golden').filter((f) => f.endsWith('.txt'))

describe.each(cases)('%s', (file) => {
  const text = readFileSync(`tests/golden/${file}`, 'utf8')
  const golden = JSON.parse(readFileSync(`tests/golden/${file.replace('.txt', '.json')}`, 'utf8'))
  const outline = parseDocument(text)

  it('gives the letterhead facts', () => {
    const { documentNumber, ...rest } = outline.metadata
    expect({ ...rest, documentNumber: documentNumber?.normalized ?? null }).toMatchObject(golden.metadata)
  })
  it('gives the outline', () => {
    expect(outline.provisions.map((p) => p.id)).toEqual(golden.provisions)
    expect(Object.fromEntries(outline.provisions.filter((p) => p.heading).map((p) => [p.id, p.heading]))).toEqual(golden.headings)
    expect([...new Set(outline.diagnostics.map((d) => d.code))].sort()).toEqual(golden.diagnostics ?? [])
  })
  it('gives the facts', () => {
    const targets = findTargets(outline).map((t) =>
      [t.provision, t.printed, t.comparator, t.value, t.unit, t.deadline, t.modality, t.type].map(String).join(' '),
    )
    // a type that the methods leave open stands as *
    const settled = targets.map((t, i) => (golden.targets[i]?.endsWith(' *') ? t.replace(/[^ ]+$/, '*') : t))
    expect(settled).toEqual(golden.targets)
    expect(findResponsibilities(outline).map((r) => `${r.provision} ${r.role} ${r.agencies.join('、')}`)).toEqual(golden.responsibilities)
    expect(findReferences(outline).map((r) => [r.provision, r.title, r.documentNumber].join(' '))).toEqual(golden.references)
  })
  it('keeps every figure in its place in the input', () => {
    // a figure broken by the end of a page has the page's furniture within its range
    const characters = normalizeText(simplify(text).text).split('')
    for (const { start, end } of outline.parts.filter((part) => part.kind === 'furniture')) characters.fill('', start, end)
    for (const t of findTargets(outline))
      expect(characters.slice(t.start, t.end).join('').replace(/\s/g, '').normalize('NFKC')).toBe(t.printed.normalize('NFKC'))
  })
})
