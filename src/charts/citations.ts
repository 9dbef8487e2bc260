import * as Plot from '@observablehq/plot'
import { drawingDocument } from './document.ts'
import { widthOf, wrapLabel } from './label.ts'
import { manner, renderSvg } from './svg.ts'

export interface CitationsChart {
  documents: string[]
  works: string[]
  links: { document: string; work: string }[]
  label: string
}

const row = 36
const widest = 300

/** Documents at the left, the works they cite at the right, a line for each citation → SVG text. */
export function renderCitations({ documents, works, links, label }: CitationsChart): string {
  const height = Math.max(documents.length, works.length) * row
  const placeOf = (names: string[]) => {
    const step = height / names.length
    return new Map(names.map((name, i) => [name, (i + 0.5) * step]))
  }
  const [left, right] = [placeOf(documents), placeOf(works)]
  const dots = (places: Map<string, number>, x: number) => [...places].map(([name, y]) => ({ name, x, y }))
  const count = (work: string) => links.filter((l) => l.work === work).length
  const drawing = Plot.plot({
    document: drawingDocument(),
    width: 720,
    height: height + 20,
    marginLeft: Math.max(...documents.map((name) => widthOf(name))) + 20,
    marginRight: Math.min(widest, Math.max(...works.map((name) => widthOf(name)))) + 24,
    marginTop: 10,
    marginBottom: 10,
    className: manner,
    x: { domain: [0, 1], axis: null },
    y: { domain: [height, 0], axis: null },
    marks: [
      Plot.link(links, {
        x1: () => 0,
        x2: () => 1,
        y1: (l) => left.get(l.document) as number,
        y2: (l) => right.get(l.work) as number,
        curve: 'bump-x',
        stroke: (l) => (count(l.work) > 1 ? 'var(--mark)' : 'var(--accent)'),
        strokeWidth: (l) => (count(l.work) > 1 ? 2.5 : 1.2),
      }),
      Plot.dot([...dots(left, 0), ...dots(right, 1)], { x: 'x', y: 'y', r: 4, fill: 'currentColor' }),
      Plot.text(dots(left, 0), { x: 'x', y: 'y', text: 'name', textAnchor: 'end', dx: -10 }),
      Plot.text(dots(right, 1), {
        x: 'x',
        y: 'y',
        text: (d) => wrapLabel(d.name, widest).slice(0, 2).join('\n'),
        textAnchor: 'start',
        dx: 10,
      }),
    ],
  })
  return renderSvg(drawing, label)
}
