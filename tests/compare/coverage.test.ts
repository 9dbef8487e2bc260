import fc from 'fast-check'
import { expect, it } from 'vitest'
import { coverCell } from '../../src/compare/coverage.ts'

const absence = fc.option(
  fc.record({
    reason: fc.constantFrom('silent' as const, 'outside-subject' as const),
    coder: fc.constant('editor'),
    date: fc.constant('2026-01-01'),
  }),
  { nil: undefined },
)
const text = fc.record({
  complete: fc.boolean(),
  attestedTopics: fc.option(
    fc.uniqueArray(fc.constantFrom('a', 'b', 'c')).map((t) => new Set(t)),
    { nil: null },
  ),
})
const provisions = fc.array(fc.constantFrom('x-2020/1.1', 'x-2020/1.2'), { maxLength: 2 })

it('never calls a document silent where its copy is cut off, unattested, unconfirmed, or speaks of the topic', () => {
  fc.assert(
    fc.property(text, absence, provisions, (t, confirmed, clauses) => {
      const cell = coverCell({ topic: 'a', document: 'x-2020', provisions: clauses }, t, confirmed)
      const mayBeSilent = clauses.length === 0 && t.complete && t.attestedTopics !== null && !t.attestedTopics.has('a') && confirmed
      expect(cell.status === 'silent' || cell.status === 'outside-subject').toBe(Boolean(mayBeSilent))
      if (mayBeSilent) expect(cell).toMatchObject({ status: confirmed.reason, confirmedBy: 'editor', confirmedOn: '2026-01-01' })
    }),
    { numRuns: 500 },
  )
})

it('tells the three absences apart', () => {
  const cell = { topic: 'a', document: 'x-2020', provisions: [] }
  expect(coverCell(cell, { complete: false, attestedTopics: new Set() }, undefined).status).toBe('source-incomplete')
  expect(coverCell(cell, { complete: true, attestedTopics: new Set() }, undefined).status).toBe('not-coded')
  expect(coverCell({ ...cell, provisions: ['x-2020/1'] }, { complete: false, attestedTopics: null }, undefined).status).toBe('covered')
})
