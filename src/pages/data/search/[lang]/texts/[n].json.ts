import { siteLanguages } from '../../../../_catalog.ts'
import { numbered, searchIndex } from '../../../../_search.ts'

export const getStaticPaths = () => numbered(siteLanguages(), (index) => index.chunks.length)
export const GET = ({ params }: { params: { lang: string; n: string } }) =>
  new Response(JSON.stringify(searchIndex(params.lang).chunks[Number(params.n)]))
