import { splitSentences } from '../extract/clauses.ts'
import { findCondition } from '../extract/condition.ts'
import { findModality } from '../extract/modality.ts'
import type { Topic } from '../model/codebook.ts'
import type { Statement } from '../model/compare.ts'
import type { Provision } from '../model/provision.ts'
import { distinctIds, markOf } from './identity.ts'

const money = /财政|经费|资金|补助|补贴|投资|政府购买|预付|生活补贴/u

/** Clauses of the body → the sentences that speak of each of their topics; where only the heading does, every sentence of the clause. */
export function buildStatements(provisions: Provision[], topics: Topic[]): Statement[] {
  const patterns = new Map(topics.map((t) => [t.id, new RegExp(t.match.join('|'), 'u')]))
  const found = provisions
    .filter((p) => p.leaf && !p.key.startsWith('annex'))
    .flatMap((p) => {
      const sentences = splitSentences(p.digestZh).map((s) => s.text.trim())
      return p.topics.flatMap(({ topic }) => {
        const pattern = patterns.get(topic)
        const speaking = sentences.filter((s) => pattern?.test(s))
        return (speaking.length > 0 ? speaking : sentences).map(
          (sentence): Statement => ({
            id: `${topic}/${p.id}/${markOf(sentence)}`,
            topic,
            document: p.document,
            provision: p.id,
            sentence,
            modality: findModality(sentence),
            condition: findCondition(sentence),
            funds: money.test(sentence),
          }),
        )
      })
    })
  return distinctIds(found)
}
