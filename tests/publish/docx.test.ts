import mammoth from 'mammoth'
import { expect, it } from 'vitest'
import { wordsOf } from '../../src/i18n/words.ts'
import { renderDocx } from '../../src/publish/docx.ts'
import { briefsOf } from '../../src/views/brief.ts'
import { catalogOf } from '../../src/views/catalog.ts'
import { routesOf } from '../../src/views/routes.ts'
import { smallAtlas } from '../datasets/small.ts'

it('a brief is read back from the word processor file with its tables, sources and caution', async () => {
  const words = wordsOf('zh')
  const catalog = catalogOf(smallAtlas().atlas)
  const briefs = briefsOf(catalog, catalog, words, routesOf('zh'))
  expect(new Set(briefs.map((b) => b.id.split('/')[0]))).toEqual(new Set(['topics', 'regions', 'pairs']))
  const brief = briefs.find((b) => b.id.startsWith('topics/')) as (typeof briefs)[number]
  const sources = { heading: words.brief.sources, lines: brief.sources }
  const bytes = await renderDocx({ ...brief, sources, address: 'https://atlas.example.org/zh/', qr: null, date: '2026-01-01' })
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })
  const table = brief.sections.find((s) => s.table)?.table
  expect(value.match(/<tr>/g)?.length).toBe((table?.rows.length ?? 0) + 1)
  for (const text of [brief.title, brief.answer, ...brief.sources, 'https://atlas.example.org/zh/']) expect(value).toContain(text)
  for (const row of table?.rows ?? []) for (const cell of row) expect(value).toContain(String(cell))
})

it('is the same bytes whenever it is written', async () => {
  const paper = {
    title: '甲',
    answer: '乙',
    sections: [],
    sources: { heading: '丙', lines: [] },
    caution: '丁',
    address: null,
    qr: null,
    date: '2026-01-01',
  }
  const first = await renderDocx(paper)
  await new Promise((done) => setTimeout(done, 1100))
  expect(Buffer.from(await renderDocx(paper)).equals(Buffer.from(first))).toBe(true)
})

it('is the same file whatever was written before it', async () => {
  const png = new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10])
  const paper = { title: '甲', answer: '乙', sections: [], sources: { heading: '丙', lines: [] }, caution: '丁', date: '2026-01-01' }
  const write = () => renderDocx({ ...paper, address: 'https://atlas.example.org/zh/', qr: png })
  const first = await write()
  expect(Buffer.compare(first, await write())).toBe(0)
})
