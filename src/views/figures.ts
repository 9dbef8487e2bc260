import type { Target } from '../model/target.ts'
import type { Catalog } from './catalog.ts'

/** Targets of a topic: those whose own words, or the heading of whose clause, speak of it. */
export function topicTargets(id: string, catalog: Catalog): Set<string> {
  const topic = catalog.topics.find((t) => t.id === id)
  const pattern = new RegExp(topic?.match.join('|') ?? '(?!)', 'u')
  const own = catalog
    .coverageOf(id)
    .flatMap((c) => c.provisions)
    .flatMap((p) => catalog.targetsOf(p))
    .filter((t) => t.restates === null)
  // a construct that one document puts in the words of the topic belongs to it in all
  const speaks = (t: Target) => pattern.test(`${catalog.provisionById.get(t.provision)?.heading ?? ''}。${t.clause}。${t.subject}`)
  const constructs = new Set(own.filter((t) => t.construct && speaks(t)).map((t) => t.construct))
  return new Set(own.filter((t) => (t.construct ? constructs.has(t.construct) : speaks(t))).map((t) => t.id))
}
