import { findReferences } from '../../src/extract/reference.ts'
import { findResponsibilities } from '../../src/extract/responsibility.ts'
import { findTargets } from '../../src/extract/target.ts'
import { parseDocument } from '../../src/parse/document.ts'
import { makeDocument, type Synthetic } from '../synthetic/document.ts'
import { growth, keep, type Measures, median } from './measure.ts'

/** What of the gold facts is found, and what is found besides, added up. */
export interface Recall {
  gold: number
  agreed: number
  found: number
}

/** Synthetic document → provisions, targets, references and responsible bodies found, against those known by construction. */
export function recallOf({ text, gold }: Synthetic): { [fact: string]: Recall } {
  const outline = parseDocument(text)
  const own = (p: string) => /^\d/.test(p)
  const compare = (known: string[], seen: string[]): Recall => {
    const left = [...seen]
    const agreed = known.filter((k) => {
      const at = left.indexOf(k)
      if (at >= 0) left.splice(at, 1)
      return at >= 0
    })
    return { gold: known.length, agreed: agreed.length, found: seen.length }
  }
  const facts = (t: { provision: string; value: number | null; unit: string | null; comparator: string | null; deadline: string | null }) =>
    `${t.provision} ${t.comparator} ${t.value} ${t.unit} ${t.deadline}`
  return {
    provisions: compare(gold.provisions, outline.provisions.map((p) => p.id).filter(own)),
    targets: compare(gold.targets.map(facts), findTargets(outline).map(facts)),
    references: compare(
      gold.references,
      findReferences(outline).flatMap((r) => r.documentNumber ?? []),
    ),
    agencies: compare(
      gold.agencies,
      findResponsibilities(outline).flatMap((r) => r.agencies.map((a) => `${r.provision} ${a}`)),
    ),
  }
}

/** Text to facts at three sizes beside taking the same text apart into code points, with recall and precision at each size. */
export function benchExtract(): void {
  const sizes = [100, 1000, 4000]
  console.log('documents    MB        s   MB/s  × floor   recall/precision of provisions, targets, references, bodies')
  const kept: Measures = []
  const times = sizes.map((n) => {
    const all = Array.from({ length: n }, (_, i) => makeDocument(1, i))
    const sums = new Map<string, Recall>()
    const time = median(() => {
      sums.clear()
      for (const made of all)
        for (const [fact, r] of Object.entries(recallOf(made))) {
          const sum = sums.get(fact) ?? { gold: 0, agreed: 0, found: 0 }
          sums.set(fact, { gold: sum.gold + r.gold, agreed: sum.agreed + r.agreed, found: sum.found + r.found })
        }
    })
    const floor = median(() => all.map(({ text }) => Array.from(text, (c) => c.codePointAt(0)).length))
    const bytes = all.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0)
    const ratios = [...sums.values()].map((s) => `${(s.agreed / s.gold).toFixed(3)}/${(s.agreed / s.found).toFixed(3)}`)
    const mb = bytes / 1e6
    console.log(
      `${String(n).padStart(9)}${mb.toFixed(1).padStart(6)}${(time / 1000).toFixed(2).padStart(9)}${(mb / (time / 1000)).toFixed(1).padStart(7)}${(time / floor).toFixed(0).padStart(9)}   ${ratios.join('  ')}`,
    )
    const least = (of: (s: Recall) => number) => Math.min(...[...sums.values()].map(of))
    const found = { 'least recall': least((s) => s.agreed / s.gold), 'least precision': least((s) => s.agreed / s.found) }
    kept.push({ size: n, MB: mb, ms: time, 'x floor': time / floor, ...found })
    return time
  })
  keep('extract', kept, { ms: growth(sizes, times) })
  console.log(`growth exponent ${growth(sizes, times).toFixed(2)}`)
}
