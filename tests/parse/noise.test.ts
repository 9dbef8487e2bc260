import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findReferences } from '../../src/extract/reference.ts'
import { findResponsibilities } from '../../src/extract/responsibility.ts'
import { findTargets } from '../../src/extract/target.ts'
import { parseDocument } from '../../src/parse/document.ts'
import { normalizeText } from '../../src/parse/lines.ts'
import { hostileTexts } from './hostile.ts'

const clean = readFileSync('tests/fixtures/files/plan.txt', 'utf8')
const isRow = (line: string) => line.includes('\t')
const wrap = (width: number) => (line: string) => (isRow(line) ? line : (line.match(new RegExp(`.{1,${width}}`, 'gu')) ?? ['']).join('\n'))
const lines = (text: string, change: (line: string, i: number) => string) => text.split('\n').map(change).join('\n')

// noise that changes only the layout, as copies and converters make it
const noises: [string, (text: string) => string][] = [
  ['hard-wrapped lines', (t) => lines(t, wrap(22))],
  ['hard-wrapped lines with a blank line after each', (t) => lines(t, wrap(30)).replaceAll('\n', '\n\n')],
  ['page numbers within the text', (t) => lines(t, (line, i) => (i % 9 === 8 ? `${line}\n- ${(i + 1) / 9} -\n` : line))],
  [
    'page numbers within wrapped sentences',
    (t) => lines(lines(t, wrap(26)), (line, i) => (i % 7 === 6 && line && !isRow(line) ? `${line}\n— ${(i + 1) / 7} —` : line)),
  ],
  [
    'a running header beside page numbers',
    (t) => lines(t, (line, i) => (i % 9 === 8 ? `${line}\n第${(i + 1) / 9}页\n某市人民政府公报\n` : line)),
  ],
  ['form feeds before headings', (t) => t.replaceAll('\n一、', '\f一、').replaceAll('\n（二）', '\f（二）')],
  [
    'spaces at digits and after commas',
    (t) =>
      t
        .replace(/(\d+(?:\.\d+)?)/g, ' $1 ')
        .replaceAll('，', '， ')
        .replace(/ *\t */g, '\t'),
  ],
  ['spaces of another kind', (t) => t.replaceAll('。', '。\u00a0').replaceAll('\n', '\u3000\u3000\n')],
  ['half-width brackets and punctuation', (t) => t.replaceAll('（', '(').replaceAll('）', ')').replaceAll('；', ';')],
  ['radicals for characters', (t) => t.replaceAll('民', '⺠').replaceAll('一、', '⼀、').replaceAll('长', '⻓').replaceAll('月', '⽉')],
  ['marks of Markdown', (t) => lines(t, (line) => (/^[一二]、/.test(line) ? `### ${line}` : /^（/.test(line) ? `**${line}**` : line))],
  [
    'a menu before and a footer after',
    (t) =>
      `首页 > 政务公开 > 文件\n发布时间：2022-03-02\n字号：大 中 小\n打印 关闭\n${t}\n上一篇：关于甲的通知\n版权所有：某市人民政府\n某ICP备12345678号\n`,
  ],
  ['invisible characters', (t) => t.replaceAll('卫生', '卫\u200b生')],
]

const treeOf = (text: string) => {
  const outline = parseDocument(text)
  const flat = (value: string | null) => value?.normalize('NFKC').replace(/\s/g, '') ?? null
  return {
    title: flat(outline.metadata.title),
    number: outline.metadata.documentNumber?.normalized,
    issuedOn: outline.metadata.issuedOn,
    provisions: outline.provisions.map((p) => [p.path, flat(p.heading), flat(p.text)]),
    targets: findTargets(outline).map((t) => [t.provision, flat(t.printed), t.comparator, t.value, t.unit, t.deadline, t.attribute]),
    references: findReferences(outline).map((r) => [r.provision, r.title, r.documentNumber]),
    responsibilities: findResponsibilities(outline).map((r) => [r.provision, r.role, ...r.agencies]),
  }
}

describe('noise that changes only the layout leaves the tree as it is', () => {
  it.each(noises)('%s', (_name, spoil) => {
    expect(treeOf(spoil(clean))).toEqual(treeOf(clean))
  })
})

// goldens that are clean of the damage a noise would add to
const goldens = readdirSync('tests/golden').filter(
  (f) => f.endsWith('.txt') && !/masked|spoilt|pages-with|traditional|radicals|wrapped/.test(f),
)
// rows of tables, and lines set to the right
const isTabled = (line: string) => /\t|^\s*\||\S {2,}\S|^ {8}/u.test(line)
const wrapTo = (width: number) => (line: string) =>
  isTabled(line) || line.length <= width ? line : (line.match(new RegExp(`.{1,${width}}`, 'gu')) ?? ['']).join('\n')
const pageBreaks = (text: string) => {
  let page = 0
  return lines(text, (line, i) => (i % 22 === 21 && !isTabled(line) ? `${line}\n— ${++page} —\n某某市人民政府公报` : line))
}

