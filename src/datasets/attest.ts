import { splitSentences } from '../extract/clauses.ts'
import { findCondition } from '../extract/condition.ts'
import { figuresOfChinese } from '../extract/figures.ts'
import { findModalities } from '../extract/modality.ts'
import { findPlace } from '../extract/place.ts'
import { populationFinder } from '../extract/population.ts'
import { findReferences } from '../extract/reference.ts'
import { findResponsibilities } from '../extract/responsibility.ts'
import { findTargets } from '../extract/target.ts'
import type { Attestation } from '../model/coding.ts'
import type { Outline, ParsedTarget } from '../model/parsed.ts'
import type { Problem } from '../model/problem.ts'
import { parseDocument } from '../parse/document.ts'
import { normalizeText, placeOf } from '../parse/lines.ts'
import { sha256, stateOf } from './attested.ts'
import type { Codebook } from './codebook.ts'
import { findersOf } from './finders.ts'
import type { Folder } from './folder.ts'

/** Attestation → the text of its file, one provision or fact a line. */
export const renderAttestation = ({ provisions, targets, others, ...head }: Attestation): string => {
  const rows = (list: object[]) => `[\n${list.map((row) => `    ${JSON.stringify(row)}`).join(',\n')}\n  ]`
  return `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "provisions": ${rows(provisions)},\n  "targets": ${rows(targets)},\n  "others": ${rows(others)}\n}\n`
}

/** One fact of an edition: where it stands, what it is about, how it reads. */
interface Fact {
  path: string
  kind: string
  value: string
  place: [number, number] | null
}

/** Compares a digest with its official text fact by fact; without a Problem the attestation holds. */
export function attestDigest(folder: Folder, official: string, codebook: Codebook): { attestation: Attestation; problems: Problem[] } {
  const text = normalizeText(official)
  const outline = parseDocument(text)
  const theirs = findFacts(outline, codebook)
  const ours = findFacts(folder.outline, codebook)
  const keys = (facts: Fact[]) => new Set(facts.map(keyOf))
  const [has, held] = [keys(theirs), keys(ours)]
  const report = (fact: Fact, message: string, fix: string): Problem => {
    const p = folder.outline.provisions.find((o) => o.path === fact.path)
    return { file: `${folder.path}/digest.zh.md`, ...placeOf(folder.zh, p?.start ?? 0), message, fix }
  }
  const problems = [
    ...theirs
      .filter((f) => !held.has(keyOf(f)))
      .map((f) => report(f, `${f.path}: the official text has ${f.kind} ${f.value}; the digest has not.`, 'Add it to the digest.')),
    ...ours
      .filter((f) => !has.has(keyOf(f)))
      .map((f) => report(f, `${f.path}: the digest has ${f.kind} ${f.value}; the official text has not.`, 'Remove or correct it.')),
  ]
  if (sha256(text) !== folder.file.sha256) {
    const message = 'The official text is another one than document.yaml names by its sha256.'
    problems.push({ file: `${folder.path}/document.yaml`, line: 1, column: 1, message, fix: `Its sha256 is ${sha256(text)}.` })
  }
  const topics = new Set(theirs.filter((f) => f.kind === 'the topic').map((f) => f.value))
  const attestation = {
    ...stateOf(folder),
    facts: theirs.length,
    topicsInOfficialText: codebook.topics.map((t) => t.id).filter((id) => topics.has(id)),
    ...findSpans(folder.outline, outline, text),
    others: joinPlaces(ours, theirs, text),
  }
  return { attestation, problems }
}

