import type { Card } from '../charts/card.ts'
import { renderChart } from '../charts/draw.ts'
import { renderPng } from '../charts/raster.ts'
import { standAlone } from '../charts/svg.ts'
import { type Picture, picturesOf } from '../views/pictures.ts'
import { frontOf, siteLanguages, voiceOf } from './_catalog.ts'

/** Family names of the fonts of drawings that stand alone. */
export const family = "'Noto Sans SC','Noto Sans CJK SC','PingFang SC','Microsoft YaHei',sans-serif"

/** Stylesheet of the tokens → values of the colours of the light theme. */
export const coloursOf = (css: string): { [name: string]: string } =>
  Object.fromEntries([...(/:root \{([^}]*)\}/.exec(css)?.[1] ?? '').matchAll(/--(\w+): (#\w+);/g)].map((m) => [m[1], m[2]]))

/** Every picture of every language. */
export const pictures = (): Picture[] =>
  siteLanguages().flatMap((lang) => {
    const { atlas, routes } = voiceOf(lang)
    return picturesOf(atlas, frontOf(lang), routes)
  })

/** Public address of the site, where its data name one. */
export const publicAddress = (): string | undefined => voiceOf('zh').atlas.site[0]?.url

/** Picture → card, with its whole address and its drawing as a picture within. */
export async function cardOf({ drawing, href, id, ...words }: Picture, site: string | null, css: string): Promise<Card> {
  const colours = coloursOf(css)
  const svg = drawing && standAlone(renderChart(drawing, ''), colours, family)
  const png = svg && Buffer.from(await renderPng(svg, 1200)).toString('base64')
  return { ...words, address: site && site.replace(/\/$/, '') + href, image: png ? `data:image/png;base64,${png}` : null, colours }
}
