import { describe, expect, it } from 'vitest'
import { type Line, splitLines } from '../../src/parse/lines.ts'
import {
  annexHead,
  isAddressee,
  isAnnexNote,
  isBalanced,
  isContact,
  isCopy,
  isDate,
  isDisclosure,
  isNumber,
  isPrinted,
  isTitle,
  marginOf,
  signersOf,
} from '../../src/parse/marginal.ts'

const lines = (...texts: string[]) => splitLines(texts.join('\n'))
const line = (text: string) => lines(text)[0] as Line
/** What each line is for, `-` for prose. */
const margins = (...texts: string[]) => {
  const all = lines(...texts)
  return all.map((_, i) => marginOf(all, i) ?? '-')
}
const each = (name: string, is: (text: string) => boolean, those: string[], others: string[]) =>
  describe(name, () => {
    it.each(those)('%s', (text) => expect(is(text)).toBe(true))
    it.each(others)('not %s', (text) => expect(is(text)).toBe(false))
  })

each(
  'a number of a document',
  (text) => isNumber(line(text)),
  [
    '某政办发〔2021〕5号',
    '某政办发（2021）第5号',
    '（某政办发[2021]5 号）',
    '文号：某卫发〔2021〕12号',
    '发文字号某卫发〔2021〕12号',
    '某卫发〔2021〕12号 签发人：某某',
    '某政办发〔2021〕xx号',
    '某政办发〔20**〕＊号',
    '某卫办〔2021102',
    '某政办发〔2021〕',
  ],
  [
    '某政办发2021年5号',
    '根据某政办发〔2021〕5号文件要求',
    '某政办发〔2〕5号',
    '〔2021〕5号',
    '某政办发〔2021〕5号 抄送甲局',
    '某某某某某某某某某某某某某某某〔2021〕5号',
  ],
)
each(
  'a date alone',
  (text) => isDate(line(text)),
  ['2021年3月5日', '（2021年3月5日）', '二〇二一年三月五日', '2021 年 3 月 5 日', '20XX年X月X日', '2020年　月　日'],
  ['2021年3月', '2021年3月5日印发', '2021年113月5日', '自2021年3月5日起', `2021年${' '.repeat(42)}3月5日`],
)
each(
  'how a text is disclosed',
  (text) => isDisclosure(line(text)),
  [
    '（此件公开发布）',
    '此件主动公开',
    '公开方式：主动公开',
    '（信息公开形式：依申请公开）',
    '政务公开',
    '本件不公开',
    '公开属性 ： 主动公开',
  ],
  ['推进院务公开工作', '（此件公开发布）。见附件', '某县医疗机构要公开服务价格', `（此件公开发布${'，见附表'.repeat(6)}）`, '此件送达'],
)
each(
  'a list of copies',
  (text) => isCopy(line(text)),
  ['抄送：县委办', '抄报县政府', '分送：各局', '主送：各局', '抄 送：甲局'],
  ['已抄送甲局', '抄写：甲'],
)
each(
  'who printed it and when',
  (text) => isPrinted(line(text)),
  ['某县人民政府办公室 2021年3月6日印发', '2021年3月6日 印发'],
  ['某县人民政府办公室印发', '2021年3月6日印发的通知', `${'某'.repeat(61)}2021年3月6日印发`],
)
each(
  'whom to ask',
  (text) => isContact(line(text)),
  ['联系人：甲', '（联系电话：123）', '电 话：123', '传真:123', '邮箱：a'],
  ['电话随访：每月一次', '设联系人：甲'],
)
each(
  'an annex that is named',
  (text) => isAnnexNote(line(text)),
  ['附件：某清单', '附件1：某清单', '附 件 ： 1．某清单', '附表二：某清单'],
  ['附件', '附件：', '附件1', '见附件：某清单', '附件清单'],
)
each(
  'the head of an annex',
  (text) => annexHead.test(text),
  ['附件', '附件1', '附件12：', '附 表 二'],
  ['附件123', '附件一览', '附件1 清单'],
)
each('balanced brackets', isBalanced, ['《甲》（乙）“丙”', '甲'], ['《甲', '甲）', '“甲'])
each(
  'a title',
  (text) => isTitle(line(text)),
  ['某县健康服务方案', '关于加强某事的通知', '某县健康条例（试行）', '某县规划（2021—2025年）'],
  [
    '某县健康服务',
    '《某县健康方案》',
    '印发《某县健康方案',
    '为落实某县健康方案',
    '一、工作方案',
    '某县健康方案：',
    '甲，乙方案',
    `${'某'.repeat(69)}方案`,
    '（某县健康方案）',
  ],
)
each(
  'whom it is addressed to',
  (text) => isAddressee(line(text)),
  ['各乡镇人民政府：', '市属医院:', '各有关单位：'],
  ['各乡镇人民政府', '一、各单位：', '通知如下：', '各单位。请执行：'],
)

describe('who signs', () => {
  it('is read with the date beside, and not out of prose', () => {
    expect(signersOf(line('某县卫生健康局　某县财政局'))).toEqual(['某县卫生健康局', '某县财政局'])
    expect(signersOf(line('某县卫生健康局 2021年3月5日'))).toEqual(['某县卫生健康局'])
    expect(signersOf(line('由某县卫生健康局负责'))).toEqual([])
    expect(signersOf(line(`某县卫生健康局${'　'.repeat(200)}某县财政局`))).toEqual([])
  })
})

