import * as Plot from '@observablehq/plot'
import { drawingDocument } from './document.ts'
import { widthOf } from './label.ts'
import { strokeOf } from './palette.ts'
import { manner, renderSvg } from './svg.ts'

/** A value of a series; `bound` where the source gives a bound and no point. */
export interface ChartPoint {
  year: number
  value: number
  bound?: boolean
}

export interface SeriesChart {
  /** One series a region: its code and name, and an array a run of consecutive years; between runs the line stops. */
  series: { code: string; name: string; runs: ChartPoint[][] }[]
  benchmarks: { year: number; value: number; label: string }[]
  unit: string
  label: string
}

/** Size of type on a phone, where the drawing is shown at half its width: labels must have room at it. */
const phone = 19

const steps = [1, 2, 2.5, 5, 10]
const niceTop = (value: number): number => {
  const power = 10 ** Math.floor(Math.log10(value || 1))
  return (steps.find((s) => s * power >= value) ?? 10) * power
}

// rates and counts start at 0; where all values lie close together near the top, just below the least
function domainOf(values: number[]): [number, number] {
  const [least, most] = [Math.min(...values), Math.max(...values)]
  if (least < most * 0.7) return [0, niceTop(most)]
  const step = niceTop((most - least) / 2 || most * 0.05)
  return [Math.floor(least / step) * step, Math.ceil(most / step + 0.2) * step]
}

/** Series with their benchmarks → SVG text. Gaps stay gaps: each run is a line of its own. Colour and stroke are those of the region. */
export function renderSeries({ series, benchmarks, unit, label }: SeriesChart): string {
  const points = series.flatMap(({ runs, name, code }, k) =>
    runs.flatMap((run, i) => run.map((p) => ({ ...p, run: `${k}/${i}`, ...strokeOf(code), name }))),
  )
  const lines = [...Map.groupBy(points, (p) => p.run).values()]
  const ends = series.length > 1 ? series.flatMap(({ name }) => points.filter((p) => p.name === name).slice(-1)) : []
  const years = [...points, ...benchmarks].map((p) => p.year)
  const edges = edgesOf(points)
  const between = series.length > 1 || points.length > 14 ? [] : points.filter((p) => !edges.includes(p))
  const value = {
    x: 'year',
    y: 'value',
    text: (p: (typeof points)[number]) => `${p.bound ? '≥' : ''}${p.value}`,
    dy: -12,
    fill: 'currentColor',
  }
  const names = [...ends.map((p) => p.name), ...benchmarks.map((b) => b.label)]
  const tip = (p: (typeof points)[number]) => `${p.name} ${p.year}: ${p.bound ? '≥' : ''}${p.value} ${unit}`
  const drawing = Plot.plot({
    document: drawingDocument(),
    width: 720,
    height: 400,
    marginLeft: 56,
    marginRight: Math.max(24, ...names.map((name) => widthOf(name, phone) + 16)),
    marginTop: 28,
    className: manner,
    x: { domain: [Math.min(...years) - 0.7, Math.max(...years)], tickFormat: (y: number) => String(y), ticks: ticksOf(years), label: null },
    y: { domain: domainOf([...points, ...benchmarks].map((p) => p.value)), grid: true, label: unit, labelArrow: 'none', ticks: 7 },
    marks: [
      ...lines.map((run) =>
        Plot.line(run, { x: 'year', y: 'value', stroke: run[0]?.colour ?? '', strokeWidth: 2.5, strokeDasharray: run[0]?.dash ?? 'none' }),
      ),
      Plot.dot(
        points.filter((p) => !p.bound),
        { x: 'year', y: 'value', r: 4, fill: (p) => p.colour, stroke: 'none', title: tip },
      ),
      Plot.dot(
        points.filter((p) => p.bound),
        { x: 'year', y: 'value', symbol: 'triangle', r: 5, fill: 'var(--paper)', stroke: (p) => p.colour, strokeWidth: 2, title: tip },
      ),
      // on a phone there is room for the first and the last only
      Plot.text(between, { ...value, className: 'between' }),
      Plot.text(edges, value),
      Plot.text(ends, { x: 'year', y: 'value', text: 'name', dx: 9, textAnchor: 'start', fill: (p) => p.colour }),
      Plot.dot(benchmarks, {
        x: 'year',
        y: 'value',
        symbol: 'diamond',
        r: 6,
        fill: 'var(--paper)',
        stroke: 'var(--mark)',
        strokeWidth: 2,
        title: 'label',
      }),
      Plot.text(benchmarks, { x: 'year', y: 'value', text: 'label', dx: 11, textAnchor: 'start', fill: 'var(--mark)' }),
    ],
  })
  return renderSvg(drawing, label)
}

const ticksOf = (years: number[]) => Math.min(10, Math.max(1, Math.max(...years) - Math.min(...years)))

// the first and last value of each series
function edgesOf<P extends { name: string }>(points: P[]): P[] {
  return points.filter((p, i) => points[i - 1]?.name !== p.name || points[i + 1]?.name !== p.name)
}
