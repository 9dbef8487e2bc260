import { comparedDocument } from '../../../views/compared.ts'
import { catalog, voiceOf } from '../../_catalog.ts'

export const getStaticPaths = () => catalog().documents.map((d) => ({ params: { document: d.id } }))
export const GET = ({ params }: { params: { document: string } }) => {
  const { words, routes } = voiceOf('zh')
  return new Response(JSON.stringify(comparedDocument(params.document, catalog(), words, routes)))
}
