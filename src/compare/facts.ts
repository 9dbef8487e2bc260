import type { ComparedFacts, FactKind } from '../model/compare.ts'
import type { Target } from '../model/target.ts'

/** What is compared of a target. */
export type Figure = Pick<Target, 'id' | 'construct' | 'comparator' | 'value' | 'min' | 'max' | 'unit' | 'qualitative'>

/** The facts of one clause that a comparison looks at. */
export interface ClauseFacts {
  targets: Figure[]
  conditions: string[]
  populations: string[]
  agencies: string[]
  modalities: string[]
  deadlines: string[]
}

const sizes: Record<FactKind, number> = { figure: 4, condition: 2, agency: 1, population: 1, modality: 1, deadline: 1 }

/**
 * Facts of two clauses → what both have and what only one has, by kind. Figures agree where they measure one thing and say the same of it;
 * they are named by the targets of the first clause in `both`, by their own elsewhere.
 */
export function compareFacts(a: ClauseFacts, b: ClauseFacts): { facts: ComparedFacts[]; telling: number } {
  const said = (t: Figure) => [t.construct, t.comparator, t.value, t.min, t.max, t.unit?.replace(/^个病/u, ''), t.qualitative].join(' ')
  const known = (all: Figure[]) => new Set(all.filter((t) => t.construct).map(said))
  const [inA, inB] = [known(a.targets), known(b.targets)]
  const ids = (all: Figure[]) => all.map((t) => t.id)
  const figures: ComparedFacts = {
    kind: 'figure',
    both: ids(a.targets.filter((t) => inB.has(said(t)))),
    onlyA: ids(a.targets.filter((t) => !inB.has(said(t)))),
    onlyB: ids(b.targets.filter((t) => !inA.has(said(t)))),
  }
  const others: [FactKind, string[], string[]][] = [
    ['condition', a.conditions, b.conditions],
    ['population', a.populations, b.populations],
    ['agency', a.agencies, b.agencies],
    ['modality', a.modalities, b.modalities],
    ['deadline', a.deadlines, b.deadlines],
  ]
  const facts = [figures, ...others.map(([kind, x, y]) => split(kind, x, y))].filter(
    (f) => f.both.length + f.onlyA.length + f.onlyB.length > 0,
  )
  const telling = facts.reduce((sum, f) => sum + sizes[f.kind] * (f.both.length + f.onlyA.length + f.onlyB.length), 0)
  return { facts, telling }
}

function split(kind: FactKind, a: string[], b: string[]): ComparedFacts {
  return {
    kind,
    both: a.filter((x) => b.includes(x)),
    onlyA: a.filter((x) => !b.includes(x)),
    onlyB: b.filter((x) => !a.includes(x)),
  }
}
