import * as Plot from '@observablehq/plot'
import type { Exploration, Explored } from '../model/exploration.ts'
import { widthOf } from './label.ts'
import { manner } from './svg.ts'

/** Most groups that a drawing shows clearly. */
export const mostGroups = { bar: 40, heat: 40, line: 200, dot: 200, none: 0 } as const satisfies { [F in Exploration['chart']]: number }

const colours = ['var(--c1)', 'var(--c2)', 'var(--c3)', 'var(--c4)', 'var(--c5)', 'var(--c6)', 'var(--c7)', 'var(--c8)']

/** Values of groups → drawing in the page it is given; `label` says what the values are. */
export function drawExplored(
  rows: Explored[],
  { chart, across, derive }: Exploration,
  {
    document,
    label,
    width,
    named: nameOf,
  }: { document: Document; label: string; width: number; named: (column: 'group' | 'across', value: string) => string },
): SVGElement | HTMLElement {
  const named = rows.map((r) => ({ ...r, group: nameOf('group', r.group), across: across ? nameOf('across', r.across) : '' }))
  const groups = [...new Set(named.map((r) => r.group))]
  const inOrder = groups.every((g) => /^\d+(\.\d+)?$/.test(g))
  const percent = derive === 'share'
  const series = [...new Set(named.map((r) => r.across))]
  const slope = Math.min(longest, Math.max(20, ...series.map((name) => widthOf(name))))
  const { marks: legend, lines } = legendOf(across ? series : [], width - 60)
  const common = {
    document,
    width,
    marginLeft: chart === 'bar' || chart === 'heat' ? 16 + Math.min(width / 3, Math.max(40, ...groups.map((g) => widthOf(g)))) : 60,
    marginRight: chart === 'heat' ? 16 + slope * Math.cos(tilt) : 24,
    marginTop: across ? 30 + 20 * lines : 24,
    className: manner,
    color: { range: colours, domain: series },
  }
  const value = { label, percent, grid: true, labelArrow: 'none' as const }
  const fill = across ? 'across' : colours[0]
  const title = (r: (typeof named)[number]) => `${r.group}${r.across ? ` ${r.across}` : ''}: ${r.value ?? ''}`
  const tall = 90 + groups.length * 26
  switch (chart) {
    case 'heat':
      return Plot.plot({
        ...common,
        height: tall + slope,
        x: { label: null, axis: 'top', tickRotate: (-180 * tilt) / Math.PI, tickFormat: (name: string) => cutLabel(name, longest) },
        y: { label: null, domain: groups },
        marginTop: 24 + slope * Math.sin(tilt),
        color: { range: ['var(--q1)', 'var(--q2)', 'var(--q3)', 'var(--q4)', 'var(--q5)'], type: 'quantize' },
        marks: [
          Plot.cell(named, { x: 'across', y: 'group', fill: 'value', title, inset: 1 }),
          Plot.text(named, { x: 'across', y: 'group', text: (r) => shown(r.value, percent), stroke: 'var(--paper)', fill: 'currentColor' }),
        ],
      })
    case 'line':
    case 'dot': {
      const points = named.filter((r) => r.value !== null).map((r) => ({ ...r, x: inOrder ? Number(r.group) : r.group }))
      const x = inOrder ? { label: null, tickFormat: (n: number) => String(n) } : { label: null, domain: groups, tickRotate: -30 }
      const stroke = across ? 'across' : colours[0]
      return Plot.plot({
        ...common,
        height: 420,
        marginBottom: inOrder ? 40 : 90,
        x,
        y: value,
        marks: [
          ...legend,
          ...(chart === 'line' ? [Plot.line(points, { x: 'x', y: 'value', z: 'across', stroke, strokeWidth: 2.5 })] : []),
          Plot.dot(points, { x: 'x', y: 'value', fill: stroke, r: 4, title }),
        ],
      })
    }
    default:
      return Plot.plot({
        ...common,
        height: tall,
        x: value,
        y: { label: null, domain: groups },
        marks: [...legend, Plot.ruleX([0]), Plot.barX(named, { y: 'group', x: 'value', fill, title })],
      })
  }
}

// names of the series above the drawing, each beside its colour, in as many lines as they need
function legendOf(names: string[], room: number): { marks: Plot.Markish[]; lines: number } {
  let [x, line] = [0, 0]
  const placed = names.map((name, i) => {
    const wide = widthOf(name) + 30
    if (x + wide > room && x > 0) [x, line] = [0, line + 1]
    const at = { name, x, line, colour: colours[i % colours.length] as string }
    x += wide
    return at
  })
  const lines = names.length > 0 ? line + 1 : 0
  const marks = placed.flatMap(({ name, x: dx, line: at, colour }) => {
    const place = { frameAnchor: 'top-left' as const, dy: -20 - 20 * (lines - 1 - at) }
    return [
      Plot.dot([0], { ...place, dx: dx + 6, r: 5, fill: colour }),
      Plot.text([name], { ...place, dx: dx + 16, text: (d: string) => d, textAnchor: 'start', fill: 'currentColor' }),
    ]
  })
  return { marks, lines }
}

/** Angle of the names above a heat map, and the most of a name that is written there, in pixels. */
const tilt = Math.PI / 4
const longest = 130

// what fits of a name
function cutLabel(name: string, room: number): string {
  if (widthOf(name) <= room) return name
  let kept = ''
  for (const c of name) {
    if (widthOf(`${kept}${c}…`) > room) break
    kept += c
  }
  return `${kept}…`
}

const shown = (value: number | null, percent: boolean) =>
  value === null ? '' : percent ? `${Math.round(value * 100)}%` : String(Number(value.toPrecision(4)))
