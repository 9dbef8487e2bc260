import { expect, it } from 'vitest'
import { wordsOf } from '../../src/i18n/words.ts'
import { catalogOf } from '../../src/views/catalog.ts'
import { documentPage } from '../../src/views/document.ts'
import { entitlementPage } from '../../src/views/entitlement.ts'
import { homePage } from '../../src/views/home.ts'
import { indicatorPage } from '../../src/views/indicator.ts'
import { formatMeasure } from '../../src/views/measure.ts'
import { provisionPage } from '../../src/views/provision.ts'
import { routesOf } from '../../src/views/routes.ts'
import { smallAtlas } from '../datasets/small.ts'

const catalog = catalogOf(smallAtlas().atlas)
const words = wordsOf('zh')
const routes = routesOf('zh')

it('states its findings with figures derived from the datasets, each with a link', () => {
  const { findings, counts } = homePage(catalog, catalog, words, routes)
  const text = findings.map((f) => f.map((p) => p.text).join(''))
  expect(counts).toEqual({ documents: 2, provisions: 10, figures: 3 })
  expect(text[0]).toBe('2份文件共写下3项数字规定：东山2021有1项，西山2022有2项。')
  expect(text.join()).toContain('东山2021的存本不全')
  for (const f of findings) expect(f.some((p) => p.href)).toBe(true)
})
it('words an absence in terms of the document it is said of', () => {
  const { cards, absent } = entitlementPage('deposit', catalog, words, routes)
  expect(cards.map((c) => [c.document, c.rules[0]?.rows.map((r) => r.label).join()])).toEqual([
    ['西山2022', '给谁,在哪里,场景,还要付,语气'],
  ])
  expect(cards[0]?.standing).toBe('以上为2022年文件的写法，不作为办理依据。现行政策请向当地医保、卫生健康部门核实。')
  expect(absent.map((a) => [a.document, a.badge, a.sentence])).toEqual([
    ['东山2021', '存本不全，无法判断', '后文缺失。后面可能有规定，请以发文机关公布的全文为准。'],
  ])
})
it('shows a clause with its figures marked, its source line and the clauses elsewhere', () => {
  const page = provisionPage('xishan-2022/2.2', catalog, words, routes)
  expect(
    page.paragraphs
      .flat()
      .filter((s) => s.target)
      .map((s) => s.text),
  ).toEqual(['一次'])
  expect(page.source).toBe('据《西山市乡村健康实施方案》（西卫发〔2022〕5号）二、（二）整理')
  expect(page.topics[0]?.others.map((o) => o.href)).toEqual(['/zh/documents/dongshan-2021/1.1/'])
  expect(page.noAgency).toBe(true)
})
it('says what a document does not print', () => {
  const { head } = documentPage('dongshan-2021', catalog, words, routes)
  expect(head.facts.filter((f) => /未印/.test(f.text)).map((f) => f.label)).toEqual(['发文字号', '成文日期'])
})
it('draws chart and table of one indicator from the same rows', () => {
  const page = indicatorPage('literacy', catalog, words, routes)
  expect(page.charts[0]?.series[0]?.runs.flat().length).toBe(page.tables[0]?.rows.length)
  expect(page.charts[0]?.note).toContain('2022')
})
it('formats paths, dates and values as people write them', () => {
  expect(['二', '二/（三）', '四/（二）/12', '附件/4', '第二章/第七条', 'notice'].map(words.format.clause)).toEqual([
    '二、',
    '二、（三）',
    '四、（二）12',
    '附件第4项',
    '第二章第七条',
    '印发通知',
  ])
  expect(words.format.date('2021-10-27')).toBe('2021年10月27日')
  expect(words.format.date('2021')).toBe('2021年')
  expect([20000000, 31.87, 1000, 0.5, 1.5e9].map((n) => formatMeasure(n, 'person', words))).toEqual([
    '2000万人',
    '31.87人',
    '1000人',
    '0.5人',
    '15亿人',
  ])
  const en = wordsOf('en')
  expect(['二/（三）', '四/（二）/12', '附件/4', '附件1/4', '第十二条'].map(en.format.clause)).toEqual([
    '§ 2.3',
    '§ 4.2.12',
    'Annex, item 4',
    'Annex 1, item 4',
    'Art. 12',
  ])
  expect(['2021-10-27', '2018-03', '2025'].map(en.format.date)).toEqual(['27 October 2021', 'March 2018', '2025'])
  expect([20000000, 31.87, 1234, 1.5e9].map((n) => formatMeasure(n, 'person', en))).toEqual([
    '20 million people',
    '31.87 people',
    '1,234 people',
    '1.5 billion people',
  ])
})
