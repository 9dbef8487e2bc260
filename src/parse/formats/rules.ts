import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A straight line drawn on a page, in points; one of the two extents is next to nothing. */
export interface Rule {
  x0: number
  y0: number
  x1: number
  y1: number
}

/** The lines of one table: where its columns and rows begin and end, and which rules there are. */
export interface Ruled {
  xs: number[]
  ys: number[]
  rules: Rule[]
}

type Matrix = [number, number, number, number, number, number]

/** Most lines of a page that are looked at: what has more is a drawing. */
const most = 6000
const thin = 3
const near = 3

const multiply = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
]

const place = (m: Matrix, x: number, y: number) => [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]] as const

/** Drawing operations of a page → its horizontal and vertical lines, thin filled bars and the sides of stroked boxes included. */
export function findRules({ fnArray, argsArray }: { fnArray: number[]; argsArray: unknown[] }): Rule[] {
  const rules: Rule[] = []
  const stack: Matrix[] = []
  let matrix: Matrix = [1, 0, 0, 1, 0, 0]
  for (const [i, fn] of fnArray.entries()) {
    if (fn === OPS.save) stack.push(matrix)
    else if (fn === OPS.restore) matrix = stack.pop() ?? matrix
    else if (fn === OPS.transform) matrix = multiply(matrix, argsArray[i] as Matrix)
    else if (fn === OPS.constructPath) {
      const [paint, [path]] = argsArray[i] as [number, [ArrayLike<number> | null]]
      if (path && paint !== OPS.endPath) for (const box of boxesOf(path, matrix)) rules.push(...sidesOf(box))
    }
    if (rules.length > most) return []
  }
  return rules
}

// the box around each run of straight lines of a path; a path with a curve is none
function boxesOf(path: ArrayLike<number>, matrix: Matrix): Rule[] {
  const boxes: Rule[] = []
  let open: Rule | null = null
  for (let i = 0; i < path.length; ) {
    const kind = path[i] as number
    if (kind === 4) {
      i += 1
      continue
    }
    if (kind !== 0 && kind !== 1) return []
    const [x, y] = place(matrix, path[i + 1] as number, path[i + 2] as number)
    if (kind === 0 || !open) {
      open = { x0: x, y0: y, x1: x, y1: y }
      boxes.push(open)
    } else {
      open.x0 = Math.min(open.x0, x)
      open.y0 = Math.min(open.y0, y)
      open.x1 = Math.max(open.x1, x)
      open.y1 = Math.max(open.y1, y)
    }
    i += 3
  }
  return boxes
}

function sidesOf({ x0, y0, x1, y1 }: Rule): Rule[] {
  const [width, height] = [x1 - x0, y1 - y0]
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2]
  if (height < thin && width > 4) return [{ x0, x1, y0: y, y1: y }]
  if (width < thin && height > 4) return [{ x0: x, x1: x, y0, y1 }]
  if (width < 8 || height < 8) return []
  return [
    { x0, x1, y0, y1: y0 },
    { x0, x1, y0: y1, y1 },
    { x0, x1: x0, y0, y1 },
    { x0: x1, x1, y0, y1 },
  ]
}

const touch = (a: Rule, b: Rule) => a.x0 <= b.x1 + near && b.x0 <= a.x1 + near && a.y0 <= b.y1 + near && b.y0 <= a.y1 + near

/** Lines → tables: lines that touch belong together; at least two columns, and a row. */
export function findRuled(rules: Rule[]): Ruled[] {
  const sorted = [...rules].sort((a, b) => a.y0 - b.y0)
  const groups: Rule[][] = []
  let open: { rules: Rule[]; top: number }[] = []
  for (const rule of sorted) {
    open = open.filter(({ top }) => top >= rule.y0 - near)
    const joined = open.filter((group) => group.rules.some((other) => touch(rule, other)))
    const group = joined[0] ?? { rules: [], top: rule.y1 }
    for (const other of joined.slice(1)) group.rules.push(...other.rules.splice(0))
    group.rules.push(rule)
    group.top = Math.max(rule.y1, ...joined.map(({ top }) => top))
    open = open.filter((other) => !joined.includes(other) || other === group)
    if (joined.length === 0) {
      open.push(group)
      groups.push(group.rules)
    }
  }
  return groups.flatMap((group) => {
    const xs = distinct(group.filter(({ x0, x1 }) => x1 - x0 < thin).map(({ x0 }) => x0))
    const ys = distinct(group.filter(({ y0, y1 }) => y1 - y0 < thin).map(({ y0 }) => y0))
    return xs.length > 2 && ys.length > 1 ? [{ xs, ys: ys.reverse(), rules: group }] : []
  })
}

function distinct(values: number[]): number[] {
  const out: number[] = []
  for (const value of values.sort((a, b) => a - b)) if (out.length === 0 || value - (out.at(-1) as number) > near) out.push(value)
  return out
}

/** Whether a rule stands between two cells: at `x` beside the height `y`, or at `y` above the place `x`. */
export const isRuledAt = (rules: Rule[], x: number, y: number, upright: boolean): boolean =>
  rules.some((r) =>
    upright
      ? r.x1 - r.x0 < thin && Math.abs(r.x0 - x) <= near && r.y0 - near <= y && y <= r.y1 + near
      : r.y1 - r.y0 < thin && Math.abs(r.y0 - y) <= near && r.x0 - near <= x && x <= r.x1 + near,
  )
