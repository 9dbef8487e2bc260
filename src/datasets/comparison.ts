import { accuracyOf } from '../compare/agreement.ts'
import { alignClauses } from '../compare/align.ts'
import { compareTargets, type Measured } from '../compare/comparability.ts'
import { type ClauseFacts, compareFacts } from '../compare/facts.ts'
import { pairsOf } from '../compare/pairs.ts'
import { splitSentences } from '../extract/clauses.ts'
import { modalLexicon } from '../extract/modality.ts'
import { populationFinder } from '../extract/population.ts'
import type { Population } from '../model/codebook.ts'
import { type Alignment, type AlignmentAccuracy, type Comparability, CounterpartFile, type DocumentPair } from '../model/compare.ts'
import type { Bilingual, Document } from '../model/document.ts'
import type { Entitlement } from '../model/entitlement.ts'
import type { Reference, Responsibility } from '../model/link.ts'
import type { Phrase } from '../model/phrase.ts'
import type { Problem } from '../model/problem.ts'
import type { Provision } from '../model/provision.ts'
import type { Target } from '../model/target.ts'
import { parseYaml, placeInYaml } from '../parse/yaml.ts'
import type { Codebook } from './codebook.ts'
import type { Sources } from './sources.ts'

/** Records of all documents. */
export interface Records {
  documents: Document[]
  provisions: Provision[]
  targets: Target[]
  entitlements: Entitlement[]
  references: Reference[]
  responsibilities: Responsibility[]
}

export interface Comparison {
  pairs: DocumentPair[]
  alignments: Alignment[]
  comparability: Comparability[]
  'alignment-accuracy': AlignmentAccuracy[]
  problems: Problem[]
}

/** Groups of people as a document of one year defines them. */
export const populationsOf = (populations: Population[], year: number): Population[] =>
  populations.filter((p) => (p.from ?? year) <= year && year <= (p.until ?? year))

/** All records → documents side by side: clauses aligned with the facts in which they agree and differ, and how far figures may be compared. */
export function buildComparison(records: Records, codebook: Codebook, sources: Sources, phrases: Phrase[]): Comparison {
  const pairs = pairsOf(relatedOf(records, codebook))
  const leaves = records.provisions.filter((p) => p.leaf && !p.key.startsWith('annex'))
  const clauses = leaves.map((p) => {
    const text = `${p.heading ?? ''}${p.digestZh}`
    const terms = codebook.terms.filter((t) => text.includes(t.zh)).map((t) => t.zh)
    return { id: p.id, document: p.document, heading: p.heading ?? '', text: p.digestZh, topics: p.topics.map((t) => t.topic), terms }
  })
  const facts = factsOf(records)
  const alignments = alignClauses(clauses, pairs).map(
    (found): Alignment => ({
      id: `${found.a}~${found.b}`,
      ...found,
      documentA: documentOf(found.a),
      documentB: documentOf(found.b),
      ...compareFacts(facts(found.a), facts(found.b)),
    }),
  )
  const measured = compareTargets(measuredOf(records, codebook, phrases), pairs, codebook.constructs)
  const accuracy = measureAccuracy(alignments, new Set(leaves.map((p) => p.id)), sources)
  const [byPair, figures] = [Map.groupBy(alignments, pairIdOf), Map.groupBy(measured, (c) => `${documentOf(c.a)}~${documentOf(c.b)}`)]
  return {
    pairs: pairs.map(([a, b]) => {
      const id = `${a}~${b}`
      return { id, a, b, aligned: byPair.get(id)?.length ?? 0, figures: new Set(figures.get(id)?.map((c) => `${c.a}~${c.b}`)).size }
    }),
    alignments: alignments.sort((a, b) => (a.id < b.id ? -1 : 1)),
    comparability: measured.sort((a, b) => (a.id < b.id ? -1 : 1)),
    'alignment-accuracy': accuracy.rows,
    problems: accuracy.problems,
  }
}

const pairIdOf = (x: Alignment) => `${x.documentA}~${x.documentB}`
const documentOf = (provision: string) => provision.split('/')[0] as string

function relatedOf({ documents, references }: Records, { regions }: Codebook) {
  const parents = new Map(regions.map((r) => [r.code, r.parent]))
  const above = (code: string): string[] => {
    const parent = parents.get(code)
    return parent ? [parent, ...above(parent)] : []
  }
  const cited = Map.groupBy(references, (r) => r.document)
  return documents.map((d) => ({
    id: d.id,
    region: d.region,
    above: above(d.region),
    cites: (cited.get(d.id) ?? []).flatMap((r) => r.resolved ?? []),
  }))
}

