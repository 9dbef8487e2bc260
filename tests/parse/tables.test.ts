import { describe, expect, it } from 'vitest'
import { joinBrokenRows, joinTables, mergeHeaders } from '../../src/parse/cells.ts'
import { type Span, splitLines } from '../../src/parse/lines.ts'

const lines = (...texts: string[]) => splitLines(texts.join('\n'))
// what the lines read as, cells apart by |
const read = (...texts: string[]) => joinTables(lines(...texts)).map((line) => line.text.replaceAll('\t', '|'))
const cells = (row: string) => row.split('|').map((text) => (lines(text)[0] ?? { text: '', at: new Uint32Array(0) }) as Span)
const shown = (rows: Span[][]) => rows.map((row) => row.map(({ text }) => text).join('|'))

describe('columns set apart by single spaces', () => {
  it('are a header and rows, the words too many of a row in its second cell', () => {
    expect(read('序号 任务 牵头单位', '1 建村卫生室 市卫健委', '2 培训 乡村医生 市卫健委', '一段话。')).toEqual([
      '序号|任务|牵头单位',
      '1|建村卫生室|市卫健委',
      '2|培训乡村医生|市卫健委',
      '一段话。',
    ])
  })
  it('are a whole table on one line, where its words fill the columns', () => {
    expect(read('指标 2020年 2025年 甲 1 2 乙 3 4')).toEqual(['指标|2020年|2025年', '甲|1|2', '乙|3|4'])
    expect(read('指标 2020年 2025年 甲 1 2 乙 3')).toEqual(['指标 2020年 2025年 甲 1 2 乙 3'])
  })
  it('are no table with two columns, without a row, or where the first line holds no head', () => {
    for (const texts of [
      ['序号 任务', '1 甲'],
      ['序号 任务 单位', '一段话。'],
      ['序号 任务 单位'],
      ['各级 要抓好 落实', '1 甲 乙'],
      ['序号\t任务\t单位', '1 甲 乙'],
    ])
      expect(read(...texts)).toEqual(texts.map((t) => t.replaceAll('\t', '|')))
  })
  it('keep where each row begins and ends', () => {
    const text = ['指标 2020年 2025年 甲 1 2 乙 3 4']
    const rows = joinTables(lines(...text))
    expect(rows.map(({ start, end }) => (text[0] as string).slice(start, end))).toEqual(['指标 2020年 2025年', '甲 1 2', '乙 3 4'])
  })
})

describe('columns set apart by several spaces', () => {
  it('take what stands under them, over several lines and with empty cells', () => {
    const table = [
      '序号  指标名称            2020年    2025年    属性',
      '1     乡镇卫生院达标率    80%       95%       预期性',
      '2     村卫生室达标率                99%       约束性',
      '      （不含城中村）',
      '3     人均预期寿命        77.9                预期性',
    ]
    expect(read('表1', ...table, '注：以国家口径为准。')).toEqual([
      '表1',
      '序号|指标名称|2020年|2025年|属性',
      '1|乡镇卫生院达标率|80%|95%|预期性',
      '2|村卫生室达标率（不含城中村）||99%|约束性',
      '3|人均预期寿命|77.9||预期性',
      '注：以国家口径为准。',
    ])
  })
  it('take words with one space between them for one cell', () => {
    expect(read('序号  任务         责任单位', '1     培训 村医    市卫健委')).toEqual(['序号|任务|责任单位', '1|培训 村医|市卫健委'])
  })
  it.each(['一段较长的话，说明表格到此为止，后面是正文的内容，不再是表格。', '（二）保障措施', '专栏2', '表2', '注', '一段话；'])(
    'end before %s',
    (after) => {
      expect(read('序号  任务  单位', '1     甲    乙局', after).at(-1)).toBe(after)
      expect(read('序号  任务  单位', '1     甲    乙局', after)).toHaveLength(3)
    },
  )
  it('are no table where the first line has two words, prose, or few heads of columns', () => {
    for (const head of ['序号  任务', '序号，  任务  单位', '各县  各乡  各村', '序号  各乡  各村  各组', '序号\t任务  单位  属性'])
      expect(read(head, '1     甲    乙局')).toEqual([head.replaceAll('\t', '|'), '1     甲    乙局'])
    expect(read('序号  任务  单位')).toEqual(['序号  任务  单位'])
    expect(read('序号  任务  单位', '一段话。')).toEqual(['序号  任务  单位', '一段话。'])
  })
})

