import type { Requirement } from './attack.ts'
import { type Relations, signsOf } from './relations.ts'
import { optimize, type Programme } from './solver.ts'

const tiny = 1e-6
/** Up to this many cells every cell is a candidate; beyond, first those near the cell to be protected. */
const small = 1500

/**
 * Cells that must be withheld beside the protected ones so that each can look as low and as high as required. For each, the cheapest table
 * that differs from the true one by just that much is sought (a linear programme; cost: the people whose cell is lost); the cells in which
 * the two differ are withheld. `fixed` cells stand in earlier releases and cannot be hidden any more.
 * Complementary suppression after Fischetti and Salazar-González (2000), one protected cell after the other.
 * `open` are protected cells that no choice of cells can hide.
 */
export function suppress(
  relations: Relations,
  values: number[],
  requirements: Requirement[],
  fixed: ReadonlySet<number>,
): { withheld: Set<number>; open: number[] } {
  const withheld = new Set([...requirements.map((r) => r.cell), ...relations.published.flatMap((p, i) => (p ? [] : [i]))])
  const up = new Float64Array(values.length)
  const down = new Float64Array(values.length)
  const open = new Set<number>()
  const order = [...requirements].sort((a, b) => (values[b.cell] as number) - (values[a.cell] as number) || a.cell - b.cell)
  for (const { cell, low, high } of order) {
    const value = values[cell] as number
    for (const shift of [high - value, low - value]) {
      const reached = shift > 0 ? (up[cell] as number) >= shift - tiny : (down[cell] as number) >= -shift - tiny
      if (reached || shift === 0) continue
      const moved = fixed.has(cell) ? null : move(cell, shift, { relations, values, withheld, fixed })
      if (!moved) open.add(cell)
      for (const [i, by] of moved ?? []) {
        withheld.add(i)
        if (by > 0) up[i] = Math.max(up[i] as number, by)
        else down[i] = Math.max(down[i] as number, -by)
      }
    }
  }
  return { withheld, open: [...open].sort((a, b) => a - b) }
}

interface State {
  relations: Relations
  values: number[]
  withheld: ReadonlySet<number>
  fixed: ReadonlySet<number>
}

// which cells move by how much in the cheapest table where `cell` differs by `shift`
function move(cell: number, shift: number, state: State): Map<number, number> | null {
  const { values, fixed } = state
  const nearby = values.length <= small ? [] : [6, 24].map((width) => () => near(cell, width, state))
  const positive = () => [...values.keys()].filter((i) => mayMove(i, cell, state))
  const any = () => [...values.keys()].filter((i) => i === cell || !fixed.has(i))
  for (const candidates of [...nearby, positive, any]) {
    const cells = candidates()
    const best = optimize(programmeFor(cell, shift, cells, state))
    if (best.status !== 'optimal') continue
    const moved = new Map<number, number>()
    for (const [j, i] of cells.entries()) {
      const by = (best.values[2 * j] as number) - (best.values[2 * j + 1] as number)
      if (Math.abs(by) > tiny) moved.set(i, by)
    }
    return moved
  }
  return null
}

// a zero that is shown stays shown as long as there is another way; what stands in an earlier release cannot be hidden
const mayMove = (i: number, cell: number, { values, withheld, fixed }: State) =>
  i === cell || (!fixed.has(i) && (withheld.has(i) || (values[i] as number) > 0))

// variables 2j and 2j+1 are how far cell j rises and falls
function programmeFor(cell: number, shift: number, cells: number[], { relations, values, withheld }: State): Programme {
  const at = new Map(cells.map((i, j) => [i, j]))
  const lines = new Set(cells.flatMap((i) => relations.sumsOf[i] as number[]))
  const rows = [...lines].flatMap((s) => {
    const terms = signsOf(relations.sums[s] as Relations['sums'][number]).flatMap(([i, sign]) => {
      const j = at.get(i)
      return j === undefined
        ? []
        : [
            [sign, 2 * j],
            [-sign, 2 * j + 1],
          ]
    }) as [number, number][]
    return terms.length > 0 ? [{ terms, sense: '=' as const, right: 0 }] : []
  })
  const cost = (i: number) => (withheld.has(i) ? 0.001 : Math.max(1, values[i] as number))
  return {
    goal: 'Minimize',
    objective: cells.flatMap((i, j): [number, number][] => [
      [cost(i), 2 * j],
      [cost(i), 2 * j + 1],
    ]),
    rows,
    bounds: cells.flatMap((i): [number, number][] =>
      i === cell
        ? [
            [Math.max(0, shift), Math.max(0, shift)],
            [Math.max(0, -shift), Math.max(0, -shift)],
          ]
        : [
            [0, Number.POSITIVE_INFINITY],
            [0, values[i] as number],
          ],
    ),
  }
}

// the cheapest cells in the sums of the cell, and the cells that close a ring with them
function near(cell: number, width: number, state: State): number[] {
  const { relations, values, withheld } = state
  const lines = new Set(relations.sumsOf[cell])
  for (const s of [...lines]) {
    const { total, parts } = relations.sums[s] as Relations['sums'][number]
    const cheap = [total, ...parts]
      .filter((i) => i !== cell && mayMove(i, cell, state))
      .sort((a, b) => Number(withheld.has(b)) - Number(withheld.has(a)) || (values[a] as number) - (values[b] as number) || a - b)
    for (const i of cheap.slice(0, width)) for (const l of relations.sumsOf[i] as number[]) lines.add(l)
  }
  const ring = new Map<number, number>()
  for (const l of lines) {
    const { total, parts } = relations.sums[l] as Relations['sums'][number]
    for (const i of [total, ...parts]) ring.set(i, (ring.get(i) ?? 0) + 1)
  }
  return [...ring].filter(([i, n]) => i === cell || (n > 1 && mayMove(i, cell, state))).map(([i]) => i)
}
