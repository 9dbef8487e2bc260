import satori from 'satori'
import { scripts, subsetOf } from './font.ts'
import { renderQr } from './qr.ts'
import { renderPaths, renderPng } from './raster.ts'

/** What a card says, each part in a size of its own; `drawing` is an SVG that stands alone, `address` becomes the QR code. */
export interface Card {
  lead: string
  title: string
  text: string
  source: string
  caution: string
  site: string
  address: string | null
  drawing: string | null
  /** values of the colours of the light theme: paper, ink, soft, accent, line */
  colours: { [name: string]: string }
}

/** Fonts of a family, those asked first in front. */
export type CardFonts = { name: string; data: Buffer; weight: 400 | 700 }[]

/** Fonts cut to the characters of all cards: made once, for every card. */
export const cardFonts = (text: string): Promise<CardFonts> =>
  Promise.all(
    scripts.flatMap((script) =>
      ([400, 700] as const).map(async (weight) => ({ name: `Noto ${script}`, data: await subsetOf(text, weight, script, 'woff'), weight })),
    ),
  )

interface Node {
  type: string
  props: { style: object; children?: (Node | string)[]; src?: string; width?: number; height?: number }
}
const box = (style: object, ...children: (Node | string)[]): Node => ({
  type: 'div',
  props: { style: { display: 'flex', ...style }, children },
})
const words = (size: number, text: string, style: object = {}): Node[] =>
  text ? [box({ fontSize: size, lineHeight: 1.5, ...style }, text)] : []
const image = (src: string, width: number, height: number): Node => ({
  type: 'img',
  props: { src, width, height, style: { width, height } },
})
const qrOf = (address: string, size: number) =>
  image(`data:image/svg+xml;base64,${Buffer.from(renderQr(address, '')).toString('base64')}`, size, size)

const drawn = async (svg: string) => `data:image/png;base64,${Buffer.from(await renderPng(svg, 1200)).toString('base64')}`

/** Portrait picture of 1080 x 1440, to be kept by a long press: figure, words, source, date and QR code. */
export const renderPortrait = async ({ colours, ...card }: Card, fonts: CardFonts) =>
  renderCard(
    { width: 1080, height: 1440 },
    fonts,
    box(
      {
        flexDirection: 'column',
        width: 1080,
        height: 1440,
        boxSizing: 'border-box',
        padding: 76,
        background: colours.paper,
        color: colours.ink,
      },
      ...words(34, card.site, { color: colours.accent, marginBottom: 44 }),
      ...words(card.lead.length > 18 ? 64 : 92, card.lead, { fontWeight: 700, lineHeight: 1.25, color: colours.accent }),
      ...words(44, card.title, { fontWeight: 700, marginTop: 24 }),
      ...(card.drawing ? [box({ marginTop: 40 }, image(await drawn(card.drawing), 928, 515))] : []),
      ...words(40, card.text, { marginTop: 32, lineHeight: 1.6 }),
      box(
        {
          marginTop: 'auto',
          borderTop: `2px solid ${colours.line}`,
          paddingTop: 32,
          justifyContent: 'space-between',
          alignItems: 'flex-end',
        },
        box(
          { flexDirection: 'column', width: card.address ? 680 : 920 },
          ...words(28, card.source),
          ...words(26, card.caution, { color: colours.soft, marginTop: 12 }),
        ),
        ...(card.address ? [qrOf(card.address, 220)] : []),
      ),
    ),
  )

/** Card of 1200 x 630 that other sites show beside a link. */
export const renderSocial = ({ colours, ...card }: Card, fonts: CardFonts) =>
  renderCard(
    { width: 1200, height: 630 },
    fonts,
    box(
      {
        flexDirection: 'column',
        width: 1200,
        height: 630,
        boxSizing: 'border-box',
        padding: 64,
        background: colours.paper,
        color: colours.ink,
      },
      ...words(card.lead.length > 22 ? 54 : 76, card.lead, { fontWeight: 700, lineHeight: 1.25, color: colours.accent }),
      ...words(38, card.title || card.text.slice(0, 90), { marginTop: 20 }),
      box(
        { marginTop: 'auto', borderTop: `2px solid ${colours.line}`, paddingTop: 24, justifyContent: 'space-between', fontSize: 28 },
        ...words(30, card.site, { color: colours.accent }),
        ...words(24, card.caution, { color: colours.soft }),
      ),
    ),
  )

const forms = { portrait: renderPortrait, social: renderSocial }

/** Forms in which a card is drawn. */
export const cardForms = ['portrait', 'social'] as const

/** A shard of cards, each in one form; `glyphs` are the characters of all cards of the site, to which the fonts are cut. */
export interface DrawTask {
  glyphs: string
  cards: { form: (typeof cardForms)[number]; card: Card }[]
}

let cut: { glyphs: string; fonts: Promise<CardFonts> } | null = null

/** Shard → for each card the bytes of a PNG. Pure. */
export async function drawCards({ glyphs, cards }: DrawTask): Promise<Uint8Array[]> {
  // a worker cuts the fonts once, not once a shard
  if (cut?.glyphs !== glyphs) cut = { glyphs, fonts: cardFonts(glyphs) }
  const fonts = await cut.fonts
  const made: Uint8Array[] = []
  for (const { form, card } of cards) made.push(await forms[form](card, fonts))
  return made
}

// satori asks for more only where no font has a glyph: then the picture would show an empty box, and is not made
async function renderCard(size: { width: number; height: number }, fonts: CardFonts, root: Node): Promise<Uint8Array<ArrayBuffer>> {
  const svg = await satori(root as never, {
    ...size,
    fonts,
    loadAdditionalAsset: async (_, text) => {
      throw new Error(`The font of the pictures has no glyph for "${text}".`)
    },
  })
  return renderPaths(svg)
}
