import { expect, it } from 'vitest'
import { mostEach, mostForAll } from '../../src/compare/pairs.ts'
import { buildInheritance, measureInheritance, renderInheritance } from '../../src/datasets/inheritance.ts'

// a text of twelve clauses; `kin` are said by all of one family, the others by nobody else
function textOf(n: number, family: number): string {
  const clause = (seed: number) => {
    let state = seed + 1
    const next = () => (state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0)
    return Array.from({ length: 60 }, () => String.fromCodePoint(0x4e00 + (next() % 8000))).join('')
  }
  const clauses = Array.from({ length: 12 }, (_, i) => clause(i < 6 ? family * 1000 + i : 100_000 + n * 100 + i))
  return `关于第${n}件事的通知\n\n${clauses.map((c, i) => `${'一二三四五六七八九十'[i] ?? `十${'一二'[i - 10]}`}、${c}。`).join('\n')}\n`
}
const textsOf = (count: number) => Array.from({ length: count }, (_, n) => ({ id: `t${n}`, sha256: n.toString(16).padStart(64, '0') }))
const measure = (count: number) => {
  const read: string[] = []
  const file = measureInheritance(textsOf(count), (id) => {
    read.push(id)
    return textOf(Number(id.slice(1)), Math.floor(Number(id.slice(1)) / 3))
  })
  return { ...file, read }
}

it('holds each of a few texts against all others, and reads each once', () => {
  const { pairs, read } = measure(6)
  expect(pairs.map((p) => p.id).slice(0, 6)).toEqual(['t0~in~t1', 't0~in~t2', 't0~in~t3', 't0~in~t4', 't0~in~t5', 't1~in~t0'])
  expect(pairs).toHaveLength(30)
  expect(read).toHaveLength(6)
  expect(pairs[0]?.share).toBeGreaterThan(0.4)
  expect(pairs[2]?.share).toBeLessThan(0.1)
})

it('holds each of many against those most like it, in both directions, and measures the same', () => {
  const few = measure(mostForAll)
  const many = measure(mostForAll + 10)
  const ids = new Set(many.pairs.map((p) => p.id))
  expect(many.pairs.length).toBeLessThanOrEqual(2 * mostEach * (mostForAll + 10))
  for (const { from, to } of many.pairs) expect(ids).toContain(`${to}~in~${from}`)
  // the others of its family are found for every text
  for (let n = 0; n < mostForAll + 10; n++)
    for (const other of [0, 1, 2].map((i) => Math.floor(n / 3) * 3 + i).filter((i) => i !== n && i < mostForAll + 10))
      expect(ids).toContain(`t${n}~in~t${other}`)
  const known = new Map(few.pairs.map((p) => [p.id, p]))
  for (const pair of many.pairs) if (known.has(pair.id)) expect(pair).toEqual(known.get(pair.id))
  expect(many.read.length).toBeLessThanOrEqual(3 * (mostForAll + 10))
})

it('is read back as it was written, and is stale where a text is another one', () => {
  const { read: _, ...file } = measure(3)
  const sources = new Map([['data/inheritance.json', renderInheritance(file)]])
  const documents = textsOf(3)
  expect(buildInheritance(sources, documents)).toEqual({ inheritance: file.pairs, problems: [] })
  const other = documents.map((d, i) => (i === 1 ? { ...d, sha256: 'f'.repeat(64) } : d))
  expect(buildInheritance(sources, other).problems).toMatchObject([{ file: 'data/inheritance.json', line: 5 }])
  const damaged = new Map([['data/inheritance.json', '{"normalization": 1, "texts": {}, "pairs": []}']])
  expect(buildInheritance(damaged, documents).problems).toMatchObject([{ line: 1, column: 19 }])
  // a key that stands twice is told, not read once
  const twice = renderInheritance(file).replace('"normalization"', '"normalization": "", "normalization"')
  expect(buildInheritance(new Map([['data/inheritance.json', twice]]), documents).problems).toMatchObject([{ line: 2 }])
})