describe('what a line at the edge is for', () => {
  it('is told line by line', () => {
    expect(
      margins('某县卫生健康局', '2021年3月5日', '（此件公开发布）', '抄送：县委办。', '某县人民政府办公室', '2021年3月6日印发'),
    ).toEqual(['signature', 'signature', 'disclosure', 'imprint', 'imprint', 'imprint'])
    expect(margins('共印60份', '（共印：120份）', '印120份', '联系人：甲', '印制120份药品')).toEqual([
      'imprint',
      'imprint',
      'imprint',
      'imprint',
      '-',
    ])
    expect(margins('中华人民共和国主席　甲乙丙', '县长 甲乙', '主任　甲 乙', '县长办公会')).toEqual([
      'signature',
      'signature',
      'signature',
      '-',
    ])
  })
  it('a list of copies goes on while its lines end with a comma, and to the stop of a name that was cut', () => {
    expect(margins('抄送：甲局，乙局，', '丙局，丁', '局。', '戊局要落实。')).toEqual(['imprint', 'imprint', 'imprint', '-'])
    expect(margins('抄送：甲局、', '乙办；', '丙处')).toEqual(['imprint', 'imprint', 'imprint'])
    expect(margins('甲局，乙局，', '丙处，')).toEqual(['-', '-'])
    expect(margins('抄送：甲局。', '乙处，')).toEqual(['imprint', '-'])
  })
  it('a list of copies ends after twelve lines', () => {
    const found = margins('抄送：甲处，', ...Array.from({ length: 14 }, () => '乙处，'))
    expect(found.filter((margin) => margin === 'imprint')).toHaveLength(13)
  })
  it('a list of annexes goes on while it is numbered and holds no sentence', () => {
    expect(margins('附件：1．甲清单', '2．乙清单', '3．丙清单', '4．丁要完成。', '甲乙')).toEqual([
      'signature',
      'signature',
      'signature',
      '-',
      '-',
    ])
    expect(margins('甲乙', '2．乙清单')).toEqual(['-', '-'])
  })
  it('the name of an annex goes on where a bracket is open', () => {
    expect(margins('附件：某计划（2023—20', '25年）')).toEqual(['signature', 'signature'])
    expect(margins('附件：某计划（2023年）', '25年）')).toEqual(['signature', '-'])
    expect(margins('某计划（2023—20', '25年）')).toEqual(['-', '-'])
  })
})

describe('lines of the margin', () => {
  it.each([
    ['此件公开发布', 'disclosure'],
    ['（公开属性：主动公开）', 'disclosure'],
    ['抄送：市委各部门。', 'imprint'],
    ['某市人民政府办公室 2021年3月1日印发', 'imprint'],
    ['共印60份', 'imprint'],
    ['联系人：某某', 'imprint'],
    ['某市民政局 某市财政局', 'signature'],
    ['二○二一年三月一日', 'signature'],
    ['20XX年X月X日', 'signature'],
    ['附件：某市任务分工表', 'signature'],
    ['省长　某某某', 'signature'],
    ['各级政府要公开有关信息。', null],
    ['到2025年12月31日全部完成', null],
    ['一、总体要求', null],
  ])('%s: %s', (text, margin) => expect(marginOf(lines(text), 0)).toBe(margin))

  it('go on in the next line: copies, a list of annexes, a note cut in two', () => {
    const kinds = (...texts: string[]) => texts.map((_, i) => marginOf(lines(...texts), i))
    expect(kinds('抄送：市委各部门，', '市人大常委会，', '市法院。', '一段话。')).toEqual(['imprint', 'imprint', 'imprint', null])
    expect(kinds('附件：1．分工表', '2．指标表', '3．已经完成。')).toEqual(['signature', 'signature', null])
    expect(kinds('附件：某计划（2023—20', '25年）', '正文')).toEqual(['signature', 'signature', null])
    expect(kinds('某市人民政府办公室', '2021年3月1日印发')).toEqual(['imprint', 'imprint'])
  })
  it('are told one by one', () => {
    expect(['2021年3月1日', '（2021年3月1日）', '2021年3月', '2021年3月1日起施行'].map((t) => isDate(line(t)))).toEqual([
      true,
      true,
      false,
      false,
    ])
    expect(
      ['某政办发〔2021〕16号', '某卫〔2021〕xx号', '文号：某卫发[2021]第3号', '关于〔2021〕的说明'].map((t) => isNumber(line(t))),
    ).toEqual([true, true, true, false])
    expect(['各县人民政府：', '市直各单位:', '现通知如下：', '一、各单位：'].map((t) => isAddressee(line(t)))).toEqual([
      true,
      true,
      false,
      false,
    ])
    expect(['附件：甲', '附件2：甲', '附件', '附表二：甲', '附件甲'].map((t) => isAnnexNote(line(t)))).toEqual([
      true,
      true,
      false,
      true,
      false,
    ])
    expect(['抄送：甲', '抄  送 甲', '抄写'].map((t) => isCopy(line(t)))).toEqual([true, true, false])
    expect(['2021年3月1日印发', '印发', '2021年3月1日'].map((t) => isPrinted(line(t)))).toEqual([true, false, false])
    expect(['主动公开', '信息公开选项：主动公开', '公开透明。要求'].map((t) => isDisclosure(line(t)))).toEqual([true, true, false])
    expect(['《甲》（乙）“丙”', '《甲', '甲）', '“'].map(isBalanced)).toEqual([true, false, false, false])
    const title = ['某市实施方案', '《某市实施方案》', '某市，实施方案', '一、实施方案', '为某市实施方案', '某市实施']
    expect(title.map((t) => isTitle(line(t)))).toEqual([true, false, false, false, false, false])
    expect(signersOf(line('某市民政局 2021年3月1日'))).toEqual(['某市民政局'])
    expect(signersOf(line('某市民政局负责'))).toEqual([])
  })
})
