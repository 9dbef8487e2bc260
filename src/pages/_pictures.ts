import { renderChart } from '../charts/draw.ts'
import { standAlone } from '../charts/svg.ts'
import tokens from '../styles/tokens.css?raw'
import type { ChartEntry } from '../views/charts.ts'
import { coloursOf, family } from './_cards.ts'

/** A chart as SVG that stands alone, in the colours of the light theme. */
export const drawnAlone = (chart: ChartEntry): string => standAlone(renderChart(chart.drawing, chart.caption), coloursOf(tokens), family)
