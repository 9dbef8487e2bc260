import { comparedDocument } from '../../../../views/compared.ts'
import { catalog, pathsOf, voiceOf } from '../../../_catalog.ts'

export const getStaticPaths = () => pathsOf(catalog().documents, (d) => ({ document: d.id }))
export const GET = ({ params }: { params: { lang: string; document: string } }) => {
  const { atlas, words, routes } = voiceOf(params.lang)
  return new Response(JSON.stringify(comparedDocument(params.document, atlas, words, routes)))
}
