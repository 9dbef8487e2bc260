import { renderPng } from '../../../charts/raster.ts'
import { chartOf, chartPaths } from '../../_charts.ts'
import { drawnAlone } from '../../_pictures.ts'

export const getStaticPaths = chartPaths
export const GET = async ({ params }: { params: { lang: string; chart: string } }) =>
  new Response(await renderPng(drawnAlone(chartOf(params)), 1440), { headers: { 'content-type': 'image/png' } })
