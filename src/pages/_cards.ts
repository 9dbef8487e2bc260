import type { Card } from '../charts/card.ts'
import { renderChart } from '../charts/draw.ts'
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

/** Whole address of the site: what the command line says of host and folder, or its data. */
export function siteAddress({ site, base }: { site?: unknown; base?: unknown }): string | null {
  const host = site ?? voiceOf('zh').atlas.site[0]?.url
  return typeof host === 'string' ? new URL(String(base ?? ''), host).href : null
}

/** Picture → card, with its whole address. */
export function cardOf({ drawing, href, id, ...words }: Picture, site: string | null, css: string): Card {
  const colours = coloursOf(css)
  const svg = drawing ? standAlone(renderChart(drawing, ''), colours, family) : null
  return { ...words, address: site && site.replace(/\/$/, '') + href, drawing: svg, colours }
}
