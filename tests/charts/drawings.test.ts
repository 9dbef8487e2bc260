import { describe, expect, it } from 'vitest'
import { renderCitations } from '../../src/charts/citations.ts'
import { renderTimeline } from '../../src/charts/timeline.ts'

const texts = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]+)<\/text>/g)].map((m) => m[1])

describe('the timeline', () => {
  const svg = renderTimeline({
    rows: [
      { name: '甲2018', from: 2018, to: 2020, issued: 2018.5 },
      { name: '乙2023', from: 2023, to: 2023, issued: null },
    ],
    deadlines: [{ name: '甲2018', year: 2020, count: 7 }],
    bands: [{ name: '改革', from: 2018.2, to: 2019.25 }],
    asOf: 2026.9,
    label: '两份文件。',
  })
  it('names documents, years, deadlines and what happened, under one label', () => {
    for (const text of ['甲2018', '乙2023', '7', '改革', '2018', '2026']) expect(texts(svg)).toContain(text)
    expect(texts(svg)).not.toContain('2027')
    expect(svg).toMatch(/^<svg aria-label="两份文件。" role="img"/)
  })
  it('draws a bar a document, and a diamond only where a date is known', () => {
    expect(svg.match(/<rect /g)?.length).toBe(2)
    const diamonds = /<g[^>]*stroke="var\(--mark\)"[^>]*>(.*?)<\/g>/s.exec(svg)?.[1] ?? svg
    expect(diamonds.match(/<path /g)?.length).toBe(1)
  })
})

describe('citations', () => {
  const svg = renderCitations({
    documents: ['甲', '乙'],
    works: ['国卫发1号', '其他'],
    links: [
      { document: '甲', work: '国卫发1号' },
      { document: '乙', work: '国卫发1号' },
      { document: '乙', work: '其他' },
    ],
    label: '引用',
  })
  it('draws a line a citation, thicker where a work is cited by more than one', () => {
    expect(texts(svg)).toEqual(['甲', '乙', '国卫发1号', '其他'])
    expect(svg.match(/stroke="var\(--mark\)"/g)?.length).toBe(2)
    expect(svg.match(/stroke="var\(--accent\)"/g)?.length).toBe(1)
  })
})
