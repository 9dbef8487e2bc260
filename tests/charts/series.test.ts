import { parseHTML } from 'linkedom'
import { expect, it } from 'vitest'
import { renderSeries } from '../../src/charts/series.ts'

const chart = {
  series: [
    {
      code: '100000',
      name: '全国',
      runs: [
        [{ year: 2012, value: 8.8 }],
        [
          { year: 2017, value: 14.18 },
          { year: 2018, value: 17.06 },
        ],
      ],
    },
  ],
  benchmarks: [{ year: 2020, value: 20, label: '2020年20%' }],
  unit: '%',
  label: '由2012年的8.8%变为2018年的17.06%',
}

it('draws one line a run, so that no line crosses a gap', async () => {
  const { document } = parseHTML(`<body>${renderSeries(chart)}</body>`)
  const lines = [...document.querySelectorAll('g[fill=none][stroke="var(--c1)"] path')].map((p) => p.getAttribute('d') ?? '')
  expect(lines.length).toBe(2)
  expect(lines.filter((d) => d.includes('L')).length).toBe(1)
})
it('is one picture with one label, and names every point and benchmark', async () => {
  const svg = renderSeries(chart)
  const { document } = parseHTML(`<body>${svg}</body>`)
  expect(document.querySelectorAll('[aria-label]').length).toBe(1)
  expect(document.querySelector('svg')?.getAttribute('role')).toBe('img')
  for (const text of ['8.8', '14.18', '17.06', '2020年20%']) expect(svg).toContain(`>${text}<`)
  await expect(svg.replaceAll('><', '>\n<')).toMatchFileSnapshot('series.svg')
})
it('draws the same bytes twice', () => {
  expect(renderSeries(chart)).toBe(renderSeries(chart))
})