describe('a cell on each line', () => {
  it('are rows that count up, headers broken over lines', () => {
    expect(
      read('序', '号', '任务', '牵头', '单位', '1', '建村卫生室', '市卫健委', '2', '培训乡村医生', '市卫健委', '二、保障措施'),
    ).toEqual(['序号|任务|牵头单位', '1|建村卫生室|市卫健委', '2|培训乡村医生|市卫健委', '二、保障措施'])
  })
  it('give lines too many to the bodies and to the long cell', () => {
    expect(read('序号', '任务', '牵头单位', '1', '建村', '卫生室', '市卫健委', '市财政局', '2', '培训', '市卫健委')).toEqual([
      '序号|任务|牵头单位',
      '1|建村卫生室|市卫健委 市财政局',
      '2|培训|市卫健委',
    ])
  })
  it('are rows that end in their attribute, the first of a group with its name', () => {
    expect(
      read(
        '领域',
        '指标',
        '2020年',
        '2025年',
        '属性',
        '健康水平',
        '人均预期寿命',
        '77.9',
        '78.9',
        '预期性',
        '婴儿死亡率',
        '5.0',
        '4.5',
        '约束性',
      ),
    ).toEqual(['领域|指标|2020年|2025年|属性', '健康水平|人均预期寿命|77.9|78.9|预期性', '|婴儿死亡率|5.0|4.5|约束性'])
  })
  it('end before the next annex and the imprint', () => {
    for (const after of ['附件2', '抄送：市委各部门。', '附件：分工表'])
      expect(read('序号', '任务', '单位', '1', '甲', '乙局', after)).toEqual(['序号|任务|单位', '1|甲|乙局', after])
  })
  it('are no table without rows, or with one head', () => {
    for (const texts of [
      ['序号', '任务', '单位', '一段话。'],
      ['任务', '1', '甲'],
      ['序号', '2', '甲'],
    ])
      expect(read(...texts)).toEqual(texts)
  })
})

describe('rows of a table', () => {
  it('have one header where two stand over each other', () => {
    expect(shown(mergeHeaders(['指标|目标值|目标值', '指标|2020年|2025年', '甲|1|2'].map(cells)))).toEqual([
      '指标|目标值2020年|目标值2025年',
      '甲|1|2',
    ])
    for (const rows of [['指标|目标值', '甲|1'], ['指标|目标值', '指标|甲'], ['指标|目标值', '指标|2020年|2025年'], ['指标|2020年']])
      expect(shown(mergeHeaders(rows.map(cells)))).toEqual(rows)
  })
  it('are made whole where a page broke them', () => {
    expect(shown(joinBrokenRows(['序号|任务|单位|时限', '1|建村|乙局|2021年', '|卫生室||', '2|丙|丁局|2022年'].map(cells)))).toEqual([
      '序号|任务|单位|时限',
      '1|建村卫生室|乙局|2021年',
      '2|丙|丁局|2022年',
    ])
    // a number, too many cells, the first row, no cell at all, a first cell of its own
    for (const rest of ['|≥95%||', '|甲|乙|丙', '|||', '3|||']) {
      const rows = ['序号|任务|单位|时限', '1|建村|乙局|2021年', rest]
      expect(shown(joinBrokenRows(rows.map(cells)))).toEqual(rows)
    }
    expect(shown(joinBrokenRows(['序号|任务|单位|时限', '|甲||'].map(cells)))).toEqual(['序号|任务|单位|时限', '|甲||'])
  })
})
