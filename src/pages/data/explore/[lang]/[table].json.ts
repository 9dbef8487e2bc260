import { tableNames, tableOf } from '../../../../model/tables.ts'
import { exploredColumns } from '../../../../views/explored.ts'
import { pathsOf, voiceOf } from '../../../_catalog.ts'

export const getStaticPaths = () => pathsOf(tableNames, (table) => ({ table }))
export const GET = ({ params }: { params: { lang: string; table: (typeof tableNames)[number] } }) => {
  const { lang, words } = voiceOf(params.lang)
  return new Response(JSON.stringify(exploredColumns(tableOf(params.table), lang, words)))
}
