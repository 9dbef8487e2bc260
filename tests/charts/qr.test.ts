import { Resvg } from '@resvg/resvg-js'
import jsQR from 'jsqr'
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
it('is a picture with a name in which nothing is markup', () => {
  expect(renderQr('https://a.example/', '"<b>&')).toContain('aria-label="&#34;&#60;b&#62;&#38;"')
})
