import { expect, it } from 'vitest'
import { widthOf, wrapLabel } from '../../src/charts/label.ts'
import { standAlone } from '../../src/charts/svg.ts'
import { renderTiles } from '../../src/charts/tiles.ts'

it('takes a Chinese character for as wide as it is high', () => {
  expect(widthOf('云南2021', 10)).toBeCloseTo(2 * 10 + 4 * 5.6)
})
it('breaks Chinese anywhere but before closing marks, and Latin between words', () => {
  expect(wrapLabel('基层医疗卫生机构，乡镇卫生院', 60, 10)).toEqual(['基层医疗卫生', '机构，乡镇卫', '生院'])
  expect(wrapLabel('一二三四五，六', 50, 10)).toEqual(['一二三四', '五，六'])
  expect(wrapLabel('village clinic standards', 80, 10)).toEqual(['village clinic', 'standards'])
})
it('draws a tile for every province, and the number held', () => {
  const tiles = [
    { code: '360000', name: '江西省', short: '江西', count: 2 },
    { code: '650000', name: '新疆维吾尔自治区', short: '新疆', count: 0 },
  ]
  const svg = renderTiles({ tiles, label: '2个省' })
  expect(svg.match(/<rect/g)?.length).toBe(2)
  for (const text of ['江西', '新疆']) expect(svg).toContain(`>${text}<`)
  expect(svg).toContain('data-tip="江西省: 2"')
})
it('stands alone with colours of its own', () => {
  const svg = standAlone(
    '<svg fill="currentColor" viewBox="0 0 10 20" role="img"><path fill="var(--c1)" data-tip="x"/></svg>',
    { c1: '#123456', ink: '#000000', card: '#ffffff' },
    'sans-serif',
  )
  expect(svg).toContain('width="10" height="20"')
  expect(svg).toContain('fill="#123456"')
  expect(svg).not.toMatch(/var\(|currentColor|data-tip/)
})
