import { chartOf, chartPaths } from '../../_charts.ts'
import { drawnAlone } from '../../_pictures.ts'

export const getStaticPaths = chartPaths
export const GET = ({ params }: { params: { lang: string; chart: string } }) =>
  new Response(drawnAlone(chartOf(params)), { headers: { 'content-type': 'image/svg+xml' } })
