import type { APIContext } from 'astro'
import { renderQr } from '../../../charts/qr.ts'
import { renderIcon } from '../../../charts/raster.ts'
import { Cache } from '../../../datasets/cache.ts'
import { markOfCode } from '../../../datasets/sources.ts'
import { renderDocx } from '../../../publish/docx.ts'
import { briefOf, briefPaths } from '../../_briefs.ts'
import { voiceOf } from '../../_catalog.ts'

const cache = new Cache('.cache/briefs')
const writing = markOfCode('.', ['charts', 'publish'])

export const getStaticPaths = briefPaths
export const GET = async ({ params, site }: APIContext) => {
  const brief = briefOf(params)
  const { atlas, words } = voiceOf(params.lang)
  const address = site ? new URL(brief.href, site).href : null
  const paper = {
    title: words.format.start(brief.title),
    answer: brief.answer,
    sections: brief.sections,
    sources: { heading: words.brief.sources, lines: brief.sources },
    caution: brief.caution,
    date: atlas.asOf,
    address,
  }
  const bytes = await cache.once([writing, JSON.stringify(paper)], async () =>
    renderDocx({ ...paper, qr: address ? await renderIcon(renderQr(address, ''), 360) : null }),
  )
  return new Response(bytes, { headers: { 'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' } })
}
