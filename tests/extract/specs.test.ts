import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findCondition } from '../../src/extract/condition.ts'
import { lastDeadline } from '../../src/extract/deadline.ts'
import { findModality } from '../../src/extract/modality.ts'
import { findQuantities } from '../../src/extract/quantity.ts'
import { findReferences } from '../../src/extract/reference.ts'
import { findResponsibilities } from '../../src/extract/responsibility.ts'
import { parseDate } from '../../src/parse/date.ts'
import { parseDocument } from '../../src/parse/document.ts'
import { findLabel } from '../../src/parse/label.ts'
import { parseNumeral } from '../../src/parse/numeral.ts'

const clause = (text: string) => parseDocument(`某县方案\n\n一、措施\n\n（一）事项。${text}`)

// tables of input and expected output: a line added to tests/specs/*.json is a test
const specs: Record<string, (text: string) => unknown> = {
  quantities: (text) => findQuantities(text).map((q) => `${q.printed} ${q.comparator} ${q.value ?? `${q.min}..${q.max}`} ${q.unit}`),
  numerals: parseNumeral,
  dates: parseDate,
  labels: (text) => {
    const label = findLabel(text)
    return label && `${label.level} ${label.number} ${label.path}`
  },
  modality: findModality,
  conditions: findCondition,
  deadlines: lastDeadline,
  references: (text) => findReferences(clause(text)).map((r) => `${r.title ?? ''} ${r.documentNumber ?? ''}`),
  agencies: (text) => findResponsibilities(clause(text)).map((r) => [r.role, ...r.agencies].join(' ')),
}

for (const [name, find] of Object.entries(specs))
  describe(name, () => {
    const table: [string, unknown][] = JSON.parse(readFileSync(`tests/specs/${name}.json`, 'utf8'))
    it.each(table)('%s → %j', (input, expected) => expect(find(input)).toEqual(expected))
  })

it('gives every figure the place where it is printed', () => {
  const table: [string, unknown][] = JSON.parse(readFileSync('tests/specs/quantities.json', 'utf8'))
  for (const [text] of table) for (const q of findQuantities(text)) expect(text.slice(q.start, q.end)).toBe(q.printed)
})
