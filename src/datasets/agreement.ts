import { kappaOf } from '../compare/agreement.ts'
import { topicFinder } from '../extract/topic.ts'
import { rulesVersion } from '../extract/version.ts'
import { type Agreement, SecondCoding } from '../model/compare.ts'
import type { Problem } from '../model/problem.ts'
import type { Provision } from '../model/provision.ts'
import type { Target } from '../model/target.ts'
import { parseYaml } from '../parse/yaml.ts'
import type { Codebook } from './codebook.ts'
import type { Folder } from './folder.ts'
import type { Sources } from './sources.ts'

type Pairs = [string, string][]

/**
 * How far coders agree, by field: the rules with the editor who reviewed them (who has seen what they found), and the editor with a second coder
 * who has not seen the first coding, where data/agreement/second/<document>.yaml is there. A topic is coded yes or no for every clause.
 */
export function buildAgreement(
  folders: Folder[],
  provisions: Provision[],
  targets: Target[],
  codebook: Codebook,
  sources: Sources,
): { agreement: Agreement[]; problems: Problem[] } {
  const problems: Problem[] = []
  const fields = new Map<string, Pairs>()
  const put = (coders: string, field: string, pairs: Pairs) => {
    const id = `${coders}/${field}`
    fields.set(id, [...(fields.get(id) ?? []), ...pairs])
  }
  const findTopics = topicFinder(codebook.topics)
  const perTopic = (a: string[], b: string[]): Pairs => codebook.topics.map(({ id }) => [String(a.includes(id)), String(b.includes(id))])
  for (const folder of folders) {
    const leaves = provisions.filter((p) => p.document === folder.id && p.leaf)
    const first = (p: Provision) => p.topics.map((t) => t.topic)
    for (const p of leaves)
      put(`rules@${rulesVersion} ~ editor`, 'topics', perTopic(findTopics(`${p.heading ?? ''}。${p.digestZh}`), first(p)))
    const second = readSecond(folder.id, sources, problems)
    if (!second) continue
    const again = new Map(second.topics.map((t) => [t.provision, t.topics]))
    for (const p of leaves) put('editor ~ second', 'topics', perTopic(first(p), again.get(p.key) ?? []))
    for (const t of targets.filter((own) => own.document === folder.id && own.restates === null)) {
      const other = second.targets.find((s) => `${folder.id}/${s.provision}` === t.provision && s.printed === t.printed)
      put('editor ~ second', 'is a target', [['yes', other ? 'yes' : 'no']])
      if (!other) continue
      put('editor ~ second', 'construct', [[t.construct ?? '', other.construct ?? '']])
      put('editor ~ second', 'role', [[t.role, other.role]])
      put('editor ~ second', 'type', [[t.type, other.type]])
    }
  }
  const agreement = [...fields].map(([id, pairs]): Agreement => {
    const [coders, field] = id.split('/') as [string, string]
    return { id, coders, field, ...kappaOf(pairs) }
  })
  return { agreement, problems }
}

function readSecond(id: string, sources: Sources, problems: Problem[]): SecondCoding | null {
  const file = `data/agreement/second/${id}.yaml`
  const text = sources.get(file)
  if (text === undefined) return null
  const read = parseYaml(text, file, SecondCoding)
  problems.push(...read.problems)
  return read.value
}
