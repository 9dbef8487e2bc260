import fc from 'fast-check'
import { expect, it } from 'vitest'
import { countClauses, emptyCorpus, partsOf, rarityOf } from '../../src/compare/corpus.ts'
import { addTally, packTally, stepsOfTally, tallyOf, unpackTally } from '../../src/compare/tally.ts'

const clause = fc.record({
  id: fc.constant(''),
  heading: fc.string({ unit: fc.constantFrom(...'村医签约服务'), maxLength: 6 }),
  text: fc.string({ unit: fc.constantFrom(...'村医签约服务补助，。12𠮷'), maxLength: 40 }),
  topics: fc.subarray(['a', 'b', 'c']),
  terms: fc.subarray(['签约', '村医']),
})

it('adds to the counts of all what its clauses would, one by one; also after it was written and read', () => {
  fc.assert(
    fc.property(fc.array(clause, { maxLength: 6 }), (clauses) => {
      const parts = clauses.map(partsOf)
      const [one, other] = [emptyCorpus(), emptyCorpus()]
      countClauses(one, parts)
      const tally = unpackTally(packTally(tallyOf(parts)))
      expect(tally).toEqual(tallyOf(parts))
      addTally(other, tally)
      expect(Buffer.compare(Buffer.from(one.buffer), Buffer.from(other.buffer))).toBe(0)
    }),
    { numRuns: 30 },
  )
})
it('tells by its steps when a weight of its own words moves, and only then', () => {
  const of = (text: string) => tallyOf([partsOf({ id: '', heading: '', text, topics: [], terms: [] })])
  const [own, like, unlike] = [of('村医签约'), of('签约服务'), of('用水安全')]
  const stepsWith = (others: (typeof own)[]) => {
    const corpus = emptyCorpus()
    for (const tally of [own, ...others]) addTally(corpus, tally)
    corpus[corpus.length - 1] = 64
    return [...stepsOfTally(rarityOf(corpus), own)]
  }
  expect(stepsWith([unlike])).toEqual(stepsWith([]))
  expect(stepsWith([like])).not.toEqual(stepsWith([]))
})
