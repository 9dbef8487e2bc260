import { pathsOf } from '../../../_catalog.ts'
import { searchIndex } from '../../../_search.ts'

export const getStaticPaths = () => pathsOf([0], () => ({}))
export const GET = ({ params }: { params: { lang: string } }) => new Response(JSON.stringify(searchIndex(params.lang).manifest))