function factsOf({ provisions, targets, responsibilities }: Records): (id: string) => ClauseFacts {
  const byId = new Map(provisions.map((p) => [p.id, p]))
  const figures = Map.groupBy(
    targets.filter((t) => t.restates === null),
    (t) => t.provision,
  )
  const agencies = Map.groupBy(responsibilities, (r) => r.provision)
  const once = (all: string[]) => [...new Set(all)].sort()
  return (id) => {
    const own = figures.get(id) ?? []
    const p = byId.get(id) as Provision
    return {
      targets: own,
      conditions: p.conditions,
      populations: p.populations,
      agencies: once((agencies.get(id) ?? []).map((r) => r.agency.split('@')[0] as string)),
      modalities: p.modalities,
      deadlines: once(own.flatMap((t) => t.deadline ?? [])),
    }
  }
}

// the sentence of a figure says whom it is for; where it is the only one of an entitlement, that one's force and conditions hold
function measuredOf({ documents, provisions, targets, entitlements }: Records, { populations }: Codebook, phrases: Phrase[]): Measured[] {
  const english = new Map(phrases.map((p) => [`${p.document}${p.at && `/${p.at}`} ${p.zh}`, p.en]))
  const both = (document: string, zh: string | null) => (zh === null ? null : { zh, en: english.get(`${document} ${zh}`) ?? zh })
  const byId = new Map(documents.map((d) => [d.id, d]))
  const texts = new Map(provisions.map((p) => [p.id, p.digestZh]))
  const finders = new Map(documents.map((d) => [d.id, populationFinder(populationsOf(populations, yearOf(d.id)))]))
  const frames = new Map(entitlements.flatMap((e) => (e.targets.length === 1 ? [[e.targets[0] as string, e] as const] : [])))
  const groups = new Map(populations.map((p) => [p.id, p]))
  const words = new Map(modalLexicon.words.map((w) => [w.id, w]))
  return targets.map((target) => {
    const document = byId.get(target.document) as Document
    const sentence = splitSentences(texts.get(target.provision) ?? '').find((s) => s.text.includes(target.clause))?.text ?? target.clause
    const frame = frames.get(target.id)
    const word = words.get(frame?.modality ?? target.modality)
    return {
      target,
      document,
      populations: (finders.get(target.document)?.(sentence) ?? []).map(({ id, printed }) => {
        const group = groups.get(id) as Population
        return { id, printed, name: group.name, certifier: group.certifier }
      }),
      modality: { id: word?.id ?? target.modality, name: word?.name ?? { zh: '', en: '' }, force: word?.force ?? null },
      printed: printedOf(target, english),
      per: both(target.document, target.per),
      condition: both(target.document, frame ? frame.conditions : target.condition),
    }
  })
}

function printedOf({ id, provision, document, printed }: Target, english: Map<string, string>): Bilingual {
  const place = [id, provision, document].find((at) => english.has(`${at} ${printed}`))
  return { zh: printed, en: english.get(`${place} ${printed}`) ?? printed }
}

const yearOf = (id: string) => Number(id.slice(-4))

// data/agreement/counterparts.yaml against what the rules found, by pair of documents and in all
function measureAccuracy(alignments: Alignment[], clauses: Set<string>, sources: Sources) {
  const file = 'data/agreement/counterparts.yaml'
  const text = sources.get(file)
  if (text === undefined) return { rows: [], problems: [] }
  const { value, problems } = parseYaml(text, file, CounterpartFile)
  if (!value) return { rows: [], problems }
  const held = new Set([...clauses].map(documentOf).filter((id) => value.documents.includes(id)))
  for (const [m, matter] of value.matters.entries())
    for (const [c, clause] of matter.clauses.entries())
      if (held.has(documentOf(clause)) && !clauses.has(clause)) {
        const message = `${clause} is no clause of its document.`
        problems.push({ file, ...placeInYaml(text, ['matters', m, 'clauses', c]), message, fix: 'Correct the id or remove it.' })
      }
  const coded = new Set(
    value.matters.flatMap(({ clauses: all }) =>
      all.flatMap((a) =>
        all.flatMap((b) =>
          a < b && documentOf(a) !== documentOf(b) && held.has(documentOf(a)) && held.has(documentOf(b)) ? [`${a}~${b}`] : [],
        ),
      ),
    ),
  )
  const found = new Set(alignments.filter((a) => held.has(a.documentA) && held.has(a.documentB)).map((a) => a.id))
  const pairOf = (id: string) => id.split('~').map(documentOf).join('~')
  const pairs = [...new Set([...coded, ...found].map(pairOf))].sort()
  const within = (all: Set<string>, pair: string) => new Set([...all].filter((id) => pairOf(id) === pair))
  const rows = pairs.map((pair) => ({ id: pair, ...accuracyOf(within(found, pair), within(coded, pair)) }))
  return { rows: [...rows, { id: 'all', ...accuracyOf(found, coded) }], problems }
}
