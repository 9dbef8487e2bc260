import { entitlementFinder } from '../extract/entitlement.ts'
import { populationFinder } from '../extract/population.ts'
import { topicFinder } from '../extract/topic.ts'
import type { Population } from '../model/codebook.ts'
import { agencyFinder } from './agencies.ts'
import type { Codebook } from './codebook.ts'

/** What finds the words of a codebook in texts. */
export interface Finders {
  topics: ReturnType<typeof topicFinder>
  /** groups of people as documents of a year define them */
  populations(year: number): ReturnType<typeof populationFinder>
  entitlements: ReturnType<typeof entitlementFinder>
  agency: ReturnType<typeof agencyFinder>
}

const made = new WeakMap<Codebook, Finders>()

/** The finders of a codebook, whose patterns are compiled once for all documents that are read by it. */
export function findersOf(codebook: Codebook): Finders {
  const finders = made.get(codebook) ?? makeFinders(codebook)
  made.set(codebook, finders)
  return finders
}

function makeFinders({ topics, populations, kinds, families, regions }: Codebook): Finders {
  const byYear = new Map<number, ReturnType<typeof populationFinder>>()
  return {
    topics: topicFinder(topics),
    populations(year) {
      const finder = byYear.get(year) ?? populationFinder(populationsOf(populations, year))
      byYear.set(year, finder)
      return finder
    },
    entitlements: entitlementFinder(kinds, populations),
    agency: agencyFinder(families, regions),
  }
}

/** Groups of people as a document of one year defines them. */
const populationsOf = (populations: Population[], year: number): Population[] =>
  populations.filter((p) => (p.from ?? year) <= year && year <= (p.until ?? year))
