import type { Atlas } from '../model/atlas.ts'
import type { Problem } from '../model/problem.ts'

/** Cross-checks of the assembled records: keys, ranges, figures in their clause. A fault here comes from data that each file alone could not show. */
export function checkAtlas(atlas: Atlas): Problem[] {
  return [...checkKeys(atlas), ...checkTwice(atlas), ...checkFigures(atlas)]
}

const problem = (document: string, message: string, fix: string): Problem => ({
  file: `data/documents/${document}/digest.zh.md`,
  line: 1,
  column: 1,
  message,
  fix,
})

function checkKeys(atlas: Atlas): Problem[] {
  const ids = {
    provisions: idSet(atlas.provisions),
    targets: idSet(atlas.targets),
    topics: idSet(atlas.topics),
    documents: idSet(atlas.documents),
  }
  const wrong = (owner: { id: string; document: string }, what: string, id: string) =>
    problem(owner.document, `${owner.id} names the ${what} ${id}, which does not exist.`, 'Correct the record that names it.')
  const problems: Problem[] = []
  for (const row of [...atlas.targets, ...atlas.entitlements, ...atlas.references, ...atlas.responsibilities])
    if (!ids.provisions.has(row.provision)) problems.push(wrong(row, 'provision', row.provision))
  for (const cell of atlas.coverage) for (const p of cell.provisions) if (!ids.provisions.has(p)) problems.push(wrong(cell, 'provision', p))
  for (const t of atlas.targets) if (t.restates && !ids.targets.has(t.restates)) problems.push(wrong(t, 'target', t.restates))
  for (const i of atlas.indicators)
    if (!ids.topics.has(i.topic))
      problems.push({
        file: 'data/codebook/indicators.yaml',
        line: 1,
        column: 1,
        message: `${i.id} names the topic ${i.topic}, which does not exist.`,
        fix: 'Correct it or add the topic.',
      })
  for (const k of atlas['entitlement-kinds'])
    if (!ids.topics.has(k.topic))
      problems.push({
        file: 'data/codebook/entitlements.yaml',
        line: 1,
        column: 1,
        message: `${k.id} names the topic ${k.topic}, which does not exist.`,
        fix: 'Correct it or add the topic.',
      })
  return problems
}

const idSet = (rows: { id: string }[]) => new Set(rows.map((r) => r.id))

function checkTwice(atlas: Atlas): Problem[] {
  const problems: Problem[] = []
  for (const rows of [atlas.provisions, atlas.targets, atlas.entitlements, atlas.references, atlas.responsibilities] as {
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

function checkFigures(atlas: Atlas): Problem[] {
  const texts = new Map(atlas.provisions.map((p) => [p.id, `${p.heading ?? ''}\n${p.digestZh}`]))
  return atlas.targets.flatMap((t) => {
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
