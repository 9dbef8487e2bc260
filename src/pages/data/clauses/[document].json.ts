import { heldClauses } from '../../../views/draft.ts'
import { routesOf } from '../../../views/routes.ts'
import { catalog } from '../../_catalog.ts'

export const getStaticPaths = () => catalog().documents.map((d) => ({ params: { document: d.id } }))
export const GET = ({ params }: { params: { document: string } }) =>
  new Response(`${JSON.stringify(heldClauses(params.document, catalog(), routesOf('zh')))}\n`)
