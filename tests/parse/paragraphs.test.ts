import { describe, expect, it } from 'vitest'
import { splitLines } from '../../src/parse/lines.ts'
import { findParagraphs } from '../../src/parse/paragraphs.ts'

const read = (...texts: string[]) => findParagraphs(splitLines(texts.join('\n')))
const texts = (...all: string[]) => read(...all).map((p) => p.text)
const long = '各级各部门要加强对乡村医疗卫生机构的支持，落实财政投入和人员待遇'

describe('lines that go on', () => {
  it('are joined until a sentence ends', () => {
    for (const end of ['。', '！', '？', '：', '；', '…', '。”', '。）', '（省卫健委负责）'])
      expect(texts(`${long}${end}`, '下一段')).toEqual([`${long}${end}`, '下一段'])
    for (const open of ['', '，', '、', '”']) expect(texts(`${long}${open}`, '下一段。')).toEqual([`${long}${open}下一段。`])
  })
  it('stop at a label, not at a clause that is cited', () => {
    expect(texts(long, '（一）资金。')).toEqual([long, '（一）资金。'])
    expect(texts(`${long}，依照本办法`, '第三条规定的程序办理。')).toEqual([`${long}，依照本办法第三条规定的程序办理。`])
    expect(texts(`${long}，依照本办法`, '第三条 经费由财政安排。')).toEqual([`${long}，依照本办法`, '第三条经费由财政安排。'])
  })
  it('stop after a heading, not after one that is a sentence or too long', () => {
    expect(texts('一、总体要求', '坚持预防为主。')).toEqual(['一、总体要求', '坚持预防为主。'])
    expect(texts('1．总体要求', '坚持预防为主。')).toEqual(['1．总体要求坚持预防为主。'])
    expect(texts(`（一）${long}${'要'.repeat(12)}`, '坚持预防为主。')).toHaveLength(1)
    expect(texts('序　言', '坚持预防为主。')).toEqual(['序　言', '坚持预防为主。'].map((t) => t.replace('　', '')))
  })
  it('take the end of a sentence that was cut off after a stop of its own', () => {
    expect(texts(`（一）${long}`, '进。')).toEqual([`（一）${long}进。`])
    expect(texts(`（一）${long}`, '，稳步提高保障水平。')).toEqual([`（一）${long}，稳步提高保障水平。`])
    expect(texts('（一）资金', '进。')).toEqual(['（一）资金', '进。'])
  })
  it('are never rows of a table, nor labelled cells', () => {
    expect(texts(long, '1\t甲\t乙', '下一段')).toEqual([long, '1\t甲\t乙', '下一段'])
    for (const key of ['指标名称：甲', '2025年目标值：95%', '牵头单位：市卫健委', '完成时限: 2025年', '责任人：某某'])
      expect(texts(long, key)).toEqual([long, key])
    expect(texts(long, '说明：甲')).toEqual([`${long}说明：甲`])
  })
  it('go on after ； and ： in a copy wrapped to one width', () => {
    const full = '各级各部门要加强对乡村医疗卫生机构的支持和人员培训'
    const wrapped = [...Array.from({ length: 8 }, () => full), `${full.slice(1)}；`, '下一句。']
    expect(texts(...wrapped)).toEqual([wrapped.join('')])
    expect(texts(`${full}；`, '下一句。')).toEqual([`${full}；`, '下一句。'])
  })
})

describe('items run on in one line', () => {
  it('are cut at circled numbers where the line begins with one', () => {
    expect(texts('①配备设备。②配备人员；③培训。')).toEqual(['①配备设备。', '②配备人员；', '③培训。'])
    expect(texts('要①配备设备。②配备人员。')).toHaveLength(1)
    expect(texts('①配备②类设备。')).toHaveLength(1)
  })
  it('are cut within an article that announces them, where they count up', () => {
    expect(texts('第七条 有下列情形之一的：（一）甲；（二）乙；（三）丙。')).toEqual([
      '第七条有下列情形之一的：',
      '（一）甲；',
      '（二）乙；',
      '（三）丙。',
    ])
    for (const whole of [
      '第七条 有下列情形之一的：（一）甲；（三）乙。',
      '第七条 依照：（一）甲。',
      '第七条 有情形的。（一）甲；（二）乙。',
      '有下列情形之一的：（一）甲；（二）乙。',
    ])
      expect(texts(whole), whole).toHaveLength(1)
  })
  it('know their labels and their places', () => {
    const line = '①配备设备。②配备人员。'
    const found = read('一、总体要求', line)
    expect(found.map((p) => p.label?.path)).toEqual(['一', '①', '②'])
    const whole = `一、总体要求\n${line}`
    expect(found.map((p) => whole.slice(p.start, p.end))).toEqual(['一、总体要求', '①配备设备。', '②配备人员。'])
  })
})
