import { renderObservations } from '../../../datasets/store.ts'
import { hasPage } from '../../../views/indicator.ts'
import { catalog } from '../../_catalog.ts'

export const getStaticPaths = () =>
  catalog()
    .indicators.filter((i) => hasPage(i.id, catalog()))
    .map((i) => ({ params: { indicator: i.id } }))

export const GET = ({ params }: { params: { indicator: string } }) => new Response(renderObservations(params.indicator, catalog()))
