import * as Plot from '@observablehq/plot'
import { drawingDocument, renderSvg } from './svg.ts'

export interface SeriesChart {
  /** One array a run of consecutive years; between runs the line stops. */
  runs: { year: number; value: number }[][]
  benchmarks: { year: number; value: number; label: string }[]
  unit: string
  label: string
}

/** Series with its benchmarks → SVG text. Gaps stay gaps: each run is a line of its own. Colours come from the page (CSS variables). */
export function renderSeries({ runs, benchmarks, unit, label }: SeriesChart): string {
  const points = runs.flatMap((run, i) => run.map((p) => ({ ...p, run: i })))
  const years = [...points, ...benchmarks].map((p) => p.year)
  const top = Math.max(...points.map((p) => p.value), ...benchmarks.map((b) => b.value))
  const drawing = Plot.plot({
    document: drawingDocument(),
    width: 720,
    height: 400,
    marginLeft: 44,
    marginRight: 92,
    marginTop: 28,
    style: { background: 'none', color: 'currentColor', fontSize: '13px', fontFamily: 'inherit' },
    x: { domain: [Math.min(...years) - 0.7, Math.max(...years)], tickFormat: (y: number) => String(y), ticks: 10, label: null },
    y: { domain: [0, Math.ceil(top / 5) * 5], grid: true, label: unit, labelArrow: 'none', ticks: 7 },
    marks: [
      Plot.line(points, { x: 'year', y: 'value', z: 'run', stroke: 'var(--accent)', strokeWidth: 2.5 }),
      Plot.dot(points, { x: 'year', y: 'value', r: 4, fill: 'var(--accent)', stroke: 'none' }),
      Plot.text(points, { x: 'year', y: 'value', text: (p) => String(p.value), dy: -12, fill: 'currentColor' }),
      Plot.dot(benchmarks, { x: 'year', y: 'value', symbol: 'diamond', r: 6, fill: 'var(--paper)', stroke: 'var(--mark)', strokeWidth: 2 }),
      Plot.text(benchmarks, { x: 'year', y: 'value', text: 'label', dx: 11, textAnchor: 'start', fill: 'var(--mark)' }),
    ],
  })
  return renderSvg(drawing, label)
}
