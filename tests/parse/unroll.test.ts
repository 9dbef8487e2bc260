import { describe, expect, it } from 'vitest'
import { splitLines } from '../../src/parse/lines.ts'
import { unrollLines } from '../../src/parse/unroll.ts'

// two clauses that hold nothing to cut at: with them a line is long enough
const fill = '各级要把这项工作放在重要位置并按照分工落实到人到岗，定期调度进展情况，'.repeat(4)
const textsOf = (text: string) => unrollLines(splitLines(text)).lines.map((l) => l.text.replaceAll(fill, '…'))
const last = ['一、甲事项。', '二、乙事项。']
/** What becomes of a text between a title and two labels. */
const between = (text: string) => textsOf(`某县健康方案 ${text} ${last.join(' ')}`).slice(1, -2)
/** What becomes of a text behind two labels. */
const behind = (text: string) => textsOf(`某县健康方案 ${fill}完成。 ${last.join(' ')} ${text}`).slice(4)

describe('where a line is cut again', () => {
  it('begins at 151 characters', () => {
    const text = (length: number) => `某县方案 ${last.join(' ')} ${'办'.repeat(length)} 三、丙事项。`
    const short = text(150 - text(0).length)
    expect([short.length, textsOf(short)]).toEqual([150, [short]])
    expect(textsOf(text(151 - text(0).length))).toHaveLength(5)
  })
  it('asks for three cuts, of which a text with one label has too few', () => {
    const one = `${fill}完成。一、甲事项。${fill}完成。`
    expect(unrollLines(splitLines(one)).cuts).toEqual([])
    expect(textsOf(one)).toEqual([one.replaceAll(fill, '…')])
    expect(textsOf(`${one}二、乙。三、丙。`)).toEqual(['…完成。', '一、甲事项。…完成。', '二、乙。', '三、丙。'])
  })
  it('leaves short lines beside a long one as they are, and tells where it cut', () => {
    const text = `甲乙丙丁\n某县方案 ${fill}完成。 一、甲。 二、乙。`
    const { lines, cuts } = unrollLines(splitLines(text))
    expect(lines.map((l) => l.text.replaceAll(fill, '…'))).toEqual(['甲乙丙丁', '某县方案', '…完成。', '一、甲。', '二、乙。'])
    expect(cuts).toEqual(lines.slice(2).map((l) => l.start))
    expect(lines.map((l) => text.slice(l.start, l.end))).toEqual(lines.map((l) => l.text))
  })
  it('looks at lines with two labels of their own, and not at those with three', () => {
    const whole = `某县方案 ${fill}完成。 一、甲。 二、乙。`
    expect(textsOf(`（一）甲\n（二）乙\n${whole}`)).toHaveLength(6)
    expect(textsOf(`（一）甲\n（二）乙\n（三）丙\n${whole}`)).toHaveLength(4)
  })
  it('looks at twelve lines, empty ones not counted, and not at thirteen', () => {
    const whole = `某县方案 ${fill}完成。 一、甲。 二、乙。`
    expect(textsOf(`${'甲\n\n'.repeat(11)}${whole}`).filter(Boolean)).toHaveLength(15)
    expect(textsOf(`${'甲\n\n'.repeat(12)}${whole}`).filter(Boolean)).toHaveLength(13)
  })
})

describe('labels within a line', () => {
  const labelled = (text: string) => textsOf(`${fill}完成。${text}`).slice(1)
  it.each(['一、甲。二、乙。三、丙。', '（一）甲。（二）乙。（三）丙。', '第一条　甲。第二条　乙。第三条　丙。'])(
    'are found without a space: %s',
    (text) => {
      expect(labelled(text)).toEqual([...text.matchAll(/[^。]+。/g)].map((m) => m[0]))
    },
  )
  it('go on from one of their style, and begin at 1', () => {
    expect(labelled('二、甲。一、乙。二、丙。三、丁。三、戊。二、己。四、庚。')).toEqual([
      '一、乙。',
      '二、丙。',
      '三、丁。三、戊。二、己。',
      '四、庚。',
    ])
  })
  it('may leave out four numbers behind a sentence and a space, and none without', () => {
    expect(labelled('一、甲。二、乙。四、丙。三、丁。')).toEqual(['一、甲。', '二、乙。四、丙。', '三、丁。'])
    expect(textsOf(`${fill}完成； 一、甲； 六、乙； 七、丙； 十三、丁； 八、戊。`).slice(1)).toEqual([
      '一、甲；',
      '六、乙；',
      '七、丙； 十三、丁；',
      '八、戊。',
    ])
  })
  it('stand behind what ends something, not within a word', () => {
    expect(labelled('一、甲：二、乙？三、丙！四、丁）五、戊')).toEqual(['一、甲：', '二、乙？', '三、丙！', '四、丁）', '五、戊'])
    expect(labelled('一、甲二、乙。二、丙。三、丁。')).toEqual(['一、甲二、乙。', '二、丙。', '三、丁。'])
  })
  it('are none right behind 附件 and its colon', () => {
    expect(labelled('1．甲。2．乙。附件：3．丙。4．丁。3．戊。')).toEqual(['1．甲。', '2．乙。附件：3．丙。4．丁。', '3．戊。'])
    expect(labelled('1．甲。2．乙。附 件 ： 3．丙。3．戊。').at(-1)).toBe('3．戊。')
  })
  it('are none where an article is only named, or the number is of the lowest rank', () => {
    expect(between(`${fill}按照。第五条规定办理。`)).toEqual(['…按照。第五条规定办理。'])
    expect(between(`${fill}包括：①甲项；②乙项；③丙项。`)).toEqual(['…包括：①甲项；②乙项；③丙项。'])
  })
})

