import { type Codings, kappaOf } from '../compare/agreement.ts'
import { rulesVersion } from '../extract/version.ts'
import { type Agreement, SecondCoding } from '../model/compare.ts'
import type { Problem } from '../model/problem.ts'
import type { Provision } from '../model/provision.ts'
import type { Target } from '../model/target.ts'
import { parseYaml } from '../parse/yaml.ts'
import type { Codebook } from './codebook.ts'
import { findersOf } from './finders.ts'
import type { Folder } from './folder.ts'
import type { Sources } from './sources.ts'

/** How often each pair of codings was given, by `coders/field`. */
export type CodingCounts = { [id: string]: Codings }

/**
 * What two coders made of one document, by field: the rules and the editor who reviewed them (who has seen what they found), and the editor and a
 * second coder who has not seen the first coding, where data/agreement/second/<document>.yaml is there. A topic is coded yes or no for every clause.
 */
export function countCodings(
  folder: Folder,
  provisions: Provision[],
  targets: Target[],
  codebook: Codebook,
  sources: Sources,
): { codings: CodingCounts; problems: Problem[] } {
  const problems: Problem[] = []
  const codings: CodingCounts = {}
  const put = (coders: string, field: string, a: string, b: string) => addCoding(codings, `${coders}/${field}`, [a, b, 1])
  const findTopics = findersOf(codebook).topics
  const leaves = provisions.filter((p) => p.leaf)
  const perTopic = (coders: string, a: string[], b: string[]) => {
    for (const { id } of codebook.topics) put(coders, 'topics', String(a.includes(id)), String(b.includes(id)))
  }
  const reviewed = new Set(folder.coding.topics.map((t) => t.provision))
  for (const p of leaves) {
    const editor = p.topics.map((t) => t.topic)
    perTopic(`rules@${rulesVersion} ~ editor`, reviewed.has(p.key) ? findTopics(`${p.heading ?? ''}。${p.digestZh}`) : editor, editor)
  }
  const second = readSecond(folder.id, sources, problems)
  if (!second) return { codings, problems }
  const again = new Map(second.topics.map((t) => [t.provision, t.topics]))
  for (const p of leaves)
    perTopic(
      'editor ~ second',
      p.topics.map((t) => t.topic),
      again.get(p.key) ?? [],
    )
  for (const t of targets.filter((own) => own.restates === null)) {
    const other = second.targets.find((s) => `${folder.id}/${s.provision}` === t.provision && s.printed === t.printed)
    put('editor ~ second', 'is a target', 'yes', other ? 'yes' : 'no')
    if (!other) continue
    put('editor ~ second', 'construct', t.construct ?? '', other.construct ?? '')
    put('editor ~ second', 'role', t.role, other.role)
    put('editor ~ second', 'type', t.type, other.type)
  }
  return { codings, problems }
}

function addCoding(counts: CodingCounts, id: string, [a, b, n]: Codings[number]): void {
  counts[id] ??= []
  const same = counts[id].find((c) => c[0] === a && c[1] === b)
  if (same) same[2] += n
  else counts[id].push([a, b, n])
}

/** Counts of all documents → how far coders agree. */
export function buildAgreement(documents: CodingCounts[]): Agreement[] {
  const all: CodingCounts = {}
  for (const counts of documents) for (const [id, codings] of Object.entries(counts)) for (const c of codings) addCoding(all, id, c)
  return Object.entries(all).map(([id, codings]): Agreement => {
    const [coders, field] = id.split('/') as [string, string]
    return { id, coders, field, ...kappaOf(codings) }
  })
}

function readSecond(id: string, sources: Sources, problems: Problem[]): SecondCoding | null {
  const file = `data/agreement/second/${id}.yaml`
  const text = sources.get(file)
  if (text === undefined) return null
  const read = parseYaml(text, file, SecondCoding)
  problems.push(...read.problems)
  return read.value
}
