import { z } from 'zod'
import { modalLexicon } from '../extract/modality.ts'
import { type Atlas, type DatasetName, datasets } from '../model/atlas.ts'
import type { Document } from '../model/document.ts'
import type { Agency } from '../model/place.ts'
import { type Problem, sortProblems } from '../model/problem.ts'
import type { Target } from '../model/target.ts'
import { placeInYaml } from '../parse/yaml.ts'
import { buildAgreement } from './agreement.ts'
import { checkAttested } from './attested.ts'
import { checkAtlas } from './check.ts'
import { type Codebook, readCodebook } from './codebook.ts'
import { buildComparison } from './comparison.ts'
import { buildCoverage } from './coverage.ts'
import { buildDocument, type DocumentRecords } from './document.ts'
import { checkExpected } from './expected.ts'
import { documentIds, type Folder, readFolder } from './folder.ts'
import { buildInheritance } from './inheritance.ts'
import { type LedgerRow, numberTargets } from './ledger.ts'
import { checkParity } from './parity.ts'
import { buildPhrases } from './phrases.ts'
import { buildReporting } from './reporting.ts'
import type { Sources } from './sources.ts'
import { buildStatements } from './statements.ts'
import { buildStatistics, nearest } from './statistics.ts'

/**
 * Sources → every dataset and every Problem. Pure: reads no disk, clock or locale. `missing` are targets the ledger does not number yet.
 * `unread` are the Problems of reading the files; of a file that could not be read at all nothing else is said.
 */
export function buildAtlas(sources: Sources, unread: Problem[] = []): { atlas: Atlas; problems: Problem[]; missing: LedgerRow[] } {
  const { codebook, problems } = readCodebook(sources)
  const folders: Folder[] = []
  for (const id of documentIds(sources)) {
    const read = readFolder(sources, id)
    problems.push(...read.problems)
    if (read.folder) folders.push(read.folder)
  }
  const built = folders.map((folder) => {
    const records = buildDocument(folder, codebook)
    records.targets = markRestated(records.targets)
    problems.push(...records.problems, ...checkExpected(folder, records, sources), ...checkParity(folder, codebook.terms))
    problems.push(...checkRegion(folder, codebook, sources), ...checkAttested(folder))
    return records
  })
  const ledger = numberTargets(
    built.flatMap((b) => b.targets),
    sources,
    new Set(folders.map((f) => f.id)),
  )
  const targets = linkRestated(ledger.targets)
  const cover = buildCoverage(
    folders,
    codebook.topics,
    built.flatMap((b) => b.provisions),
  )
  const statistics = buildStatistics(sources, codebook)
  for (const found of [ledger.problems, cover.problems, statistics.problems]) for (const problem of found) problems.push(problem)
  const documents = built.map((b) => countRecords(b, targets))
  const reported = buildReporting({ targets, documents, ...statistics }, codebook, sources)
  problems.push(...reported.problems)
  const linked = linkRecords(built, targets, documents)
  const english = codebook.site.languages.includes('en')
  const worded = buildPhrases({ targets, documents, ...linked }, sources, english)
  const compared = buildComparison({ targets, documents, ...linked }, codebook, sources, worded.phrases)
  const inherited = buildInheritance(sources, documents)
  const agreed = buildAgreement(folders, linked.provisions, targets, codebook, sources)
  const statements = buildStatements(linked.provisions, codebook.topics)
  for (const found of [worded, compared, inherited, agreed]) problems.push(...found.problems)
  const made = {
    targets,
    documents,
    coverage: cover.coverage,
    ...linked,
    ...statistics,
    ...reported,
    ...compared,
    ...inherited,
    ...agreed,
    statements,
    phrases: worded.phrases,
  }
  const atlas = assemble(codebook, built, made)
  problems.push(...checkAtlas(atlas))
  const bad = new Set(unread.map((p) => p.file).filter((file) => !sources.get(file)))
  const all = [...unread, ...problems.filter((p) => !bad.has(p.file))]
  return { atlas, problems: sortProblems(all), missing: ledger.missing }
}

