import { type Absence, coverCell } from '../compare/coverage.ts'
import type { Topic } from '../model/codebook.ts'
import type { Coverage } from '../model/link.ts'
import type { Problem } from '../model/problem.ts'
import type { Provision } from '../model/provision.ts'
import { placeInYaml } from '../parse/yaml.ts'
import type { Folder } from './folder.ts'

/** Every topic against every document; a confirmed silence that the texts do not bear out is a Problem. */
export function buildCoverage(folders: Folder[], topics: Topic[], provisions: Provision[]): { coverage: Coverage[]; problems: Problem[] } {
  const clauses = new Map<string, string[]>()
  for (const p of provisions)
    for (const { topic } of p.topics) {
      const key = `${topic}/${p.document}`
      clauses.set(key, [...(clauses.get(key) ?? []), p.id])
    }
  const problems: Problem[] = []
  const coverage = folders.flatMap((folder) => {
    const complete = folder.file.completeness.state === 'complete'
    const attested = folder.attestation
    const absences = new Map<string, Absence>()
    folder.coding.silences.forEach((s, i) => {
      for (const topic of s.topics) {
        absences.set(topic, s)
        const why = whyNotSilent(topic, folder, topics, clauses.get(`${topic}/${folder.id}`) ?? [])
        if (!why) continue
        const place = placeInYaml(folder.codingText, ['silences', i, 'topics', s.topics.indexOf(topic)])
        problems.push({
          file: `${folder.path}/coding.yaml`,
          ...place,
          message: `${topic} cannot be confirmed as not mentioned: ${why}.`,
          fix: 'Remove the topic from the list.',
        })
      }
    })
    const attestedTopics = attested ? new Set(attested.topicsInOfficialText) : null
    return topics.map(({ id }) =>
      coverCell(
        { topic: id, document: folder.id, provisions: clauses.get(`${id}/${folder.id}`) ?? [] },
        { complete, attestedTopics },
        absences.get(id),
      ),
    )
  })
  return { coverage, problems }
}

function whyNotSilent(topic: string, folder: Folder, topics: Topic[], clauses: string[]): string | null {
  if (!topics.some((t) => t.id === topic)) return 'the topic is not in data/codebook/topics.yaml'
  if (folder.file.completeness.state !== 'complete') return 'the copy of the document is not complete'
  if (clauses.length > 0) return `the digest speaks of it in ${clauses.join(', ')}`
  if (!folder.attestation) return 'the document has no attestation.json (npm run attest)'
  return folder.attestation.topicsInOfficialText.includes(topic) ? 'the rules find it in the official text' : null
}
