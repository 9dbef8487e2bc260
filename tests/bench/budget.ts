import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { findReferences } from '../../src/extract/reference.ts'
import { findResponsibilities } from '../../src/extract/responsibility.ts'
import { findTargets } from '../../src/extract/target.ts'
import { parseDocument } from '../../src/parse/document.ts'
import { parseTable } from '../../src/parse/table.ts'
import { makeDocument } from '../synthetic/document.ts'
import { floor, median } from './measure.ts'

const Row = z.object({ region: z.string(), value: z.number() })
const text = Array.from({ length: 12 }, (_, n) => makeDocument(1, n).text).join('\n')
const table = `region,value\n${'990100,12.5\n'.repeat(20_000)}`

/** What each stage takes beside its floor, measured in one run: the same text taken apart into code points. */
export const ratios: { [stage: string]: () => number } = {
  parse: () => median(() => parseDocument(text)) / floor(text),
  facts: () => {
    const outline = parseDocument(text)
    return median(() => [findTargets(outline), findReferences(outline), findResponsibilities(outline)]) / floor(text)
  },
  csv: () => median(() => parseTable(table, 'bench.csv', Row, ['value'])) / floor(table),
}

// a noisy machine moves a ratio by half; more than twice is a regression
const most = 2.2

/** npm run bench -- budget: says which stage takes more than twice what tests/bench/budgets.json says; false where one does. */
export function checkBudgets(): boolean {
  const known = JSON.parse(readFileSync('tests/bench/budgets.json', 'utf8')) as { [stage: string]: number }
  const over = Object.entries(ratios).map(([stage, measure]) => {
    // the best of three: what is slow for a moment is not slow
    const ratio = Math.min(measure(), measure(), measure())
    const allowed = (known[stage] ?? 0) * most
    console.log(`${stage.padEnd(8)} ${ratio.toFixed(1)} x floor, ${allowed.toFixed(1)} allowed`)
    return ratio > allowed
  })
  return !over.includes(true)
}
