import * as Plot from '@observablehq/plot'
import { drawingDocument } from './document.ts'
import { stepOf } from './palette.ts'
import { manner, renderSvg } from './svg.ts'

export interface TilesChart {
  /** One province each: its code, its short name, how much of it is counted. */
  tiles: { code: string; name: string; short: string; count: number }[]
  label: string
}

// where a province stands among its neighbours: column and row, code by code. A grid of equal tiles draws no border.
const places: { [code: string]: [number, number] } = Object.fromEntries(
  '650000:0,1 620000:1,1 640000:2,2 150000:3,0 230000:6,0 220000:6,1 210000:5,1 110000:4,1 120000:5,2 130000:4,2 140000:3,2 370000:5,3 630000:1,2 610000:2,3 410000:3,3 320000:4,3 340000:4,4 310000:5,4 540000:0,3 510000:1,3 500000:1,4 420000:2,4 430000:2,5 360000:3,4 330000:5,5 350000:4,5 520000:1,5 530000:0,5 450000:1,6 440000:3,5 460000:2,7 710000:5,6 810000:3,6 820000:2,6'
    .split(' ')
    .map((row) => row.split(':') as [string, string])
    .map(([code, place]) => [code, place.split(',').map(Number) as [number, number]]),
)

/** Provinces as equal tiles, darker where more is held, with the number in each → SVG text. */
export function renderTiles({ tiles, label }: TilesChart): string {
  const rows = tiles.flatMap((t) => {
    const place = places[t.code]
    return place ? [{ ...t, column: place[0], row: place[1] }] : []
  })
  const most = Math.max(1, ...rows.map((r) => r.count))
  const ink = (r: (typeof rows)[number]) => (r.count / most > 0.6 ? 'var(--card)' : 'var(--ink)')
  const drawing = Plot.plot({
    document: drawingDocument(),
    width: 420,
    height: 440,
    margin: 4,
    className: manner,
    padding: 0.06,
    x: { axis: null, domain: [0, 1, 2, 3, 4, 5, 6] },
    y: { axis: null, domain: [0, 1, 2, 3, 4, 5, 6, 7] },
    marks: [
      Plot.cell(rows, {
        x: 'column',
        y: 'row',
        fill: (r) => (r.count > 0 ? stepOf(r.count / most) : 'var(--card)'),
        stroke: (r) => (r.count > 0 ? 'none' : 'var(--line)'),
        rx: 4,
        title: (r) => `${r.name}: ${r.count}`,
      }),
      Plot.text(rows, { x: 'column', y: 'row', text: 'short', dy: rows.some((r) => r.count > 0) ? -7 : 0, fill: ink, fontSize: 12 }),
      Plot.text(
        rows.filter((r) => r.count > 0),
        { x: 'column', y: 'row', text: (r) => String(r.count), dy: 11, fill: ink, fontWeight: 700, fontSize: 15 },
      ),
    ],
  })
  return renderSvg(drawing, label)
}
