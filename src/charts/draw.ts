import { type CitationsChart, renderCitations } from './citations.ts'
import { renderSeries, type SeriesChart } from './series.ts'
import { renderTiles, type TilesChart } from './tiles.ts'
import { renderTimeline, type TimelineChart } from './timeline.ts'

/** What is to be drawn, by its form. A further form is a further module and a further line here. */
export type Drawn =
  | { form: 'timeline'; props: TimelineChart }
  | { form: 'citations'; props: CitationsChart }
  | { form: 'series'; props: Omit<SeriesChart, 'label'> }
  | { form: 'tiles'; props: TilesChart }

/** Any chart → SVG text named by `label`. */
export function renderChart(drawing: Drawn, label: string): string {
  switch (drawing.form) {
    case 'timeline':
      return renderTimeline({ ...drawing.props, label })
    case 'citations':
      return renderCitations({ ...drawing.props, label })
    case 'tiles':
      return renderTiles({ ...drawing.props, label })
    case 'series':
      return renderSeries({ ...drawing.props, label })
  }
}