describe('the space behind a short heading', () => {
  it('ends its line', () => {
    expect(behind('三、目标 到 2025 年完成，建成 10 所。')).toEqual(['三、目标', '到 2025 年完成，建成 10 所。'])
  })
  it.each(['不少于', '提高到', '超过', '设在', '定为', '增至', '建有', '人数达'])('does not where the words go on: %s', (word) => {
    expect(behind(`三、每年${word} 60 人。`)).toEqual([`三、每年${word} 60 人。`])
  })
  it('does not behind forty characters, one, or a comma', () => {
    const long = '甲'.repeat(41)
    expect(behind(`三、${long} 乙。`)).toEqual([`三、${long} 乙。`])
    expect(behind(`三、${'甲'.repeat(40)} 乙。`)).toHaveLength(2)
    expect(behind('三、甲 乙。')).toEqual(['三、甲 乙。'])
    expect(behind('三、甲，乙 丙。')).toEqual(['三、甲，乙 丙。'])
  })
})

describe('the front of a line', () => {
  it.each([
    ['首页 > 政务公开 > 文件'],
    ['首页＞政务公开＞文件'],
    ['某政办发〔2021〕 5 号'],
    ['某政办发 〔2021〕 第 5 号'],
    ['各乡镇人民政府：'],
    ['某县人民政府办公室'],
    ['2021年3月5日'],
  ])('has %s on a line of its own', (text) => {
    expect(between(`${text} ${fill}完成。`)).toEqual([text, '…完成。'])
  })
  it('has the name of what is issued on a line of its own where it stands again', () => {
    const notice = '某县关于印发《某县健康服务方案》的通知'
    expect(textsOf(`${notice} 各乡镇： ${fill} 某县健康服务方案 ${fill}完成。 ${last.join(' ')}`)).toEqual([
      notice,
      '各乡镇：',
      '…',
      '某县健康服务方案',
      '…完成。',
      ...last,
    ])
  })
  it('is not cut within brackets', () => {
    expect(between(`${fill}（见 附表： 说明）完成。`)).toEqual(['…（见 附表： 说明）完成。'])
    expect(between(`${fill}（见 附表） 完成。`)).toEqual(['…（见 附表）', '完成。'])
  })
})

describe('paragraphs', () => {
  it.each(['完成。', '完成（县财政局负责）', '完成（由甲牵头）', '完成（乙配合）', '完成（甲落实）', '完成（下同）'])(
    'end with %s and a space',
    (text) => {
      expect(behind(`再${text} 又一项，又`)[0]).toBe(`再${text}`)
    },
  )
  it('do not end with other brackets, nor within them', () => {
    expect(behind('再完成（每年） 又一项。 末')).toEqual(['再完成（每年） 又一项。', '末'])
    expect(behind('再（甲。 乙）完成。 末')).toEqual(['再（甲。 乙）完成。', '末'])
  })
  it('are not looked for where a space stands behind every comma', () => {
    const spaced = fill.replaceAll('，', '， ')
    const texts = textsOf(`某县方案 一、甲事项 ${spaced}完成。 再完成。 二、乙事项 ${spaced}完成。 三、丙事项 完成`)
    expect(texts.some((t) => t.endsWith('完成。 再完成。'))).toBe(true)
  })
})

describe('what stands alone', () => {
  it.each(['（此件公开发布）', '（信息公开形式：主动公开）', '附件1', '附件', '2021年3月6日', '某政办发〔2021〕5号'])(
    'anywhere: %s',
    (text) => {
      expect(behind(`${text} 甲乙丙，丁戊。`)).toEqual([text, '甲乙丙，丁戊。'])
    },
  )
  it('an agency behind a sentence, a date or another agency, not in the cell of a table', () => {
    expect(behind('县教育局 县民政局 完成任务，丙。')).toEqual(['县教育局', '县民政局', '完成任务，丙。'])
    expect(behind('2021年3月6日 县民政局 完成任务，丙。')).toEqual(['2021年3月6日', '县民政局', '完成任务，丙。'])
    expect(behind('指标 县民政局 完成任务，丙。')).toEqual(['指标 县民政局 完成任务，丙。'])
  })
  it('the date behind a signature, with spaces', () => {
    expect(behind('县卫生健康局 2021 年 3 月 5 日 完成任务，丙。')).toEqual(['县卫生健康局', '2021 年 3 月 5 日', '完成任务，丙。'])
  })
  it('the name behind the head of an annex, up to forty characters', () => {
    expect(behind('附件2 分工表 甲乙丙，丁戊。')).toEqual(['附件2', '分工表', '甲乙丙，丁戊。'])
    const long = '表'.repeat(40)
    expect(behind(`附件2 ${long} 甲乙丙，丁戊。`)).toEqual(['附件2', `${long} 甲乙丙，丁戊。`])
  })
  it('everything behind the last sentence', () => {
    expect(behind('甲乙 丙丁 戊己')).toEqual(['甲乙', '丙丁', '戊己'])
  })
})
