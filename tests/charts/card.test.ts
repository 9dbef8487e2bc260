import sharp from 'sharp'
import { expect, it } from 'vitest'
import { type Card, cardFonts, renderPortrait, renderSocial } from '../../src/charts/card.ts'

const card: Card = {
  lead: '不少于5人',
  title: '三级医院派驻县级医院',
  text: '每批连续工作不少于6个月，‰ ≥ 90%。',
  source: '据2023年《要点》（鄂卫通〔2023〕3号）三、（五）整理',
  caution: '仅供参考，以原文为准。',
  site: '乡村健康政策图谱',
  address: 'https://atlas.example.org/zh/',
  drawing: null,
  colours: { paper: '#fdfcf9', ink: '#1f2426', soft: '#555d60', accent: '#0f5c5c', line: '#d9d6cc' },
}

it('pictures have their sizes, and every character a glyph', { timeout: 60_000 }, async () => {
  const fonts = await cardFonts(JSON.stringify(card))
  const size = async (png: Uint8Array) => {
    const { width, height, format } = await sharp(png).metadata()
    return [width, height, format]
  }
  expect(await size(await renderPortrait(card, fonts))).toEqual([1080, 1440, 'png'])
  expect(await size(await renderSocial(card, fonts))).toEqual([1200, 630, 'png'])
  // a character the font does not hold is no empty box: the picture is not made
  await expect(renderSocial({ ...card, lead: '𠀋' }, fonts)).rejects.toThrow('no glyph')
})
