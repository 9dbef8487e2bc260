import { expect, it } from 'vitest'
import { findTargets } from '../../src/extract/target.ts'
import { parseDocument } from '../../src/parse/document.ts'
import { textOfHtml } from '../../src/parse/formats/html.ts'

const cells = (rows: string[][]) => rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')

it('repeats a cell that spans rows or columns in each of them', () => {
  const html =
    '<table><tr><th rowspan="2">指标</th><th colspan="2">目标值</th></tr><tr><th>2025年</th><th>2030年</th></tr><tr><td>甲率（%）</td><td>≥80</td><td>≥90</td></tr></table>'
  const text = textOfHtml(html)
  expect(text).toBe('指标\t目标值\t目标值\n指标\t2025年\t2030年\n甲率（%）\t≥80\t≥90')
  const outline = parseDocument(`某县方案\n\n一、目标\n\n${text}\n`)
  expect(findTargets(outline).map((t) => [t.subject, t.comparator, t.value, t.unit, t.deadline].join(' '))).toEqual([
    '甲率 gte 80 % 2025',
    '甲率 gte 90 % 2030',
  ])
})

it('reads a table that only lays out a page as the text in it', () => {
  const body = Array.from({ length: 8 }, (_, i) => `<p>${'一二三四五六七八'[i]}、某项工作。做好某项工作${i}。</p>`).join('')
  const html = `<table><tr><td><ul><li>机构概况</li><li>通知公告</li></ul></td><td><p>您现在的位置：首页 &gt; 文件</p><h1>某县方案</h1>${body}</td></tr></table>`
  const outline = parseDocument(textOfHtml(html))
  expect(outline.metadata.title).toBe('某县方案')
  expect(outline.provisions.map((p) => p.id)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8'])
})

it('keeps the rows of a table of text, and leaves scripts and menus out', () => {
  const html = `<nav>首页</nav><script>var a = '<p>b</p>'</script><table>${cells([
    ['序号', '任务', '责任单位'],
    ['1', '甲', '乙局'],
  ])}</table>`
  expect(textOfHtml(html)).toBe('序号\t任务\t责任单位\n1\t甲\t乙局')
})
