import * as Plot from '@observablehq/plot'
import { drawingDocument } from './document.ts'
import { widthOf } from './label.ts'
import { manner, renderSvg } from './svg.ts'

export interface TimelineChart {
  /** One row a document: its term in whole years, and when it was issued (a year with its fraction), where that is known. */
  rows: { name: string; from: number; to: number; issued: number | null }[]
  /** How many goals of a row fall due in a year. */
  deadlines: { name: string; year: number; count: number }[]
  /** What happened behind it, `to` exclusive, as years with their fraction. */
  bands: { name: string; from: number; to: number }[]
  /** Day the statements hold for, as a year with its fraction. */
  asOf: number
  label: string
}

const rowHeight = 46
const bandHeight = 22

/** Documents, their terms and deadlines against a day, with what happened meanwhile above them → SVG text. */
export function renderTimeline({ rows, deadlines, bands, asOf, label }: TimelineChart): string {
  const names = rows.map((r) => r.name)
  const years = [...rows.flatMap((r) => [r.from, r.to + 1]), ...bands.flatMap((b) => [b.from, b.to]), asOf]
  const [first, last] = [Math.floor(Math.min(...years)), Math.ceil(Math.max(...years))]
  const ticks = Array.from({ length: last - first }, (_, i) => first + i + 0.5)
  const top = 26 + bands.length * bandHeight
  const drawing = Plot.plot({
    document: drawingDocument(),
    width: 720,
    height: top + rows.length * rowHeight + 34,
    marginLeft: Math.max(...names.map((name) => widthOf(name))) + 16,
    marginRight: 16,
    marginTop: top,
    className: manner,
    x: { domain: [first, last], ticks, tickFormat: (y: number) => String(Math.floor(y)), tickSize: 0, label: null },
    y: { domain: names, tickSize: 0, label: null },
    marks: [
      ...bands.flatMap(({ name, from, to }, i) => [
        Plot.text([name], {
          x: Math.max(from, first),
          frameAnchor: 'top',
          textAnchor: 'start',
          dy: -(bands.length - i) * bandHeight + 4,
          dx: 2,
          fill: 'var(--soft)',
          fontSize: 12,
        }),
        Plot.ruleX([Math.max(from, first), Math.min(to, last)], {
          stroke: 'var(--line)',
          strokeDasharray: '2 3',
          insetTop: -(bands.length - i) * bandHeight,
        }),
      ]),
      Plot.barX(rows, {
        y: 'name',
        x1: 'from',
        x2: (r) => r.to + 1,
        fill: 'var(--wash)',
        stroke: 'var(--accent)',
        insetTop: 8,
        insetBottom: 8,
      }),
      Plot.dot(
        rows.filter((r) => r.issued !== null),
        { x: 'issued', y: 'name', symbol: 'diamond', r: 6, fill: 'var(--paper)', stroke: 'var(--mark)', strokeWidth: 2 },
      ),
      Plot.dot(deadlines, {
        x: (d) => d.year + 0.5,
        y: 'name',
        r: 9,
        fill: 'var(--accent)',
        title: (d) => `${d.name} ${d.year}: ${d.count}`,
      }),
      Plot.text(deadlines, { x: (d) => d.year + 0.5, y: 'name', text: (d) => String(d.count), fill: 'var(--paper)', fontSize: 12 }),
      Plot.ruleX([asOf], { stroke: 'var(--mark)', strokeWidth: 2 }),
    ],
  })
  return renderSvg(drawing, label)
}
