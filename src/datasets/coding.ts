import { rulesVersion } from '../extract/version.ts'
import type { Topic } from '../model/codebook.ts'
import type { ParsedTarget, TargetType } from '../model/parsed.ts'
import type { Problem } from '../model/problem.ts'
import type { Provision } from '../model/provision.ts'
import { type Target, TargetRole } from '../model/target.ts'
import { placeInYaml } from '../parse/yaml.ts'
import { spanOf } from './attested.ts'
import type { Codebook } from './codebook.ts'
import type { Folder } from './folder.ts'

const rules = `rules@${rulesVersion}`
const roles: Partial<Record<TargetType, TargetRole>> = {
  subsidy: 'payment',
  exemption: 'entitlement',
  condition: 'condition',
  floor: 'standard',
  cap: 'standard',
  interval: 'standard',
  duration: 'standard',
  frequency: 'standard',
}

type Coded = Omit<Target, 'id' | 'number'>

/** Extracted targets with the judgement of coding.yaml; an entry whose figure its clause does not hold is a Problem. */
export function codeTargets(found: ParsedTarget[], folder: Folder, { constructs }: Codebook, problems: Problem[]): Coded[] {
  const used = new Set<unknown>()
  const coded = found.map((t): Coded => {
    const same = folder.coding.targets.filter((c) => c.provision === t.provision && c.printed === t.printed)
    const occurrence = found.filter((o) => o.provision === t.provision && o.printed === t.printed && o.start < t.start).length + 1
    const entry = same.find((c) => (c.occurrence ?? 1) === occurrence)
    used.add(entry)
    const { provision, start: _s, end: _e, ...facts } = t
    const construct = entry?.construct ?? null
    const byConstruct = TargetRole.safeParse(constructs.find((c) => c.id === construct)?.role).data
    return {
      ...facts,
      document: folder.id,
      provision: `${folder.id}/${provision}`,
      boundBasis: basisOf(t),
      role: entry?.role ?? byConstruct ?? roles[t.type] ?? 'goal',
      construct,
      restates: null,
      checked: spanOf(folder.attestation?.targets.filter((c) => c.provision === provision && c.printed === t.printed)[occurrence - 1]),
      coder: entry?.coder ?? rules,
    }
  })
  folder.coding.targets.forEach((entry, i) => {
    const at = (message: string, fix: string, key: string) =>
      problems.push({ file: `${folder.path}/coding.yaml`, ...placeInYaml(folder.codingText, ['targets', i, key]), message, fix })
    if (!used.has(entry))
      at(
        `The clause ${entry.provision} holds no target "${entry.printed}".`,
        'Write the figure as digest.zh.md prints it, or remove the entry.',
        'printed',
      )
    if (entry.construct && !constructs.some((c) => c.id === entry.construct))
      at(`The construct ${entry.construct} is not in data/codebook/constructs.yaml.`, 'Correct it or add it to the codebook.', 'construct')
  })
  return coded
}

function basisOf(t: ParsedTarget): Coded['boundBasis'] {
  if (t.comparator !== 'gte' && t.comparator !== 'lte') return null
  return /不少于|不低于|不得低于|不得少于|不超过|不得超过|不高于|至少|达|满|以上|以下|以内|内/.test(t.printed) ? 'civil-code' : 'implied'
}

/** Topics the rules found for a provision, with what an editor added or dropped. */
export function codeTopics(key: string, found: string[], folder: Folder, topics: Topic[], problems: Problem[]): Provision['topics'] {
  const entries = folder.coding.topics.filter((t) => t.provision === key)
  const known = new Set(topics.map((t) => t.id))
  for (const entry of entries)
    for (const topic of [...(entry.add ?? []), ...(entry.drop ?? [])])
      if (!known.has(topic)) {
        const place = placeInYaml(folder.codingText, ['topics', folder.coding.topics.indexOf(entry)])
        problems.push({
          file: `${folder.path}/coding.yaml`,
          ...place,
          message: `The topic ${topic} is not in data/codebook/topics.yaml.`,
          fix: 'Correct it or add it to the codebook.',
        })
      }
  const dropped = new Set(entries.flatMap((e) => e.drop ?? []))
  const added = entries.flatMap((e) => e.add ?? [])
  const kept = found.filter((t) => !dropped.has(t) && !added.includes(t)).map((topic) => ({ topic, coder: rules }))
  return [...kept, ...added.map((topic) => ({ topic, coder: 'editor' }))]
}
