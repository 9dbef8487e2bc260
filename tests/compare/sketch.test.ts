import { describe, expect, it } from 'vitest'
import { agreementOf, eachSimilar, likely, sketchOf, sketchSize } from '../../src/compare/sketch.ts'
import { gramsOf } from '../../src/compare/vectors.ts'
import { parseDocument } from '../../src/parse/document.ts'
import { makeDocument } from '../synthetic/document.ts'
import { placeOf } from '../synthetic/places.ts'

const rowOf = (texts: string[]) => {
  const row = new Uint32Array(texts.length * sketchSize)
  for (const [i, text] of texts.entries()) row.set(sketchOf(text), i * sketchSize)
  return row
}
const pairsIn = (texts: string[], least: number) => {
  const found: string[] = []
  eachSimilar(rowOf(texts), least, (a, b) => found.push([Math.min(a, b), Math.max(a, b)].join(' ')))
  return found
}
const setOf = (text: string) => new Set(gramsOf(text, [3]).keys)
function jaccard(x: Set<number>, y: Set<number>): number {
  let both = 0
  for (const key of x) if (y.has(key)) both++
  return both / (x.size + y.size - both)
}
// documents of places below one another: clauses are taken over and changed
const numbers = Array.from({ length: 8 }, (_, i) => 31 + i).flatMap((n) => [placeOf(n).parent as number, n])
const clauses = [...new Set(numbers)]
  .flatMap((n) => parseDocument(makeDocument(4, n).text).provisions.map((p) => p.text))
  .filter((t) => t.length > 60)

describe('sketches', () => {
  it('agree as often as their texts have 3-grams in common', () => {
    const [a, b] = [clauses[0] as string, clauses[1] as string]
    const texts = [a, `${a}${b.slice(0, 40)}`, a.slice(0, a.length >> 1) + b.slice(0, b.length >> 1), b, a]
    const row = rowOf(texts)
    for (const [i, text] of texts.entries()) expect(Math.abs(agreementOf(row, 0, i) - jaccard(setOf(a), setOf(text)))).toBeLessThan(0.15)
    expect(agreementOf(row, 0, 4)).toBe(1)
  })
  it('find the pairs that comparing every pair finds, and each once', () => {
    const sets = clauses.map(setOf)
    const exact = sets.flatMap((a, i) => sets.slice(i + 1).flatMap((b, k) => (jaccard(a, b) >= 0.5 ? [`${i} ${i + 1 + k}`] : [])))
    const found = pairsIn(clauses, likely)
    expect(exact.length).toBeGreaterThan(10)
    expect(exact.filter((pair) => found.includes(pair)).length / exact.length).toBeGreaterThanOrEqual(0.95)
    expect(new Set(found).size).toBe(found.length)
    expect(found.length).toBeLessThan(3 * exact.length)
  })
  it('of what very many say pair neighbours only, and still find who is alike beyond that', () => {
    const [common, own] = [clauses[0] as string, clauses[1] as string]
    const crowd = Array.from({ length: 100 }, (_, i) => `${common}${clauses[2 + i]?.slice(0, 20)}`)
    const found = pairsIn([...crowd, `${common}${own}`, `${common}${own}`, '', ''], 0.9)
    expect(found).toContain('100 101')
    expect(found.length).toBeLessThan(crowd.length * 12)
    expect(new Set(found).size).toBe(found.length)
    // nothing is like nothing
    expect(found).not.toContain('102 103')
  })
})
