import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findReferences } from '../../src/extract/reference.ts'
import { findTargets } from '../../src/extract/target.ts'
import type { ParsedTarget } from '../../src/model/parsed.ts'
import { parseDocument } from '../../src/parse/document.ts'

const goldens = readdirSync('tests/golden').filter((f) => f.endsWith('.txt'))

// a small generator of numbers, the same in every run
function* numbersFrom(seed: number): Generator<number> {
  let state = seed
  for (;;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    yield state / 2 ** 32
  }
}

interface Damage {
  text: string
  spoilt: Set<number>
}

// every damage keeps the length, so that what was not hit stands where it stood
const blots: [string, (c: string) => string][] = [
  ['masked', (c) => (/\d/.test(c) ? '*' : c)],
  ['blotted', (c) => (c === '\n' ? c : '□')],
  ['misread', (c) => (/[\u4e00-\u9fff]/u.test(c) ? '囗' : c)],
]

function damage(text: string, share: number, seed: number, blot: (c: string) => string): Damage {
  const spoilt = new Set<number>()
  const chance = numbersFrom(seed)
  const characters = text.split('').map((c, i) => {
    const hit = (chance.next().value as number) < share
    const put = hit ? blot(c) : c
    if (put !== c) spoilt.add(i)
    return put
  })
  return { text: characters.join(''), spoilt }
}

// the facts of a text, each with the stretch it is read from: a target's sentence, a reference's title
function factsOf(text: string) {
  const outline = parseDocument(text)
  const numeric = findTargets(outline).filter((t) => t.value !== null || t.min !== null)
  const key = (t: ParsedTarget) => [t.printed, t.comparator, t.value, t.min, t.max, t.unit].join(' ')
  const targets = numeric.map((t) => {
    const from = Math.max(text.lastIndexOf('。', t.start), text.lastIndexOf('\n', t.start)) + 1
    return { key: key(t), from, to: t.end + 3 }
  })
  const references = findReferences(outline).flatMap((r) => {
    const from = text.indexOf(r.printed)
    return from < 0 ? [] : [{ key: `${r.title} ${r.documentNumber}`, from, to: from + r.printed.length }]
  })
  return [...targets, ...references]
}

const hit = ({ from, to }: { from: number; to: number }, spoilt: Set<number>) => {
  for (let i = from; i < to; i++) if (spoilt.has(i)) return true
  return false
}

describe.each(blots)('%s copies of the golden documents', (name, blot) => {
  const shares = [0.01, 0.03, 0.08]
  it.each(shares)('keep what was not hit, at a share of %s', (share) => {
    let [expected, found] = [0, 0]
    for (const [k, file] of goldens.entries()) {
      const text = readFileSync(`tests/golden/${file}`, 'utf8')
      const whole = factsOf(text)
      for (let seed = 1; seed <= 5; seed++) {
        const { text: copy, spoilt } = damage(text, share, seed * 100 + k, blot)
        const left = factsOf(copy).map((f) => f.key)
        for (const fact of whole.filter((f) => !hit(f, spoilt))) {
          expected++
          const at = left.indexOf(fact.key)
          if (at < 0) continue
          left.splice(at, 1)
          found++
        }
      }
    }
    expect(expected).toBeGreaterThan(150)
    expect(found / expected, `${name}: ${found} of ${expected}`).toBeGreaterThanOrEqual(0.9)
  })
  it('give no figure that the whole document does not hold', () => {
    for (const [k, file] of goldens.entries()) {
      const text = readFileSync(`tests/golden/${file}`, 'utf8')
      const whole = findTargets(parseDocument(text)).map((t) => t.printed)
      const values = new Set(
        [text, text.replace(/\s/gu, ''), ...whole].flatMap((t) => t.normalize('NFKC').match(/\d+(?:\.\d+)?/g) ?? []).map(Number),
      )
      const copy = damage(text, 0.1, 7000 + k, blot).text
      const copied = new Set([copy, copy.replace(/\s/gu, '')].flatMap((t) => t.normalize('NFKC').match(/\d[\d.]*/g) ?? []).map(Number))
      for (const t of findTargets(parseDocument(copy)))
        for (const printed of t.printed.normalize('NFKC').match(/\d+(?:\.\d+)?/g) ?? [])
          expect(values.has(Number(printed)) || copied.has(Number(printed)), `${file}: ${t.printed}`).toBe(true)
      if (name === 'masked') for (const t of findTargets(parseDocument(copy))) expect(t.printed, file).not.toMatch(/[*＊]/)
    }
  })
})
