import { countClauses, emptyCorpus, type Parts, partsOf, rarityOf, stepsOf } from '../compare/corpus.ts'
import { type Chosen, mostForAll, pairsOf } from '../compare/pairs.ts'
import { type Atlas, datasets } from '../model/atlas.ts'
import type { Problem } from '../model/problem.ts'
import { isCoded, measureAccuracy } from './accuracy.ts'
import { readCodebook } from './codebook.ts'
import { type Compared, compareDocuments, type Side, sideOf } from './comparison.ts'
import { buildContribution, type Contribution, ownDatasets, validate } from './contribution.ts'
import { documentIds } from './folder.ts'
import { headOf, joinHeads, settleProblems } from './join.ts'
import { type LedgerRow, readLedger } from './ledger.ts'
import { findAlike, relatedOf, sketchClauses } from './relate.ts'
import type { Sources } from './sources.ts'

/**
 * Sources → every dataset and every Problem, at once and in memory. Pure: reads no disk, clock or locale. `missing` are targets the ledger does
 * not number yet. `unread` are the Problems of reading the files. `runPipeline` makes the same of any number of documents, piece by piece.
 */
export function buildAtlas(sources: Sources, unread: Problem[] = []): { atlas: Atlas; problems: Problem[]; missing: LedgerRow[] } {
  const { codebook, problems } = readCodebook(sources)
  const ledger = readLedger(sources)
  const built = documentIds(sources).map((id) => buildContribution(id, sources, ledger.rows.get(id) ?? [], codebook))
  const joined = joinHeads(built.map(headOf), codebook, sources)
  const own = Object.fromEntries(ownDatasets.map((name) => [name, built.flatMap((b): unknown[] => b.rows[name])])) as Contribution['rows']
  const reported = own.targets.map(joined.reporter.report)
  const compared = built.flatMap((b) => b.compared ?? [])
  const sketched = compared.length > mostForAll ? compared.map((c) => ({ id: c.id, clauses: c.clauses.length })) : []
  const alike = findAlike(sketched, (n) => sketchClauses(compared[n] as Compared))
  const made = compareAll(compared, pairsOf(relatedOf(joined.rows, codebook, alike)), codebook.constructs)
  const coded = (id: string) => isCoded(id, sources)
  const accuracy = measureAccuracy(
    made.alignments.filter((a) => coded(a.documentA) && coded(a.documentB)),
    new Set(compared.filter((c) => coded(c.id)).flatMap((c) => c.clauses.map((clause) => clause.id))),
    sources,
  )
  const rows = {
    ...joined.rows,
    ...own,
    ...validate({ ...made, 'alignment-accuracy': accuracy.rows, reporting: reported.map((r) => r.reporting) }),
    progress: [...joined.rows.progress, ...reported.flatMap((r) => r.progress ?? [])],
  }
  const atlas = Object.fromEntries(Object.keys(datasets).map((name) => [name, rows[name as keyof Atlas]])) as Atlas
  return {
    atlas,
    problems: settleProblems(unread, [...problems, ...joined.problems, ...accuracy.problems], sources),
    missing: joined.missing,
  }
}

function compareAll(documents: Compared[], chosen: Chosen[], constructs: Parameters<typeof compareDocuments>[2]) {
  const corpus = emptyCorpus()
  const parts = documents.map((d) => d.clauses.map(partsOf))
  for (const own of parts) countClauses(corpus, own)
  const rarity = rarityOf(corpus)
  const side = (d: Compared, own: Parts[]) => sideOf(d, own, own.map((p) => stepsOf(rarity, p))) // biome-ignore format: one line
  const sides = new Map(documents.map((d, i) => [d.id, side(d, parts[i] ?? [])]))
  const made = chosen.map(([id, others]) => compareDocuments(sides.get(id) as Side, others.flatMap((o) => sides.get(o) ?? []), constructs)) // biome-ignore format: one line
  return {
    pairs: made.flatMap((m) => m.pairs),
    alignments: made.flatMap((m) => m.alignments),
    comparability: made.flatMap((m) => m.comparability),
  }
}