// where each provision and each target stands in both editions, joined by path and by the order of equal figures
function findSpans(digest: Outline, official: Outline, text: string): Pick<Attestation, 'provisions' | 'targets'> {
  const both = (d: { start: number; end: number }, o: { start: number; end: number }) => ({
    digestRange: [d.start, d.end] as [number, number],
    officialRange: [o.start, o.end] as [number, number],
    sha256: sha256(text.slice(o.start, o.end)),
  })
  const byPath = new Map(official.provisions.map((p) => [p.path, p]))
  const left = Map.groupBy(findTargets(official), (t) => `${t.provision} ${t.printed}`)
  return {
    provisions: digest.provisions.flatMap((p) => {
      const o = byPath.get(p.path)
      return o ? [{ path: p.path, ...both(p, o) }] : []
    }),
    targets: findTargets(digest).flatMap((t) => {
      const o = left.get(`${t.provision} ${t.printed}`)?.shift()
      return o ? [{ provision: t.provision, printed: t.printed, ...both(t, o) }] : []
    }),
  }
}

// facts other than targets that have a place of their own in both editions
function joinPlaces(ours: Fact[], theirs: Fact[], text: string): Attestation['others'] {
  const left = new Map(theirs.map((fact) => [keyOf(fact), fact.place]))
  return ours.flatMap((fact) => {
    const official = left.get(keyOf(fact))
    if (!fact.place || !official) return []
    const { path, kind, value } = fact
    return [{ path, kind, value, digestRange: fact.place, officialRange: official, sha256: sha256(text.slice(...official)) }]
  })
}

// editions differ in the width of punctuation and in spaces; nothing else is forgiven
const keyOf = ({ path, kind, value }: Fact) => `${path}\t${kind}\t${value}`.normalize('NFKC').replace(/ /g, '')

/** Outline → all facts that both editions must share: each sort one row. */
function findFacts(outline: Outline, codebook: Codebook): Fact[] {
  const findPeople = populationFinder(codebook.populations)
  const pathOf = new Map(outline.provisions.map((p) => [p.id, p.path]))
  const at = (id: string, kind: string, value: string, printed: string | null = null): Fact => ({
    path: pathOf.get(id) ?? id,
    kind,
    value,
    place: printed === null ? null : findPlace(outline, id, printed),
  })
  const inText: [string, (text: string) => string[]][] = [
    ['the figure', (text) => [...figuresOfChinese(text)].map(String)],
    ['the name', (text) => [...text.matchAll(/“[^”]{1,20}”/gu)].map((m) => m[0])],
    ['the condition', (text) => splitSentences(text).flatMap((s) => findCondition(s.text)?.split('；') ?? [])],
    ['the modal value', findModalities],
    ['the group of people', (text) => findPeople(text).map((p) => p.printed)],
    ['the topic', findersOf(codebook).topics],
    ['the term', (text) => codebook.terms.filter(({ zh }) => text.includes(zh)).map(({ zh }) => zh)],
  ]
  const literal = new Set(['the name', 'the condition', 'the group of people', 'the term'])
  const { metadata } = outline
  return [
    ...Object.entries(metadata).map(([kind, value]) => ({ path: 'metadata', kind, value: JSON.stringify(value), place: null })),
    ...outline.provisions.map((p) => at(p.id, 'the heading', p.heading ?? 'none')),
    ...findTargets(outline).map((t) => at(t.provision, 'the target', describeTarget(t))),
    ...findReferences(outline).map((r) => at(r.provision, 'the reference', `${r.title} ${r.documentNumber ?? ''}`.trim(), r.printed)),
    ...findResponsibilities(outline).flatMap((r) =>
      r.agencies.map((a) => at(r.provision, `the ${r.role} body`, a, findPlace(outline, r.provision, a) ? a : r.printed)),
    ),
    ...outline.provisions.flatMap((p) => {
      const text = outline.bodies[p.id]?.text ?? ''
      return inText.flatMap(([kind, find]) =>
        [...new Set(find(text))].map((value) => at(p.id, kind, value, literal.has(kind) ? value : null)),
      )
    }),
  ]
}

const describeTarget = (t: ParsedTarget): string => {
  const keys = ['comparator', 'value', 'min', 'max', 'unit', 'per', 'deadline', 'attribute', 'modality', 'type'] as const
  return `${t.printed} (${keys.flatMap((key) => (t[key] === null ? [] : [`${key} ${t[key]}`])).join(', ')})`
}
