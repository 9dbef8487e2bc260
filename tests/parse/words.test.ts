import { describe, expect, it } from 'vitest'
import { agenciesOfLine, isAgency, splitAgencies } from '../../src/parse/agency.ts'
import { parseDocument } from '../../src/parse/document.ts'
import { findLabel } from '../../src/parse/label.ts'

describe('labels', () => {
  it.each([
    ['第二编 总则', '编', 'part', 2, '第二编', 4],
    ['第三部分　任务', '编', 'part', 3, '第三编', 5],
    ['第 一 篇 总论', '篇', 'part', 1, '第一篇', 6],
    ['第十二章 附则', '章', 'chapter', 12, '第十二章', 5],
    ['第3节 要求', '节', 'section', 3, '第3节', 4],
    ['十一、保障', '一、', 'chapter', 11, '十一', 3],
    ['二.目标', '一、', 'chapter', 2, '二', 2],
    ['第二十条 本办法', '条', 'article', 20, '第二十条', 5],
    ['（三）资金', '（一）', 'section', 3, '（三）', 3],
    ['(四)、资金', '（一）', 'section', 4, '（四）', 4],
    ['12．人员', '1．', 'item', 12, '12', 3],
    ['3、人员', '1．', 'item', 3, '3', 2],
    ['3.人员', '1．', 'item', 3, '3', 2],
    ['（2）人员', '（1）', 'subitem', 2, '（2）', 3],
    ['2）人员', '1）', 'subitem', 2, '2）', 2],
    ['⑫　人员', '①', 'subitem', 12, '⑫', 2],
  ])('%s', (line, style, level, number, path, length) => {
    const found = findLabel(line)
    expect(found).toMatchObject({ style, level, number, path, length })
    expect(line.startsWith(found?.label as string)).toBe(true)
  })

  it.each([
    ...['第一编制', '第二篇章', '第三章程', '第四条款', '第五条例', '第六条件', '第二部分的任务', '第二部分，任务', '第三编写组'],
    ...['一.5倍', '3.5%', '2023年', '1234．', '（123）', '（甲）', '人员', '', ' 一、', '（市委）', '第一', '一个', '百姓'],
  ])('%s has none', (line) => expect(findLabel(line)).toBeNull())

  it('stand further out the smaller their order', () => {
    const lines = ['第一编', '第一篇', '第一章', '第一节', '一、', '第一条', '（一）', '1．', '（1）', '1）', '①']
    const orders = lines.map((line) => findLabel(line)?.order)
    expect(orders).toEqual([...lines.keys()])
  })
})

describe('agencies', () => {
  it.each([
    ...[
      '云南省民政厅',
      '省卫生健康委',
      '县（市、区）人民政府',
      '省委组织部',
      '省总工会',
      '市医保局（牵头）',
      '各村民委员会',
      '“双十”专班',
      '某某军分区',
    ],
    ...['县级单位', '住院处室'],
  ])('%s is one', (text) => expect(isAgency(text)).toBe(true))

  it.each([
    '总体要求',
    '优化布局',
    '干部',
    '全部',
    '中医',
    '住院',

    '（一）省卫生健康委',
    '局',
    '',
    'ABC局',
    '省民政厅：',
    '用人单位用处',
  ])('%s is none', (text) => expect(isAgency(text)).toBe(false))

  it('fill a line, or the line is none of theirs', () => {
    expect(agenciesOfLine('  省民政厅　 省财政厅 ')).toEqual(['省民政厅', '省财政厅'])
    expect(agenciesOfLine('省民政厅 总体要求')).toEqual([])
    expect(agenciesOfLine('')).toEqual([])
  })

  it.each([
    ['市财政局、各县（市、区）人民政府', ['市财政局', '各县（市、区）人民政府']],
    ['市财政局，市民政局；市医保局：市教育局。', ['市财政局', '市民政局', '市医保局', '市教育局']],
    ['市财政局,市民政局;市医保局:', ['市财政局', '市民政局', '市医保局']],
    ['各市、州、县人民政府，省直各委、办、厅、局', ['各市、州、县人民政府', '省直各委、办、厅、局']],
    ['各设区市、县(市、区)人民政府', ['各设区市、县(市、区)人民政府']],
    ['市财政局〈牵头、配合〉、市民政局［牵头，配合］', ['市财政局〈牵头、配合〉', '市民政局［牵头，配合］']],
    ['市 财政局　、 市民政局', ['市财政局', '市民政局']],
    ['局、市民政局', ['局', '市民政局']],
    ['市民政局、县', ['市民政局', '县']],
    ['', []],
  ])('%s', (list, names) => expect(splitAgencies(list)).toEqual(names))
})

describe('repairs of a copy', () => {
  const page = (...lines: string[]) => ['某某市人民政府办公室', '关于加强乡村医疗的实施意见', '', ...lines].join('\n')
  const notes = (text: string) =>
    parseDocument(text).diagnostics.map((d) => ({ code: d.code, message: d.message, line: d.line, column: d.column, severity: d.severity }))

  it('are none in a text that needs none', () => {
    expect(notes(page('一、总体要求', '到2025年，村卫生室全部达标。', '二、保障措施', '各级财政安排资金。'))).toEqual([])
  })
  it('name lines that go on in the next, each where it goes on', () => {
    const text = page(
      '一、总体要求',
      '到2025年，村卫生室全部达标，乡镇卫生院服务能力明显',
      '提升，县域内就诊率提高到',
      '百分之九十。',
      '二、保障措施',
    )
    expect(notes(text)).toEqual(
      [6, 7].map((line) => ({
        code: 'wrapped',
        message: 'A line goes on in the next: they are joined.',
        line,
        column: 1,
        severity: 'info',
      })),
    )
  })
  it('name spaces within a paragraph once, not those after its label', () => {
    const text = page('一、　总体要求', '到2025年，村卫生室 全部 达标。', '二、保障措施')
    expect(notes(text)).toEqual([
      { code: 'spacing', message: 'Spaces within the text are left out.', line: 5, column: 12, severity: 'info' },
    ])
  })
})
