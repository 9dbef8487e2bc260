import { describe, expect, it } from 'vitest'
import { findContents, findFurniture, isFurniture } from '../../src/parse/furniture.ts'
import { splitLines } from '../../src/parse/lines.ts'

const found = (...texts: string[]) => [...findFurniture(splitLines(texts.join('\n')))].map((line) => line.text).sort()
const contents = (...texts: string[]) => [...findContents(splitLines(texts.join('\n')))].map((line) => line.text)
const prose = '各级各部门要加强对乡村医疗卫生机构的支持，落实财政投入和人员待遇。'

describe('furniture by itself', () => {
  it.each([
    ...['— 3 —', '-3-', '第 3 页', '第3页 共12页', '3/12', 'Page 3 of 12', '------', '★★★', '特急', '机密★一年'],
    ...[
      '首页 > 政策文件 > 正文',
      '当前位置：文件',
      '打印本页',
      '关闭窗口',
      '上一篇：某通知',
      '版权所有 © 某市',
      '某市人民政府门户网站',
      '某市政府公报',
    ],
    ...[
      '扫一扫在手机打开当前页',
      '【打印】【关闭】',
      '（此件有删减）',
      '某ICP备12345号',
      '【大 中 小】',
      '索引号：0001',
      '成 文 日 期：2021年3月1日',
      '来源：某局',
    ],
  ])('%s', (text) => expect(isFurniture(text)).toBe(true))
  it.each([
    ...[
      prose,
      '一、总体要求',
      '3',
      '第3条',
      '—',
      '关于印发某方案的通知',
      '村卫生室>90%',
      '各乡 > 各村。',
      '来源于财政',
      '分享经验',
      '某市人民政府',
      '特急件',
    ],
    ...['中', `首页${'长'.repeat(100)}`],
  ])('%s is none', (text) => expect(isFurniture(text)).toBe(false))
})

describe('furniture by what stands around it', () => {
  it('are bare numbers that count up, far apart', () => {
    const nine = Array.from({ length: 9 }, () => prose)
    expect(found(...nine, '1', ...nine, '2', ...nine, '3')).toEqual(['1', '2', '3'])
    expect(found(...nine, '1', ...nine, '3')).toEqual([])
    expect(found(...nine, '1', ...nine.slice(2), '2')).toEqual([])
    expect(found(...nine, '1', ...nine)).toEqual([])
  })
  it('are running heads beside page numbers, on the first page too, but no title there', () => {
    expect(found('某某通讯', prose, '某某通讯', '— 1 —', prose, '某某通讯', '— 2 —')).toEqual([
      '— 1 —',
      '— 2 —',
      '某某通讯',
      '某某通讯',
      '某某通讯',
    ])
    expect(found('某市实施方案', prose, '某市实施方案', '— 1 —', prose, '某市实施方案', '— 2 —')).toEqual([
      '— 1 —',
      '— 2 —',
      '某市实施方案',
      '某市实施方案',
    ])
    expect(found('某某通讯', prose, '某某通讯')).toEqual([])
    expect(found('某某通讯', '— 1 —', prose)).toEqual(['— 1 —'])
  })
  it('are headers of a table again on its next page', () => {
    const head = '序号\t任务\t单位'
    expect(found(head, '1\t甲\t乙', head, '2\t丙\t丁')).toEqual([head])
    expect(found(head, '1\t甲\t乙', prose, head, '1\t丙\t丁')).toEqual([])
    expect(found('1\t甲', '1\t甲')).toEqual([])
  })
  it('are the menu above the place and the trail below the page', () => {
    expect(found('机构概况', '通知公告', '首页 > 文件', '关于某事的通知', prose)).toEqual(['机构概况', '通知公告', '首页 > 文件'].sort())
    expect(found('一、概况', '某市工作实施方案', '首页 > 文件')).toEqual(['首页 > 文件'])
    expect(found(prose, '相关链接：', '某方案解读', '主办：某局')).toEqual(['主办：某局', '某方案解读', '相关链接：'].sort())
    expect(found('相关链接：', prose, '某方案')).toEqual(['相关链接：'])
  })
  it('are the fields of a site set as a table', () => {
    expect(found('索引号\t0001\t发文机关\t某局')).toHaveLength(1)
    expect(found('索引号\t0001\t任务\t某局')).toEqual([])
    expect(found('---\t---')).toHaveLength(1)
  })
})

describe('a table of contents', () => {
  it('are the lines with page numbers, or that stand again below', () => {
    expect(contents('目　录', '一、总体要求……1', '二、任务\t3', '三、保障', '一、总体要求', prose, '三、保障')).toEqual([
      '目　录',
      '一、总体要求……1',
      '二、任务\t3',
      '三、保障',
    ])
    expect(contents('目录', '一、总体要求 1', prose, '一、总体要求')).toEqual(['目录', '一、总体要求 1'])
    expect(contents('一、总体要求……1', prose)).toEqual([])
  })
})
