import { modalLexicon } from '../extract/modality.ts'
import type { Atlas } from '../model/atlas.ts'
import type { Document } from '../model/document.ts'
import type { Reference } from '../model/link.ts'
import type { Agency } from '../model/place.ts'
import { type Problem, sortProblems } from '../model/problem.ts'
import { buildAgreement } from './agreement.ts'
import { checkCodes } from './check.ts'
import type { Codebook } from './codebook.ts'
import { type Contribution, type OwnDataset, validate } from './contribution.ts'
import { buildInheritance } from './inheritance.ts'
import { checkLedger, readLedger } from './ledger.ts'
import { type Reporter, reporterOf } from './reporting.ts'
import type { Sources } from './sources.ts'
import { buildStatistics } from './statistics.ts'

/** What of a contribution the whole needs: little, so that those of all documents can be held at once. */
export type Head = Omit<Contribution, 'rows' | 'compared'> & { clauses: number }
export const headOf = ({ rows: _, compared, ...head }: Contribution): Head => ({ ...head, clauses: compared?.clauses.length ?? 0 })

type Compared = 'pairs' | 'alignments' | 'comparability' | 'alignment-accuracy'
/** Every dataset that is neither of single documents nor of pairs of them, and reporting. */
export type Joined = Omit<Atlas, OwnDataset | Compared | 'reporting'>

/** Contributions of all documents, codebook and statistics → what only the whole can say. */
export function joinHeads(
  heads: Head[],
  codebook: Codebook,
  sources: Sources,
): { rows: Joined; reporter: Reporter; problems: Problem[]; missing: Head['missing'] } {
  const documents = heads.flatMap((h) => h.document ?? [])
  const statistics = buildStatistics(sources, codebook)
  const reporter = reporterOf({ documents, ...statistics }, codebook, sources)
  const inherited = buildInheritance(sources, documents)
  const read = heads.filter((h) => h.document)
  const { families, kinds, site, ...words } = codebook
  const { problems: ofStatistics, ...measured } = statistics
  const rows: Joined = {
    ...measured,
    ...words,
    documents,
    references: resolve(heads, documents),
    progress: reporter.progress,
    searches: reporter.searches,
    inheritance: inherited.inheritance,
    agreement: buildAgreement(heads.map((h) => h.codings)),
    agencies: mergeAgencies(heads.flatMap((h) => h.agencies)),
    'agency-families': families,
    'entitlement-kinds': kinds,
    modality: modalLexicon.words.map((w) => ({ ...w, version: modalLexicon.version })),
    site: [site],
  }
  const problems: Problem[] = []
  const found = [...heads.map((h) => h.problems), checkLedger(read, readLedger(sources)), ofStatistics, reporter.problems]
  for (const some of [...found, inherited.problems, checkCodes(codebook)]) for (const problem of some) problems.push(problem)
  return { rows: validate(rows), reporter, problems, missing: read.flatMap((h) => h.missing) }
}

/** All Problems in order; of a file that could not be read at all nothing else is said. */
export function settleProblems(unread: Problem[], problems: Problem[], sources: Sources): Problem[] {
  const bad = new Set(unread.map((p) => p.file).filter((file) => !sources.get(file)))
  return sortProblems([...unread, ...problems.filter((p) => !bad.has(p.file))])
}

function resolve(heads: Head[], documents: Document[]): Reference[] {
  const numbers = new Map(documents.flatMap((d) => (d.number ? [[d.number.normalized, d.id] as const] : [])))
  return heads.flatMap((h) => h.references.map((r) => ({ ...r, resolved: numbers.get(r.documentNumber ?? '') ?? null })))
}

function mergeAgencies(all: Agency[]): Agency[] {
  const byId = new Map<string, Agency>()
  for (const a of all) byId.set(a.id, { ...a, names: [...new Set([...(byId.get(a.id)?.names ?? []), ...a.names])].sort() })
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}
