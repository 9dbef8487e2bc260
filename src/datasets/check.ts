import type { Atlas } from '../model/atlas.ts'
import type { Problem } from '../model/problem.ts'
import type { Codebook } from './codebook.ts'

/** Records of one document. */
type Records = Pick<Atlas, 'provisions' | 'targets' | 'entitlements' | 'responsibilities' | 'coverage'> & { references: Owned[] }
type Owned = { id: string; document: string; provision: string }

/** Cross-checks of the records of a document: keys, ranges, figures in their clause. A fault here comes from data that each file alone could not show. */
export function checkRecords(records: Records): Problem[] {
  return [...checkKeys(records), ...checkTwice(records), ...checkFigures(records)]
}

/** Codes of the codebook that name others. */
export function checkCodes({ topics, indicators, kinds }: Codebook): Problem[] {
  const known = new Set(topics.map((t) => t.id))
  const wrong = (file: string, rows: { id: string; topic: string }[]) =>
    rows.flatMap(({ id, topic }): Problem[] => {
      const message = `${id} names the topic ${topic}, which does not exist.`
      return known.has(topic) ? [] : [{ file, line: 1, column: 1, message, fix: 'Correct it or add the topic.' }]
    })
  return [...wrong('data/codebook/indicators.yaml', indicators), ...wrong('data/codebook/entitlements.yaml', kinds)]
}

const problem = (document: string, message: string, fix: string): Problem => ({
  file: `data/documents/${document}/digest.zh.md`,
  line: 1,
  column: 1,
  message,
  fix,
})

function checkKeys(records: Records): Problem[] {
  const [provisions, targets] = [idSet(records.provisions), idSet(records.targets)]
  const wrong = (owner: { id: string; document: string }, what: string, id: string) =>
    problem(owner.document, `${owner.id} names the ${what} ${id}, which does not exist.`, 'Correct the record that names it.')
  const problems: Problem[] = []
  for (const row of [...records.targets, ...records.entitlements, ...records.references, ...records.responsibilities])
    if (!provisions.has(row.provision)) problems.push(wrong(row, 'provision', row.provision))
  for (const cell of records.coverage) for (const p of cell.provisions) if (!provisions.has(p)) problems.push(wrong(cell, 'provision', p))
  for (const t of records.targets) if (t.restates && !targets.has(t.restates)) problems.push(wrong(t, 'target', t.restates))
  return problems
}

const idSet = (rows: { id: string }[]) => new Set(rows.map((r) => r.id))

function checkTwice(records: Records): Problem[] {
  const problems: Problem[] = []
  for (const rows of [records.provisions, records.targets, records.entitlements, records.references, records.responsibilities] as {
    id: string
    document: string
  }[][]) {
    const seen = new Set<string>()
    for (const { id, document } of rows) {
      if (seen.has(id))
        problems.push(
          problem(document, `The id ${id} is used twice.`, 'Each record needs a place of its own: name the agency or clause once.'),
        )
      seen.add(id)
    }
  }
  return problems
}

function checkFigures(records: Records): Problem[] {
  const texts = new Map(records.provisions.map((p) => [p.id, `${p.heading ?? ''}\n${p.digestZh}`]))
  return records.targets.flatMap((t) => {
    const found = texts.get(t.provision)?.includes(t.printed)
    const ordered = t.min === null || t.max === null || t.min <= t.max
    const share = t.unit !== '%' || t.value === null || (t.value >= 0 && t.value <= 100)
    return [
      ...(found ? [] : [problem(t.document, `The figure "${t.printed}" of ${t.id} is not in its clause.`, 'Restore it in digest.zh.md.')]),
      ...(ordered
        ? []
        : [problem(t.document, `The range "${t.printed}" of ${t.id} runs backwards.`, 'Correct the figure in digest.zh.md.')]),
      ...(share
        ? []
        : [problem(t.document, `The share "${t.printed}" of ${t.id} is outside 0 to 100 %.`, 'Correct the figure in digest.zh.md.')]),
    ]
  })
}