// an annex that lists tasks or indicators says again what the body says: same words, same kind
function markRestated(targets: DocumentRecords['targets']): DocumentRecords['targets'] {
  return targets.map((t) => {
    if (!/\/annex/.test(t.provision)) return t
    const first = targets.find(
      (o) => !/\/annex/.test(o.provision) && o.printed === t.printed && o.type === t.type && o.subject === t.subject,
    )
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

function checkRegion(folder: Folder, { regions }: Codebook, sources: Sources): Problem[] {
  const code = folder.file.region
  if (regions.some((r) => r.code === code)) return []
  const codes = regions.map((r) => r.code)
  const message = `The region "${code}" is not in data/codebook/regions.csv.`
  const file = `${folder.path}/document.yaml`
  return [{ file, ...placeInYaml(sources.get(file) ?? '', ['region']), message, fix: nearest(code, codes) }]
}

type Linked = Pick<Atlas, 'provisions' | 'entitlements' | 'references' | 'responsibilities'>

// records of all documents, joined where one names another
function linkRecords(built: DocumentRecords[], targets: Target[], documents: Document[]): Linked {
  const byProvision = Map.groupBy(targets, (t) => t.provision)
  const numbers = new Map(documents.flatMap((d) => (d.number ? [[d.number.normalized, d.id] as const] : [])))
  return {
    provisions: built.flatMap((b) => b.provisions),
    entitlements: built
      .flatMap((b) => b.entitlements)
      .map((e) => ({
        ...e,
        targets: (byProvision.get(e.provision) ?? []).filter((t) => e.sentence.includes(t.clause)).map((t) => t.id),
      })),
    references: built.flatMap((b) => b.references).map((r) => ({ ...r, resolved: numbers.get(r.documentNumber ?? '') ?? null })),
    responsibilities: built.flatMap((b) => b.responsibilities),
  }
}

type OfCodebook =
  | 'agencies'
  | 'regions'
  | 'divisions'
  | 'indicators'
  | 'topics'
  | 'terms'
  | 'populations'
  | 'constructs'
  | 'agency-families'
  | 'entitlement-kinds'
  | 'modality'
  | 'oppositions'
  | 'context'
  | 'site'
  | 'moved'

function assemble(codebook: Codebook, built: DocumentRecords[], made: Omit<Atlas, OfCodebook>): Atlas {
  const { families, kinds, site, ...words } = codebook
  const rows = {
    ...made,
    ...words,
    agencies: mergeAgencies(built.flatMap((b) => b.agencies)),
    'agency-families': families,
    'entitlement-kinds': kinds,
    modality: modalLexicon.words.map((w) => ({ ...w, version: modalLexicon.version })),
    site: [site],
  }
  const check = (name: DatasetName) => z.array(datasets[name] as z.ZodType).parse(rows[name])
  return Object.fromEntries((Object.keys(datasets) as DatasetName[]).map((name) => [name, check(name)])) as Atlas
}

function countRecords(
  { document, provisions, targets, entitlements, references, responsibilities }: DocumentRecords,
  all: Target[],
): Document {
  const once = all.filter((t) => t.document === document.id && t.restates === null)
  const numericTargets = once.filter((t) => t.qualitative === null).length
  return {
    ...document,
    counts: {
      provisions: provisions.length,
      numericTargets,
      wordedTargets: targets.filter((t) => t.restates === null).length - numericTargets,
      entitlements: entitlements.length,
      references: references.length,
      responsibilities: responsibilities.length,
    },
  }
}

function mergeAgencies(all: Agency[]): Agency[] {
  const byId = new Map<string, Agency>()
  for (const a of all) byId.set(a.id, { ...a, names: [...new Set([...(byId.get(a.id)?.names ?? []), ...a.names])].sort() })
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}
