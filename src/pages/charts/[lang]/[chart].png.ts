import { renderPng } from '../../../charts/raster.ts'
import { Cache } from '../../../datasets/cache.ts'
import { markOfCode } from '../../../datasets/sources.ts'
import { chartOf, chartPaths } from '../../_charts.ts'
import { drawnAlone } from '../../_pictures.ts'

const cache = new Cache('.cache/pictures')
const drawing = markOfCode('.', ['charts'])

export const getStaticPaths = chartPaths
export const GET = async ({ params }: { params: { lang: string; chart: string } }) => {
  const svg = drawnAlone(chartOf(params))
  const png = await cache.once([drawing, 'chart', svg], () => renderPng(svg, 1440))
  return new Response(png, { headers: { 'content-type': 'image/png' } })
}
