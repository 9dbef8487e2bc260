import { type Relations, signsOf } from './relations.ts'
import { optimize, type Programme } from './solver.ts'

/** What a reader knows of a cell: that its value lies between `low` and `high` (equal where the cell is published exactly). */
export type Known = [low: number, high: number]
export const unknown: Known = [0, Number.POSITIVE_INFINITY]

/** A protected cell must look able to be as low as `low` and as high as `high`. */
export interface Requirement {
  cell: number
  low: number
  high: number
}

const slack = 1e-6
/** How far apart the ends must be between which a cell lies that is withheld only to hide others. */
const apart = 1

/** Everything known of a cell at once, over several releases. `null` where they contradict each other. */
export function combine(all: Known[]): Known | null {
  const low = Math.max(...all.map(([l]) => l))
  const high = Math.min(...all.map(([, h]) => h))
  return low > high ? null : [low, high]
}

/** The narrowest interval a reader can compute for one cell from all sums, all that is published and that counts are not negative. */
export function intervalOf(cell: number, relations: Relations, known: Known[]): Known {
  if (isExact(known[cell] as Known)) return known[cell] as Known
  const part = partsOf(relations, known).find((p) => p.cells.includes(cell)) as Part
  const i = part.cells.indexOf(cell)
  const ends = (['Minimize', 'Maximize'] as const).map((goal) => {
    const best = optimize({ ...part.programme, goal, objective: [[1, i]] })
    if (best.status === 'infeasible') throw new Error('The published cells contradict each other.')
    return best.status === 'optimal' ? best.objective : Number.POSITIVE_INFINITY
  }) as Known
  return ends
}

/**
 * The attack: cells of which less than required is hidden. Every cell is cleared by two tables that agree with all that is published, one as low
 * and one as high as required; programmes that hide as many cells as possible at once clear most, the rest are tried one by one.
 */
export function attack(relations: Relations, known: Known[], requirements: Requirement[]): number[] {
  const exposed = new Set<number>()
  const hidden = requirements.filter(({ cell, low, high }) => {
    const [from, to] = known[cell] as Known
    if (from <= low && to >= high) return true
    exposed.add(cell)
    return false
  })
  const byCell = new Map(hidden.map((r) => [r.cell, r]))
  for (const part of partsOf(relations, known)) {
    const asked = part.cells.flatMap((cell, i) => (byCell.has(cell) ? [{ ...(byCell.get(cell) as Requirement), i }] : []))
    if (asked.length === 0) continue
    for (const goal of ['Maximize', 'Minimize'] as const) for (const { cell } of failing(part, goal, asked)) exposed.add(cell)
  }
  return [...exposed].sort((a, b) => a - b)
}

/**
 * The whole attack on a release: minimum and maximum of every cell that is withheld. Cells of `need` are exposed where less than required is
 * hidden; all others where their interval is narrower than one.
 */
export function attackAll(relations: Relations, values: number[], known: Known[], need: Requirement[], withheld: Iterable<number>) {
  const needed = new Set(need.map((r) => r.cell))
  const others = [...withheld].filter((cell) => relations.published[cell] && !needed.has(cell))
  const beside = others.map((cell): Requirement => {
    const value = values[cell] as number
    return { cell, low: Math.max(0, value - apart), high: value + apart }
  })
  const found = attack(relations, known, [...need, ...beside])
  const exposed = found.filter((cell) => {
    if (needed.has(cell)) return true
    const [low, high] = intervalOf(cell, relations, known)
    return high - low < apart - slack
  })
  return { attacked: need.length + others.length, exposed }
}

type Asked = Requirement & { i: number }

// those of one part that no table takes as high (or low) as required
function failing(part: Part, goal: Programme['goal'], asked: Asked[]): Asked[] {
  const up = goal === 'Maximize'
  const reached = (values: number[], { i, low, high }: Asked) =>
    up ? (values[i] as number) >= high - slack : (values[i] as number) <= low + slack
  let open = asked
  while (open.length > 1) {
    const best = optimize(together(part, goal, open))
    if (best.status !== 'optimal') break
    const left = open.filter((a) => !reached(best.values, a))
    if (left.length === open.length) break
    open = left
  }
  const failed: Asked[] = []
  while (open.length > 0) {
    const [first, ...rest] = open as [Asked, ...Asked[]]
    const best = optimize({ ...part.programme, goal, objective: [[1, first.i]] })
    if (best.status === 'infeasible') throw new Error('The published cells contradict each other.')
    if (best.status === 'optimal' && !reached(best.values, first)) failed.push(first)
    open = best.status === 'optimal' ? rest.filter((a) => !reached(best.values, a)) : rest
  }
  return failed
}

// one more variable z per cell asked, z ≤ x and z ≤ high (or z ≥ x and z ≥ low), and the sum of all z as far as it goes
function together({ programme }: Part, goal: Programme['goal'], open: Asked[]): Programme {
  const up = goal === 'Maximize'
  const n = programme.bounds.length
  return {
    goal,
    objective: open.map((_, j) => [1, n + j]),
    rows: [
      ...programme.rows,
      ...open.map(({ i }, j) => ({
        terms: [[1, i] as [number, number], [-1, n + j] as [number, number]],
        sense: up ? ('>=' as const) : ('<=' as const),
        right: 0,
      })),
    ],
    bounds: [...programme.bounds, ...open.map(({ low, high }): Known => (up ? [0, high] : [low, Number.POSITIVE_INFINITY]))],
  }
}

interface Part {
  cells: number[]
  programme: Omit<Programme, 'goal' | 'objective'>
}

const isExact = ([low, high]: Known) => low === high

// cells that are not known exactly fall into parts that share no sum: one small programme for each
function partsOf({ sums, sumsOf }: Relations, known: Known[]): Part[] {
  const parts: Part[] = []
  const seen = new Uint8Array(known.length)
  const used = new Uint8Array(sums.length)
  for (const start of known.keys()) {
    if (seen[start] || isExact(known[start] as Known)) continue
    const cells: number[] = [start]
    const lines: number[] = []
    seen[start] = 1
    for (let at = 0; at < cells.length; at++)
      for (const s of sumsOf[cells[at] as number] as number[]) {
        if (used[s]) continue
        used[s] = 1
        lines.push(s)
        const { total, parts: members } = sums[s] as Relations['sums'][number]
        for (const cell of [total, ...members])
          if (!seen[cell] && !isExact(known[cell] as Known)) {
            seen[cell] = 1
            cells.push(cell)
          }
      }
    parts.push({ cells, programme: programmeOf(cells, lines, sums, known) })
  }
  return parts
}

function programmeOf(cells: number[], lines: number[], sums: Relations['sums'], known: Known[]): Part['programme'] {
  const at = new Map(cells.map((cell, i) => [cell, i]))
  const rows = lines.map((s) => {
    const terms: [number, number][] = []
    let right = 0
    for (const [cell, sign] of signsOf(sums[s] as Relations['sums'][number])) {
      const i = at.get(cell)
      if (i === undefined) right -= sign * (known[cell] as Known)[0]
      else terms.push([sign, i])
    }
    return { terms, sense: '=' as const, right }
  })
  return { rows, bounds: cells.map((cell) => known[cell] as Known) }
}
