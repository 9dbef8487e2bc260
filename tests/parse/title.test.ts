import { describe, expect, it } from 'vitest'
import { type Line, splitLines } from '../../src/parse/lines.ts'
import { parseDocumentNumber } from '../../src/parse/metadata.ts'
import { findNamedTitle, isFree, isNamed, titleIsWhole, titleStart } from '../../src/parse/title.ts'

const lines = (...texts: string[]) => splitLines(texts.join('\n'))
const line = (text: string) => lines(text)[0] as Line

describe('the title of a plan under its notice', () => {
  const notice = lines('某市人民政府办公室关于印发《某市乡村医疗', '服务提升行动方案（2021—2025年）》的通知')
  it('is found by the name the notice gives it, over several lines and other dashes', () => {
    expect(findNamedTitle(lines('各县人民政府：', '某市乡村医疗服务提升', '行动方案', '(2021-2025年)', '一段。'), notice)).toEqual({
      from: 1,
      to: 3,
    })
    expect(findNamedTitle(lines('某市乡村医疗服务提升行动方案（2021至2025年）'), notice)).toEqual({ from: 0, to: 0 })
  })
  it('is the last that has the name, and none where a line is missing or the notice names nothing', () => {
    const whole = '某市乡村医疗服务提升行动方案（2021—2025年）'
    expect(findNamedTitle(lines(whole, '一段。', whole), notice)).toEqual({ from: 2, to: 2 })
    expect(findNamedTitle(lines('某市乡村医疗服务提升', '（2021—2025年）'), notice)).toBeNull()
    expect(findNamedTitle(lines(...[...whole]), notice)).toBeNull()
    expect(findNamedTitle(lines(whole), lines('某市人民政府关于加强乡村医疗服务的意见'))).toBeNull()
    expect(findNamedTitle([], notice)).toBeNull()
  })
  it.each(['转发', '发布', '下发', '印发新修订的'])('is named after %s too', (word) => {
    expect(findNamedTitle(lines('某市分级诊疗管理办法'), lines(`关于${word}某市分级诊疗管理办法的公告（试行）`))).toEqual({
      from: 0,
      to: 0,
    })
  })
})

describe('a title is whole', () => {
  it.each([
    [['关于加强乡村医生队伍建设的意见']],
    [['关于印发某市行动方案的通知']],
    [['关于转发某市行动方案的函（第二号）']],
    [['某市卫生健康委', '乡村振兴实施方案']],
    [['关于加强基层卫生的决', '定']],
  ])('%j', (texts) => expect(titleIsWhole(lines(...texts))).toBe(true))
  it.each([[['关于印发某市行动方案']], [['某市人民政府办公室']], [['关于下发《某市行动计划》']], [[] as string[]]])('%j is not', (texts) =>
    expect(titleIsWhole(texts.length > 0 ? lines(...texts) : [])).toBe(false),
  )
  it('not before the rest of it, where its last word seldom ends one', () => {
    const begun = lines('某市健康乡村三年行动')
    expect(titleIsWhole(begun)).toBe(true)
    expect(titleIsWhole(begun, line('实施方案'))).toBe(false)
    for (const other of [
      '关于实施方案',
      '《实施方案》',
      '（实施方案）',
      '各县：实施方案',
      '各级要按照本市统一安排认真制定各自的年度工作计划和实施方案',
      '某市健康乡村三年行动',
      '总体要求',
    ])
      expect(titleIsWhole(begun, line(other)), other).toBe(true)
    expect(titleIsWhole(lines('某市健康乡村实施意见'), line('实施方案'))).toBe(true)
  })
})

describe('where a title begins', () => {
  it('goes back over short open lines, three at most', () => {
    const rest = lines('一段话。', '某市“十四五”', '基层卫生健康', '服务能力提升', '行动计划')
    expect(titleStart(rest, 4)).toBe(1)
    expect(titleStart(lines('甲', ...rest.slice(1).map((l) => l.text)), 4)).toBe(1)
  })
  it.each([
    '一段话。',
    '现通知如下：',
    '（试行）',
    '某市实施方案',
    '附件1',
    '某市民政局',
    '2021年3月1日',
    '此件公开发布',
    `${'长'.repeat(37)}`,
  ])('not over %s', (before) => {
    expect(titleStart(lines(before, '行动计划'), 1)).toBe(1)
    const free = /[。：）]$|^附件|民政局$|日$|公开发布$/u.test(before)
    expect(isFree(lines(before, '行动计划'), 1)).toBe(free)
  })
  it('may be the first line', () => {
    expect(titleStart(lines('行动计划'), 0)).toBe(0)
    expect(isFree(lines('行动计划'), 0)).toBe(true)
  })
  it('reads as a title', () => {
    expect(isNamed(lines('某市乡村医疗', '行动计划'))).toBe(true)
    for (const wrong of ['根据某市行动计划', '《某市行动计划', '长'.repeat(81)]) expect(isNamed(lines(wrong)), wrong).toBe(false)
    expect(isNamed(lines('长'.repeat(80)))).toBe(true)
  })
})

describe('document numbers', () => {
  it.each([
    ['瑞卫健字（2021）195号', '瑞卫健字〔2021〕195号', '瑞卫健字（2021）195号'],
    ['某政办发[2019]第07号', '某政办发〔2019〕7号', '某政办发[2019]第07号'],
    ['（发文字号：某卫〔2020〕3号）', '某卫〔2020〕3号', '某卫〔2020〕3号'],
    ['某发【2018】 12 号　签发人：某某', '某发〔2018〕12号', '某发【2018】 12 号'],
  ])('%s', (text, normalized, printed) => expect(parseDocumentNumber(text)).toMatchObject({ normalized, printed }))
  it.each(['', '某卫〔20〕3号', '某卫〔2020〕号', '3号', '见某卫〔2020〕3号文件'])('%s is none', (text) =>
    expect(parseDocumentNumber(text)).toBeNull(),
  )
})
