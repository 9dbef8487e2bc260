import { alignDocuments, type Prepared, prepareClauses } from '../compare/align.ts'
import { compareTargets, type Measured, onceEach } from '../compare/comparability.ts'
import type { Clause, Parts, Steps } from '../compare/corpus.ts'
import { type ClauseFacts, compareFacts } from '../compare/facts.ts'
import { splitSentences } from '../extract/clauses.ts'
import { modalLexicon } from '../extract/modality.ts'
import type { Construct, Population } from '../model/codebook.ts'
import type { Alignment, Comparability, DocumentPair } from '../model/compare.ts'
import type { Bilingual, Document } from '../model/document.ts'
import type { Entitlement } from '../model/entitlement.ts'
import type { Reference, Responsibility } from '../model/link.ts'
import type { Phrase } from '../model/phrase.ts'
import type { Provision } from '../model/provision.ts'
import type { Target } from '../model/target.ts'
import type { Codebook } from './codebook.ts'
import { findersOf } from './finders.ts'

/** Records of some documents. */
export interface Records {
  documents: Document[]
  provisions: Provision[]
  targets: Target[]
  entitlements: Entitlement[]
  references: Omit<Reference, 'resolved'>[]
  responsibilities: Responsibility[]
}

/** One document as it is held against others. */
export interface Compared {
  id: string
  clauses: Clause[]
  facts: { [clause: string]: ClauseFacts }
  measured: Measured[]
}

/** Records of one document → what of them is compared. */
export function comparedOf(records: Records, codebook: Codebook, phrases: Phrase[]): Compared {
  const leaves = records.provisions.filter((p) => p.leaf && !p.key.startsWith('annex'))
  const clauses = leaves.map((p): Clause => {
    const text = `${p.heading ?? ''}${p.digestZh}`
    const terms = codebook.terms.filter((t) => text.includes(t.zh)).map((t) => t.zh)
    return { id: p.id, heading: p.heading ?? '', text: p.digestZh, topics: p.topics.map((t) => t.topic), terms }
  })
  const facts = factsOf(records)
  return {
    id: records.documents[0]?.id as string,
    clauses,
    facts: Object.fromEntries(leaves.map((p) => [p.id, facts(p)])),
    measured: onceEach(measuredOf(records, codebook, phrases)),
  }
}

/** A document ready for comparison: its clauses weighed. */
export interface Side {
  document: Compared
  prepared: Prepared
}

export const sideOf = (document: Compared, parts: Parts[], steps: Steps[]): Side => ({
  document,
  prepared: prepareClauses(document.clauses, parts, steps),
})

/** What one document has with others, in the order of the datasets. */
export interface Comparison {
  pairs: DocumentPair[]
  alignments: Alignment[]
  comparability: Comparability[]
}

/** One document beside others: clauses aligned with the facts in which they agree and differ, and how far figures may be compared. */
export function compareDocuments(own: Side, others: Side[], constructs: Construct[]): Comparison {
  const made: Comparison = { pairs: [], alignments: [], comparability: [] }
  for (const other of others) {
    // of two documents the one with the smaller id comes first
    const [left, right] = own.document.id < other.document.id ? [own, other] : [other, own]
    const [a, b] = [left.document, right.document]
    const alignments = alignDocuments(left.prepared, right.prepared).map(
      (found): Alignment => ({
        id: `${found.a}~${found.b}`,
        ...found,
        documentA: a.id,
        documentB: b.id,
        ...compareFacts(a.facts[found.a] as ClauseFacts, b.facts[found.b] as ClauseFacts),
      }),
    )
    const measured = compareTargets(a.measured, b.measured, constructs)
    const figures = new Set(measured.map((c) => `${c.a}~${c.b}`)).size
    made.pairs.push({ id: `${a.id}~${b.id}`, a: a.id, b: b.id, aligned: alignments.length, figures })
    made.alignments.push(...alignments)
    made.comparability.push(...measured)
  }
  made.alignments.sort(byId)
  made.comparability.sort(byId)
  return made
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
function factsOf({ targets, responsibilities }: Records): (p: Provision) => ClauseFacts {
  const figures = Map.groupBy(
    targets.filter((t) => t.restates === null),
    (t) => t.provision,
  )
  const agencies = Map.groupBy(responsibilities, (r) => r.provision)
  const once = (all: string[]) => [...new Set(all)].sort()
  return (p) => {
    const own = figures.get(p.id) ?? []
    return {
      targets: own.map(({ id, construct, comparator, value, min, max, unit, qualitative }) => {
        return { id, construct, comparator, value, min, max, unit, qualitative }
      }),
      conditions: p.conditions,
      populations: p.populations,
      agencies: once((agencies.get(p.id) ?? []).map((r) => r.agency.split('@')[0] as string)),
      modalities: p.modalities,
      deadlines: once(own.flatMap((t) => t.deadline ?? [])),
    }
  }
}

// the sentence of a figure says whom it is for; where it is the only one of an entitlement, that one's force and conditions hold
function measuredOf({ documents, provisions, targets, entitlements }: Records, codebook: Codebook, phrases: Phrase[]): Measured[] {
  const english = new Map(phrases.map((p) => [`${p.document}${p.at && `/${p.at}`} ${p.zh}`, p.en]))
  const both = (document: string, zh: string | null) => (zh === null ? null : { zh, en: english.get(`${document} ${zh}`) ?? zh })
  const byId = new Map(documents.map((d) => [d.id, d]))
  const texts = new Map(provisions.map((p) => [p.id, p.digestZh]))
  const finders = new Map(documents.map((d) => [d.id, findersOf(codebook).populations(yearOf(d.id))]))
  const frames = new Map(entitlements.flatMap((e) => (e.targets.length === 1 ? [[e.targets[0] as string, e] as const] : [])))
  const groups = new Map(codebook.populations.map((p) => [p.id, p]))
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
