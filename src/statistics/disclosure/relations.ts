import { sumByKey } from '../table.ts'

/** A way to divide people: members form a tree; exactly one has no parent and is the total. */
export interface Dimension {
  id: string
  members: { id: string; parent: string | null }[]
}

/** Which cells add up to which: cells carry one member of every dimension, so linked tables share the cells they have in common. */
export interface Relations {
  /** one member per dimension, in order of the dimensions */
  cells: string[][]
  /** whether a table of the release holds the cell; the others exist only as what published cells add up from */
  published: boolean[]
  /** the value of cell `total` is the sum of `parts` */
  sums: { total: number; parts: number[] }[]
  /** for every cell, the sums it stands in */
  sumsOf: number[][]
}

/** A sum as an equation: its cells with their signs add up to nothing. */
export const signsOf = ({ total, parts }: Relations['sums'][number]): (readonly [cell: number, sign: 1 | -1])[] => [
  [total, -1],
  ...parts.map((p) => [p, 1] as const),
]

export const keyOf = (cell: string[]): string => cell.join('/')

/**
 * Dimensions and the dimensions of each table → every cell and every sum. Two tables are consistent with a full crossing whenever they agree
 * on what they share; three and more need not be, so for them the cells of the full crossing stand in the relations as well.
 */
export function relate(dimensions: Dimension[], tables: string[][]): Relations {
  const everything = dimensions.map((d) => d.id)
  const index = new Map<string, number>()
  const relations: Relations = { cells: [], published: [], sums: [], sumsOf: [] }
  const seen = new Set<string>()
  const add = (cell: string[], published: boolean): number => {
    const key = keyOf(cell)
    let i = index.get(key)
    if (i === undefined) {
      i = relations.cells.length
      index.set(key, i)
      relations.cells.push(cell)
      relations.published.push(published)
      relations.sumsOf.push([])
    }
    return i
  }
  const take = (table: string[], published: boolean) => {
    for (const cell of crossing(dimensions, table)) add(cell, published)
    for (const [d, dimension] of dimensions.entries()) {
      if (!table.includes(dimension.id)) continue
      const children = childrenOf(dimension)
      for (const cell of crossing(dimensions, table)) {
        const parts = children.get(cell[d] as string)
        const key = `${d}:${keyOf(cell)}`
        if (!parts || seen.has(key)) continue
        seen.add(key)
        const members = parts.map((member) => add(cell.with(d, member), published))
        relations.sums.push({ total: add(cell, published), parts: members })
        for (const i of [add(cell, published), ...members]) relations.sumsOf[i]?.push(relations.sums.length - 1)
      }
    }
  }
  for (const table of tables) take(table, true)
  if (tables.length > 2) take(everything, false)
  return relations
}

/** Members that no other member is part of. */
export const leavesOf = ({ members }: Dimension): string[] =>
  members.filter((m) => !members.some((o) => o.parent === m.id)).map((m) => m.id)

/** Counts of the leaves of every dimension → the value of every cell, summed up the trees. */
export function fillCells({ cells }: Relations, dimensions: Dimension[], counts: { members: string[]; count: number }[]): number[] {
  const above = dimensions.map(({ members }) => {
    const parents = new Map(members.map((m) => [m.id, m.parent]))
    return new Map(members.map((m) => [m.id, ancestors(m.id, parents)]))
  })
  const rows = counts.flatMap(({ members, count }) =>
    product(members.map((m, d) => above[d]?.get(m) ?? [m])).map((cell) => ({ key: keyOf(cell), count })),
  )
  const sums = sumByKey(rows)
  return cells.map((cell) => sums.get(keyOf(cell)) ?? 0)
}

function ancestors(id: string, parents: Map<string, string | null>): string[] {
  const path = [id]
  for (let at = parents.get(id); at; at = parents.get(at)) path.push(at)
  return path
}

function childrenOf({ members }: Dimension): Map<string, string[]> {
  const children = new Map<string, string[]>()
  for (const { id, parent } of members) if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), id])
  return children
}

const rootOf = ({ members }: Dimension) => members.find((m) => m.parent === null)?.id ?? ''

const crossing = (dimensions: Dimension[], table: string[]): string[][] =>
  product(dimensions.map((d) => (table.includes(d.id) ? d.members.map((m) => m.id) : [rootOf(d)])))

const product = (lists: string[][]): string[][] =>
  lists.reduce<string[][]>((all, list) => all.flatMap((head) => list.map((item) => [...head, item])), [[]])
