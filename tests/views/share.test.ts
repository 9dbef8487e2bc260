import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
// @ts-expect-error it has no types
import { Cite, plugins } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-csl'
import '@citation-js/plugin-ris'
import { describe, expect, it } from 'vitest'
import { wordsOf } from '../../src/i18n/words.ts'
import { catalogOf } from '../../src/views/catalog.ts'
import { citationsOf } from '../../src/views/cite.ts'
import { quoteOf, shareOf, sourceLine } from '../../src/views/share.ts'
import { smallAtlas } from '../datasets/small.ts'

const item = {
  id: 'hubei-2023/3.5',
  title: '湖北2023 三、（五） 加强三级医院对口帮扶 & 90%',
  url: 'https://atlas.example.org/zh/documents/hubei-2023/3.5/',
  date: '2026-11-24',
  kind: 'page' as const,
  lang: 'zh' as const,
}
const formats = Object.fromEntries(citationsOf(item, wordsOf('zh')).map((c) => [c.name.slice(0, 14), c.text]))

describe('citations', () => {
  it('are written as each format wants', () => {
    expect(formats).toEqual({
      'GB/T 7714—2025': `乡村健康政策图谱. ${item.title}[EB/OL]. （2026-11-24）[2026-11-24]. ${item.url}.`,
      'GB/T 7714—2015': `乡村健康政策图谱. ${item.title}[EB/OL]. (2026-11-24)[2026-11-24]. ${item.url}.`,
      APA: `乡村健康政策图谱. (2026, November 24). ${item.title}. ${item.url}`,
      BibTeX: [
        '@online{hubei-2023-3.5,',
        '  author = {{乡村健康政策图谱}},',
        '  title = {{湖北2023 三、（五） 加强三级医院对口帮扶 \\& 90\\%}},',
        '  year = {2026},',
        '  date = {2026-11-24},',
        '  urldate = {2026-11-24},',
        `  url = {${item.url}},`,
        '  langid = {chinese}',
        '}',
      ].join('\n'),
      RIS: [
        'TY  - ELEC',
        'ID  - hubei-2023/3.5',
        'AU  - 乡村健康政策图谱',
        `TI  - ${item.title}`,
        'PY  - 2026',
        'DA  - 2026/11/24/',
        `UR  - ${item.url}`,
        'LA  - zh-CN',
        'ER  - ',
      ].join('\n'),
      'CSL-JSON': expect.stringContaining('"type":"webpage"'),
    })
  })
  it.each(['BibTeX', 'RIS', 'CSL-JSON'])('%s is read back by another program with title, author, day and address', (name) => {
    const [read] = new Cite(formats[name]).data
    expect(read.title).toBe(item.title)
    expect(read.URL).toBe(item.url)
    expect(read.author[0].literal ?? read.author[0].family).toBe('乡村健康政策图谱')
    expect(read.issued['date-parts'][0].slice(0, 2).map(Number)).toEqual([2026, 11])
  })
  it('APA is what a citation program makes of the item', () => {
    const made = new Cite(formats['CSL-JSON']).format('bibliography', { format: 'text', template: 'apa', lang: 'en-US' })
    expect(made.replace(` ${wordsOf('zh').site.name}. https`, ' https').trim()).toBe(formats.APA)
  })
})

// the public styles of both editions, where the machine has them (Debian: citation-style-language-styles of 2026)
const styles = process.env.CSL_STYLES ?? '/usr/share/citation-style-language/styles'
const style = (year: string) => join(styles, `china-national-standard-gb-t-7714-${year}-numeric.csl`)
it.skipIf(!existsSync(style('2025'))).each(['2015', '2025'])('GB/T 7714-%s is what the public style makes of the item', (year) => {
  const csl = readFileSync(style(year), 'utf8').replace(/default-locale="[^"]*"/, '')
  plugins.config.get('@csl').styles.add(year, csl)
  const made = new Cite(formats['CSL-JSON']).format('bibliography', { format: 'text', template: year, lang: 'en-US' }) as string
  expect(made.replace('[1] ', '').trim()).toBe(formats[`GB/T 7714—${year}`])
})

describe('text with its source', () => {
  const catalog = catalogOf(smallAtlas().atlas)
  const of = (id: string) => catalog.documents.find((d) => d.id === id) as (typeof catalog.documents)[number]
  it('names year, title, number and article, and each missing part', () => {
    expect(quoteOf(of('xishan-2022'), '二、（一）', '不交押金。', catalog)).toBe(
      '据2022年《西山市乡村健康实施方案》（西卫发〔2022〕5号）二、（一）整理：不交押金。',
    )
    expect(quoteOf(of('dongshan-2021'), '一、', '甲。', catalog)).toMatch(/^据2021年《.*》（文本未印发文字号）一、整理：甲。/)
  })
  it('keeps the colons of a title where the source stands alone', () => {
    const english = catalogOf(smallAtlas().atlas, 'en')
    expect(sourceLine(of('xishan-2022'), '§ 2.1', english)).toBe(
      'Digest of Xishan City: Implementation Plan for Rural Health (2022, 西卫发〔2022〕5号), § 2.1.',
    )
  })
  it('asks to check first where a document is only available on request', () => {
    const d = { ...of('xishan-2022'), disclosure: 'on-request' as const }
    expect(quoteOf(d, '一、', '甲。', catalog)).toMatch(/（该件标注依申请公开，引用前请核）$/)
  })
  it('ends with the site, the day and the address; the report carries the id', () => {
    const share = shareOf({ kind: 'page', id: 'a/1', title: 't', quote: 'q', url: 'https://x.example/' }, catalog)
    expect(share.text).toBe('q\n来源：乡村健康政策图谱，截至2026年1月1日，https://x.example/')
    expect(share.report.body).toContain('a/1')
    expect(share.report.mail).toBe(null)
  })
})