/** Noise for whole documents, with the goldens it does not apply to: a site's menu lines are never wrapped, spaced tables never spaced out. */
const copies: [string, RegExp | null, (text: string) => string][] = [
  ['wrapped at 28', /site-page|page-copy|one-line|joint-issuers/, (t) => lines(t, wrapTo(28))],
  [
    'wrapped at 34, a blank line after each',
    /site-page|page-copy|one-line/,
    (t) => lines(t, wrapTo(34)).split('\n').filter(Boolean).join('\n\n'),
  ],
  ['wrapped, with page numbers and a running head', /site-page|page-copy|one-line/, (t) => pageBreaks(lines(t, wrapTo(30)))],
  [
    'spaces at digits and after commas',
    /joint-letterhead|tables-without|national-plan/,
    (t) =>
      t
        .replace(/(\d+(?:\.\d+)?)/g, ' $1 ')
        .replaceAll('，', '， ')
        .replace(/ *\t */g, '\t'),
  ],
  ['no-break spaces', null, (t) => t.replaceAll('。', '。\u00a0').replaceAll('，', '，\u00a0')],
  ['half-width punctuation', null, (t) => t.replaceAll('；', ';').replaceAll('，', ',').replaceAll('：', ':')],
  ['full-width digits', null, (t) => t.replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0))],
  [
    'radicals',
    null,
    (t) => t.replaceAll('民', '⺠').replaceAll('一、', '⼀、').replaceAll('人', '⼈').replaceAll('工', '⼯').replaceAll('日', '⽇'),
  ],
  ['characters without width', null, (t) => t.replaceAll('卫生', '卫\u200b生')],
  ['form feeds before chapters', null, (t) => t.replace(/\n(?=[一二三四五]、)/g, '\f')],
  ['blank lines', null, (t) => t.split('\n').filter(Boolean).join('\n\n\n')],
  ['line ends of Windows', null, (t) => t.replaceAll('\n', '\r\n')],
  [
    'a menu before, a footer after',
    null,
    (t) =>
      `首页 > 政务公开 > 文件\n发布时间：2022-03-02 来源：本站\n字号：大 中 小\n${t}\n上一篇：关于甲的通知\n版权所有：某市人民政府\n某ICP备12345678号\n`,
  ],
  [
    'advertisement within the text',
    null,
    (t) =>
      lines(t, (line, i) =>
        i > 12 && i % 9 === 8 && !isTabled(line) ? `${line}\n扫一扫在手机打开当前页\n分享到：微信 微博 QQ空间` : line,
      ),
  ],
  [
    'the whole document on one line',
    /\b(?:circular|joint-letterhead|opinions-with-annex|site-|tables-without|page-copy)/,
    (t) =>
      /\t|\|/.test(t)
        ? t
        : t
            .split('\n')
            .map((line) => line.trim())
            .filter(Boolean)
            .join(' '),
  ],
]

// brackets and spaces as printed are no part of the tree
const settled = (text: string) => JSON.parse(JSON.stringify(treeOf(text)).normalize('NFKC').replace(/\\n/g, ''))

describe.each(copies)('golden documents copied with %s', (_name, except, spoil) => {
  it.each(goldens.filter((f) => !except?.test(f)))('%s', (file) => {
    const text = readFileSync(`tests/golden/${file}`, 'utf8')
    expect(settled(spoil(text))).toEqual(settled(text))
  })
})

// any width of line, any distance of page numbers, blank lines or none, either width of punctuation
const layout = fc.record({
  file: fc.constantFrom(...goldens.filter((f) => !/site-page|page-copy|one-line|joint-issuers/.test(f))),
  width: fc.integer({ min: 26, max: 44 }),
  blank: fc.boolean(),
  page: fc.integer({ min: 15, max: 40 }),
  half: fc.boolean(),
})

it('a copy of any layout has the tree of its document', () => {
  fc.assert(
    fc.property(layout, ({ file, width, blank, page, half }) => {
      const text = readFileSync(`tests/golden/${file}`, 'utf8')
      let pages = 0
      const wrapped = lines(text, wrapTo(width))
      const paged = lines(wrapped, (line, i) => (i % page === page - 1 && !isTabled(line) ? `${line}\n- ${++pages} -` : line))
      const spaced = blank ? paged.split('\n').filter(Boolean).join('\n\n') : paged
      const copy = half ? spaced.replaceAll('；', ';').replaceAll('，', ',').replaceAll('：', ':') : spaced
      expect(settled(copy)).toEqual(settled(text))
    }),
    { numRuns: 150 },
  )
})

// characters of a text that belong to no provision, annex or part
function lostCharacters(raw: string): string {
  const text = normalizeText(raw)
  const outline = parseDocument(text)
  const owned = new Uint8Array(text.length)
  for (const { start, end } of [...outline.parts, ...outline.provisions]) owned.fill(1, start, end)
  return text
    .split('')
    .filter((c, i) => /[^\s\u200b]/u.test(c) && !owned[i])
    .join('')
}

it.each(noises)('every character belongs to a provision, an annex or a part: %s', (_name, spoil) => {
  expect(lostCharacters(spoil(clean))).toBe('')
})
it.each(readdirSync('tests/golden').filter((f) => f.endsWith('.txt')))(
  'every character of %s belongs to a provision, an annex or a part',
  (file) => {
    expect(lostCharacters(readFileSync(`tests/golden/${file}`, 'utf8'))).toBe('')
  },
)

it('names masked and damaged figures and reads no value from them', () => {
  const outline = parseDocument('某县实施方案\n\n一、措施\n\n（一）甲。到20**年达到__%，每人补助XX元，见某卫发〔2017102号。完成5项。')
  expect(outline.diagnostics.filter((d) => d.code === 'illegible').length).toBe(4)
  expect(findTargets(outline).map((t) => t.printed)).toEqual(['5项'])
})

it.each(Object.entries(hostileTexts))('comes to an end on hostile text: %s', (_name, text) => {
  const outline = parseDocument(text(5000))
  findTargets(outline)
  findReferences(outline)
  expect(findResponsibilities(outline).length).toBeGreaterThanOrEqual(0)
})
