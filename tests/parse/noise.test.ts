import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findReferences } from '../../src/extract/reference.ts'
import { findResponsibilities } from '../../src/extract/responsibility.ts'
import { findTargets } from '../../src/extract/target.ts'
import { parseDocument } from '../../src/parse/document.ts'
import { normalizeText } from '../../src/parse/lines.ts'

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

it.each(noises)('every character belongs to a provision, an annex or a part: %s', (_name, spoil) => {
  const text = normalizeText(spoil(clean))
  const outline = parseDocument(text)
  const owned = new Uint8Array(text.length)
  for (const { start, end } of [...outline.parts, ...outline.provisions]) owned.fill(1, start, end)
  const lost = [...text].filter((c, i) => c.length === 1 && /[^\s\u200b]/u.test(c) && !owned[i])
  expect(lost.join('')).toBe('')
})

it('names masked and damaged figures and reads no value from them', () => {
  const outline = parseDocument('某县实施方案\n\n一、措施\n\n（一）甲。到20**年达到__%，每人补助XX元，见某卫发〔2017102号。完成5项。')
  expect(outline.diagnostics.filter((d) => d.code === 'illegible').length).toBe(4)
  expect(findTargets(outline).map((t) => t.printed)).toEqual(['5项'])
})

it('comes to an end on hostile text', () => {
  const n = 20_000
  const texts = [
    '（'.repeat(n),
    '《'.repeat(n),
    '1'.repeat(n),
    '一、'.repeat(n),
    '①'.repeat(n),
    `附件\n题\n${'1\t2\t3\n'.repeat(n)}`,
    '甲\n'.repeat(n),
    '关于通知\n'.repeat(n),
    `一、甲\n（一）乙。${'（市财政局牵头'.repeat(n)}`,
    '到2025年和2030年分别达到'.repeat(n / 4),
    'x'.repeat(n),
    '1-'.repeat(n),
  ]
  for (const text of texts) {
    const outline = parseDocument(text)
    findTargets(outline)
    findReferences(outline)
    expect(findResponsibilities(outline).length).toBeGreaterThanOrEqual(0)
  }
})
