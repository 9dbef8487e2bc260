import { renderTable } from '../../datasets/store.ts'
import { tabled } from '../../views/routes.ts'
import { catalog } from '../_catalog.ts'

export const getStaticPaths = () => tabled.map((table) => ({ params: { table } }))
export const GET = ({ params }: { params: { table: (typeof tabled)[number] } }) =>
  new Response(renderTable(catalog()[params.table]), { headers: { 'content-type': 'text/csv; charset=utf-8' } })
