import type { Construct } from '../model/codebook.ts'
import type { Comparability, ComparabilityField, ComparabilityGrade } from '../model/compare.ts'
import type { Bilingual, Document } from '../model/document.ts'
import type { Target } from '../model/target.ts'
import { type Side, sentenceOf } from './sentences.ts'

/** A target with what its sentence says of people, force and conditions: what must agree before figures are compared. */
export interface Measured {
  target: Target
  document: Pick<Document, 'id' | 'short' | 'term' | 'stage'>
  populations: { id: string; name: Bilingual; certifier?: Bilingual | undefined; printed: string }[]
  modality: { id: string; name: Bilingual; force: number | null }
  condition: Bilingual | null
  printed: Bilingual
  per: Bilingual | null
}

/** 种 and 个病种 count the same things. */
const unitOf = (t: Target) => (t.unit === '个病种' ? '种' : t.unit)
const peopleOf = (m: Measured) =>
  m.populations
    .map((p) => p.id)
    .sort()
    .join()

// what must agree, in the order in which it is said
const fields: [ComparabilityField, (m: Measured) => unknown][] = [
  ['unit', (m) => unitOf(m.target)],
  ['population', peopleOf],
  ['per', (m) => m.target.per],
  ['time-basis', (m) => (m.target.timeBasis === 'by-date' ? 'stock' : m.target.timeBasis)],
  ['stage', (m) => m.document.stage],
  ['term', (m) => `${m.document.term.from}-${m.document.term.to}`],
  ['modality', (m) => m.modality.id],
  ['condition', (m) => m.condition?.zh ?? null],
]

/**
 * Two targets of different documents → grade and every difference, each with the sentence that the site prints. Ranked only where construct,
 * unit, people, time, stage, force and conditions agree and both have a number; other constructs and other units are not comparable.
 */
export function compareMeasured(a: Measured, b: Measured, constructs: Map<string, Construct>): Comparability[] {
  const [ca, cb] = [a.target.construct ?? '', b.target.construct ?? '']
  const row = (grade: ComparabilityGrade, field: ComparabilityField, sentence: Bilingual): Comparability => ({
    id: `${a.target.id}~${b.target.id}/${field}`,
    a: a.target.id,
    b: b.target.id,
    constructA: ca,
    constructB: cb,
    grade,
    field,
    sentence,
  })
  const sides: [Side, Side] = [sideOf(a), sideOf(b)]
  if (ca !== cb) {
    const because = apartOf(ca, cb, constructs)
    return because
      ? [row('not-comparable', 'construct', sentenceOf('construct', because.swapped ? [sides[1], sides[0]] : sides, because.words))]
      : []
  }
  const differing = fields.filter(([, of]) => of(a) !== of(b)).map(([name]) => name)
  const unranked = constructs.get(ca)?.unranked
  const grade = differing.includes('unit') ? 'not-comparable' : 'side-by-side'
  const rows = differing.map((name) => row(grade, name, sentenceOf(name, sides)))
  if (unranked) rows.unshift(row(grade, 'rule', sentenceOf('rule', sides, unranked)))
  if (rows.length > 0) return rows
  const numbers = a.target.qualitative === null && b.target.qualitative === null
  return [row(numbers ? 'ranked' : 'side-by-side', 'none', sentenceOf('none', sides))]
}

function apartOf(a: string, b: string, constructs: Map<string, Construct>): { words: Bilingual; swapped: boolean } | null {
  const find = (from: string, to: string) => constructs.get(from)?.apart?.find((x) => x.construct === to)?.because
  const [forth, back] = [find(a, b), find(b, a)]
  return forth ? { words: forth, swapped: false } : back ? { words: back, swapped: true } : null
}

const sideOf = (m: Measured): Side => ({
  short: m.document.short,
  printed: m.printed,
  value: m.target.value,
  type: m.target.type,
  per: m.per,
  timeBasis: m.target.timeBasis,
  unit: m.target.unit,
  term: m.document.term,
  stage: m.document.stage,
  populations: m.populations,
  modality: m.modality,
  condition: m.condition,
})

/** Targets of two documents that a reader may hold against one another: one construct in both, or two that are easily taken for one. */
export function compareTargets(ours: Measured[], theirs: Measured[], constructs: Construct[]): Comparability[] {
  if (ours.length === 0 || theirs.length === 0) return []
  const byId = new Map(constructs.map((c) => [c.id, c]))
  const taken = new Map<string, string[]>()
  const link = (a: string, b: string) => taken.set(a, [...(taken.get(a) ?? [a]), b])
  for (const c of constructs)
    for (const { construct } of c.apart ?? []) {
      link(c.id, construct)
      link(construct, c.id)
    }
  const found = Map.groupBy(theirs, (m) => m.target.construct ?? '')
  return ours.flatMap((a) => {
    const construct = a.target.construct as string
    return (taken.get(construct) ?? [construct]).flatMap((name) => (found.get(name) ?? []).flatMap((b) => compareMeasured(a, b, byId)))
  })
}

/** What a document says of one construct in several places is compared once, by the first; what measures nothing named is not. */
export function onceEach(measured: Measured[]): Measured[] {
  const seen = new Set<string>()
  return measured.filter(({ target: t, populations }) => {
    if (t.construct === null || t.restates !== null) return false
    const key = [t.document, t.construct, t.printed, populations.map((p) => p.id).join()].join(' ')
    return !seen.has(key) && seen.add(key)
  })
}
