import { z } from 'zod'
import { findReferences } from '../../src/extract/reference.ts'
import { findResponsibilities } from '../../src/extract/responsibility.ts'
import { findTargets } from '../../src/extract/target.ts'
import type { Problem } from '../../src/model/problem.ts'
import { parseDocument } from '../../src/parse/document.ts'
import { normalizeText } from '../../src/parse/lines.ts'
import { formatTable, parseTable } from '../../src/parse/table.ts'
import { parseYaml } from '../../src/parse/yaml.ts'

const hold = (what: string, holds: boolean) => {
  if (!holds) throw new Error(`It does not hold that ${what}.`)
}
const hasPlace = (problems: Problem[]) => problems.every((p) => p.line >= 1 && p.column >= 1 && p.message !== '' && p.fix !== '')

// what must hold of any text whatever; a fault of the code throws
const Row = z.object({ indicator: z.string(), region: z.string(), period: z.string(), value: z.number(), note: z.string() })
export const targets = {
  parse(text: string) {
    const outline = parseDocument(text)
    const { length } = normalizeText(text)
    for (const { start, end } of outline.provisions) hold('a provision lies in its text', start >= 0 && end >= start && end <= length)
    const ids = new Set(outline.provisions.map((p) => p.id))
    hold('every provision has an id of its own', ids.size === outline.provisions.length)
    for (const t of findTargets(outline)) hold('a target stands in a provision', ids.has(t.provision) && t.end > t.start)
    for (const r of [...findReferences(outline), ...findResponsibilities(outline)])
      hold('a fact stands in a provision', ids.has(r.provision))
  },
  csv(text: string) {
    const { rows, problems } = parseTable(text, 'fuzz.csv', Row, ['value'])
    hold('every Problem has a place', hasPlace(problems))
    const again = rows.length === 0 ? [] : parseTable(formatTable(rows.map((r) => r.value)), 'fuzz.csv', Row, ['value']).rows
    hold(
      'what was read is read again from what is written',
      JSON.stringify(again.map((r) => r.value)) === JSON.stringify(rows.map((r) => r.value)),
    )
  },
  yaml(text: string) {
    const { value, problems } = parseYaml(text, 'fuzz.yaml', z.array(z.strictObject({ id: z.string() })))
    hold('there is a value or a Problem', (value === null) === problems.length > 0)
    hold('every Problem has a place', hasPlace(problems))
    hold('no value reaches into objects', ({} as { polluted?: boolean }).polluted === undefined)
  },
}

/** The parser with a fault put into it: a clause without any text after one that ends in a figure. A harness that does not find it is no harness. */
export function seeded(text: string) {
  const { provisions } = parseDocument(text)
  for (const [i, p] of provisions.entries())
    if (p.text === '' && p.heading === null && /\d[^\d]{0,4}$/.test(provisions[i - 1]?.text ?? '')) throw new Error('The seeded fault.')
}
