import type { APIContext } from 'astro'
import { write } from '../../../work/shards.ts'
import { briefPaths, paperOf } from '../../_briefs.ts'

// while the site is edited; a build puts the papers beside the pages (scripts/beside.ts)
export const getStaticPaths = () => (import.meta.env.DEV ? briefPaths() : [])
export const GET = async ({ params, site }: APIContext) => {
  const [bytes] = await write({ papers: [paperOf(params, site?.origin ?? null)] })
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  return new Response(bytes as Uint8Array<ArrayBuffer>, { headers: { 'content-type': type } })
}
