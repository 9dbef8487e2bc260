import { Resvg } from '@resvg/resvg-js'
import jsQR from 'jsqr'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { renderQr } from '../../src/charts/qr.ts'

const read = (svg: string) => {
  const { pixels, width, height } = new Resvg(svg, { fitTo: { mode: 'width', value: 400 } }).render()
  return jsQR(new Uint8ClampedArray(pixels), width, height)?.data
}

it.each(['https://atlas.example.org/zh/documents/hubei-2023/3.5/', `https://a.example/${'x'.repeat(180)}/`])(
  '%s is read off its code',
  (address) => {
    expect(read(renderQr(address, 'code'))).toBe(address)
  },
)
it('is read when turned and blurred, as off a screen held askew', { timeout: 30_000 }, async () => {
  const addresses = Array.from({ length: 24 }, (_, i) => `https://atlas.example.org/zh/documents/hubei-2023/${i % 7}.${i}/`)
  const unread: string[] = []
  for (const address of addresses) {
    const png = new Resvg(renderQr(address, ''), { fitTo: { mode: 'width', value: 220 } }).render().asPng()
    const turned = sharp(png).rotate(6, { background: '#fff' }).blur(0.8).ensureAlpha().raw()
    const { data, info } = await turned.toBuffer({ resolveWithObject: true })
    if (jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data !== address) unread.push(address)
  }
  expect(unread).toEqual([])
})
it('is a picture with a name in which nothing is markup', () => {
  expect(renderQr('https://a.example/', '"<b>&')).toContain('aria-label="&#34;&#60;b&#62;&#38;"')
})
