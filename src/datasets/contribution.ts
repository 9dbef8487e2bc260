import { z } from 'zod'
import { type Atlas, type DatasetName, datasets } from '../model/atlas.ts'
import type { Document } from '../model/document.ts'
import type { Reference } from '../model/link.ts'
import type { Agency } from '../model/place.ts'
import type { Problem } from '../model/problem.ts'
import type { Target } from '../model/target.ts'
import { placeInYaml } from '../parse/yaml.ts'
import { type CodingCounts, countCodings } from './agreement.ts'
import { checkAttested } from './attested.ts'
import { checkRecords } from './check.ts'
import type { Codebook } from './codebook.ts'
import { type Compared, comparedOf } from './comparison.ts'
import { buildCoverage } from './coverage.ts'
import { buildDocument, type DocumentRecords } from './document.ts'
import { checkExpected } from './expected.ts'
import { type Folder, readFolder } from './folder.ts'
import { type LedgerRow, numberTargets, type OwnRows } from './ledger.ts'
import { checkParity } from './parity.ts'
import { buildPhrases } from './phrases.ts'
import type { Sources } from './sources.ts'
import { buildStatements } from './statements.ts'
import { nearest } from './statistics.ts'

/** Datasets whose records come from one document each, and whose order is that of the documents. */
export const ownDatasets = ['provisions', 'targets', 'entitlements', 'responsibilities', 'coverage', 'statements', 'phrases'] as const
export type OwnDataset = (typeof ownDatasets)[number]

/** What one document contributes by itself, and what the others need to know of it. */
export interface Contribution {
  id: string
  document: Document | null
  rows: Pick<Atlas, OwnDataset>
  references: Omit<Reference, 'resolved'>[]
  agencies: Agency[]
  compared: Compared | null
  codings: CodingCounts
  problems: Problem[]
  missing: LedgerRow[]
  gone: number[]
}

/** Files of one document folder, with its rows of the ledger → its contribution. Pure: what it does not get as an argument has no part in it. */
export function buildContribution(id: string, sources: Sources, ledger: OwnRows, codebook: Codebook): Contribution {
  const { folder, problems } = readFolder(sources, id)
  if (!folder) return { ...nothing(id), problems }
  const built = buildDocument(folder, codebook)
  built.targets = markRestated(built.targets)
  const numbered = numberTargets(built.targets, ledger)
  const targets = linkRestated(numbered.targets)
  const document = { ...built.document, counts: countRecords(built, targets) }
  const { provisions, references, responsibilities } = built
  const cover = buildCoverage([folder], codebook.topics, provisions)
  const entitlements = linkEntitlements(built.entitlements, targets)
  const records = { documents: [document], provisions, targets, entitlements, references, responsibilities }
  const worded = buildPhrases(records, sources, codebook.site.languages.includes('en'))
  const statements = buildStatements(provisions, codebook.topics)
  const rows = { provisions, targets, entitlements, responsibilities, coverage: cover.coverage, statements, phrases: worded.phrases }
  const coded = countCodings(folder, provisions, targets, codebook, sources)
  const found = [problems, built.problems, checkExpected(folder, built, sources), checkParity(folder, codebook.terms)]
  found.push(checkRegion(folder, codebook, sources), checkAttested(folder), cover.problems, worded.problems, coded.problems)
  found.push(checkRecords({ ...rows, references }))
  return {
    id,
    document,
    rows: validate(rows),
    references,
    agencies: built.agencies,
    compared: comparedOf(records, codebook, worded.phrases),
    codings: coded.codings,
    problems: found.flat(),
    missing: numbered.missing,
    gone: numbered.gone,
  }
}

const nothing = (id: string): Contribution => ({
  id,
  document: null,
  rows: { provisions: [], targets: [], entitlements: [], responsibilities: [], coverage: [], statements: [], phrases: [] },
  references: [],
  agencies: [],
  compared: null,
  codings: {},
  problems: [],
  missing: [],
  gone: [],
})

/** Rows by dataset, each by its schema; a row that does not fit is a fault of the code and throws. */
export function validate<T extends Partial<Atlas>>(rows: T): T {
  const check = ([name, own]: [string, unknown]) => [name, z.array(datasets[name as DatasetName] as z.ZodType).parse(own)]
  return Object.fromEntries(Object.entries(rows).map(check)) as T
}

// an annex that lists tasks or indicators says again what the body says: same words, same kind
function markRestated(targets: DocumentRecords['targets']): DocumentRecords['targets'] {
  const keyOf = (t: DocumentRecords['targets'][number]) => [t.printed, t.type, t.subject].join('\n')
  const body = new Map(
    targets
      .filter((t) => !/\/annex/.test(t.provision))
      .map((t) => [keyOf(t), t] as const)
      .reverse(),
  )
  return targets.map((t) => {
    const first = /\/annex/.test(t.provision) && body.get(keyOf(t))
    return first ? { ...t, restates: first.provision } : t
  })
}

// restates names the provision until the ledger has numbered the target in it
function linkRestated(targets: Target[]): Target[] {
  return targets.map((t) => {
    const first = t.restates && targets.find((o) => o.provision === t.restates && o.printed === t.printed && o.type === t.type)
    return first ? { ...t, restates: first.id } : t
  })
}

function linkEntitlements(entitlements: DocumentRecords['entitlements'], targets: Target[]) {
  const byProvision = Map.groupBy(targets, (t) => t.provision)
  return entitlements.map((e) => ({
    ...e,
    targets: (byProvision.get(e.provision) ?? []).filter((t) => e.sentence.includes(t.clause)).map((t) => t.id),
  }))
}

function checkRegion(folder: Folder, { regions }: Codebook, sources: Sources): Problem[] {
  const code = folder.file.region
  if (regions.some((r) => r.code === code)) return []
  const codes = regions.map((r) => r.code)
  const message = `The region "${code}" is not in data/codebook/regions.csv.`
  const file = `${folder.path}/document.yaml`
  return [{ file, ...placeInYaml(sources.get(file) ?? '', ['region']), message, fix: nearest(code, codes) }]
}

function countRecords(built: DocumentRecords, targets: Target[]): Document['counts'] {
  const { provisions, entitlements, references, responsibilities } = built
  const once = targets.filter((t) => t.restates === null)
  const numericTargets = once.filter((t) => t.qualitative === null).length
  return {
    provisions: provisions.length,
    numericTargets,
    wordedTargets: once.length - numericTargets,
    entitlements: entitlements.length,
    references: references.length,
    responsibilities: responsibilities.length,
  }
}
