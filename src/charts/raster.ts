import { Resvg } from '@resvg/resvg-js'
import sharp from 'sharp'
import { fontFiles } from './font.ts'

/** SVG with text → PNG of a width, in few colours: a drawing of lines and type needs no more. */
export async function renderPng(svg: string, width: number): Promise<Uint8Array<ArrayBuffer>> {
  const font = { fontFiles: await fontFiles(), loadSystemFonts: false, defaultFontFamily: 'Noto Sans SC' }
  return shrink(new Resvg(svg, { fitTo: { mode: 'width', value: width }, font }))
}

/** SVG made of paths only → PNG. */
export const renderPaths = (svg: string): Promise<Uint8Array<ArrayBuffer>> => shrink(new Resvg(svg, { font: { loadSystemFonts: false } }))

async function shrink(drawn: Resvg): Promise<Uint8Array<ArrayBuffer>> {
  const { width, height, pixels } = drawn.render()
  const png = await sharp(pixels, { raw: { width, height, channels: 4 } })
    .png({ palette: true, colours: 48, effort: 3 })
    .toBuffer()
  return new Uint8Array(png)
}

/** Square SVG → PNG of a size. */
export const renderIcon = (svg: string, width: number): Promise<Uint8Array<ArrayBuffer>> =>
  shrink(new Resvg(svg, { fitTo: { mode: 'width', value: width }, font: { loadSystemFonts: false } }))
