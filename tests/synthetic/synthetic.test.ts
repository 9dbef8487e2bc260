import { describe, expect, it } from 'vitest'
import { recallOf } from '../bench/extract.ts'
import { distinctShare, makeDocument } from './document.ts'
import { makeStatistics, statisticsHead } from './statistics.ts'

const some = Array.from({ length: 40 }, (_, n) => makeDocument(1, n))

describe('a synthetic document', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(makeDocument(1, 7)).toEqual(makeDocument(1, 7))
    expect(makeDocument(2, 7).text).not.toBe(makeDocument(1, 7).text)
    expect(new Set(some.map((d) => d.id)).size).toBe(some.length)
  })
  it('has wording of its own: most runs of eight characters stand once', () => {
    expect(distinctShare(some.map((d) => d.text))).toBeGreaterThan(0.9)
    expect(distinctShare([some[0]?.text ?? '', some[0]?.text ?? ''])).toBeCloseTo(0.5, 1)
  })
  it('holds facts known by construction, which parser and extraction find, and no others', () => {
    for (const d of some)
      for (const [fact, { gold, agreed, found }] of Object.entries(recallOf(d))) expect([fact, agreed, found]).toEqual([fact, gold, gold])
    expect(some.flatMap((d) => d.gold.targets).length).toBeGreaterThan(700)
    expect(some.flatMap((d) => d.gold.provisions).length).toBe(40 * 45)
  })
  it('comes with statistics of its region', () => {
    const rows = makeStatistics(1, 3, '110003')
    expect(rows.length).toBe(40)
    expect(rows).toEqual(makeStatistics(1, 3, '110003'))
    for (const row of rows) expect(row.length).toBe(statisticsHead.length)
  })
})
