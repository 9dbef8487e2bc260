import { renderRows } from '../../../datasets/store.ts'
import { chartOf, chartPaths } from '../../_charts.ts'

export const getStaticPaths = chartPaths
export const GET = ({ params }: { params: { lang: string; chart: string } }) => {
  const { head, rows } = chartOf(params).table
  return new Response(renderRows([...head], rows), { headers: { 'content-type': 'text/csv; charset=utf-8' } })
}
