import { describe, expect, it } from 'vitest'
import { findAnnex } from '../../src/parse/annex.ts'
import { splitLines } from '../../src/parse/lines.ts'
import { readListed } from '../../src/parse/listed.ts'

const lines = (...texts: string[]) => splitLines(texts.join('\n'))
const rowsOf = (...texts: string[]) => {
  const read = readListed(lines(...texts), 0)
  return read && { rows: read.rows.map(({ text }) => text.split('\t')), left: texts.slice(read.next) }
}
const head = ['序号', '重点任务', '责任单位']

describe('a table with a cell on each line, its rows counted', () => {
  it('begins a row at each next number and ends at a sentence', () => {
    expect(
      rowsOf(
        ...head,
        '1',
        '建设村卫生室',
        '市卫生健康委',
        '2',
        '培训乡村医生',
        '市财政局',
        '以上任务由各部门按照各自职责抓好落实，定期报告工作进展情况，并接受社会监督。',
      ),
    ).toEqual({
      rows: [head, ['1', '建设村卫生室', '市卫生健康委'], ['2', '培训乡村医生', '市财政局']],
      left: ['以上任务由各部门按照各自职责抓好落实，定期报告工作进展情况，并接受社会监督。'],
    })
  })
  it('gives lines too many to the long cell, bodies too many to the bodies', () => {
    expect(rowsOf(...head, '1', '建设标准化', '村卫生室', '市卫生健康委', '2', '培训', '市财政局')?.rows).toEqual([
      head,
      ['1', '建设标准化村卫生室', '市卫生健康委'],
      ['2', '培训', '市财政局'],
    ])
    expect(rowsOf(...head, '1', '建设村卫生室', '市卫生健康委', '市财政局', '2', '培训', '市财政局')?.rows[1]).toEqual([
      '1',
      '建设村卫生室',
      '市卫生健康委 市财政局',
    ])
  })
  it('leaves cells empty that a row has no line for', () => {
    expect(rowsOf(...head, '1', '建设村卫生室', '2', '培训', '市财政局')?.rows).toEqual([
      head,
      ['1', '建设村卫生室', ''],
      ['2', '培训', '市财政局'],
    ])
  })
  it('has headers broken over lines', () => {
    expect(rowsOf('序', '号', '重点任务', '责任', '单位', '1', '建设', '市财政局')?.rows).toEqual([head, ['1', '建设', '市财政局']])
  })
  it('takes any short line between 序号 and 1 for a header', () => {
    expect(rowsOf('序号', '重点任务', '甲乙丙丁', '1', '建设', '市财政局')?.rows).toEqual([
      ['序号', '重点任务', '甲乙丙丁'],
      ['1', '建设', '市财政局'],
    ])
  })
  it('loses no line that stands before a number without a column for it', () => {
    const long = '甲乙丙丁戊己庚辛壬癸子丑寅'
    expect(rowsOf('序号', '重点任务', long, '1', '建设')?.rows).toEqual([['序号', '重点任务'], [long], ['1', '建设']])
    const rated = ['序号', '主要指标', '2025年', '指标性质']
    expect(rowsOf(...rated, '健康水平', '1', '人均预期寿命', '78.9', '预期性', '健康服务', '2', '床位数', '6', '约束性')?.rows).toEqual([
      rated,
      ['健康水平'],
      ['1', '人均预期寿命', '78.9', '预期性'],
      ['健康服务'],
      ['2', '床位数', '6', '约束性'],
    ])
  })
  it('has groups that stand before the number of a row', () => {
    const grouped = ['类别', '序号', '重点任务', '责任单位']
    expect(
      rowsOf(...grouped, '基层服务', '1', '建设', '市财政局', '2', '培训', '市教育局', '人才队伍', '3', '招聘', '市人社局')?.rows,
    ).toEqual([grouped, ['基层服务', '1', '建设', '市财政局'], ['', '2', '培训', '市教育局'], ['人才队伍', '3', '招聘', '市人社局']])
  })
  it.each(['附件2', '抄送：市委办公室。', '指标\t数值', '二、保障措施', '（一）加强领导'])('ends at %s', (end) => {
    expect(rowsOf(...head, '1', '建设', '市财政局', end)).toEqual({ rows: [head, ['1', '建设', '市财政局']], left: [end] })
  })
  it('is none without headers, with one header, without a row, or with a row that is not the first', () => {
    expect(rowsOf('建设村卫生室', '1', '二')).toBeNull()
    expect(rowsOf('序号', '1', '建设')).toBeNull()
    expect(rowsOf(...head)).toBeNull()
    expect(rowsOf(...head, '2', '建设', '市财政局')).toBeNull()
    expect(rowsOf('重点任务', '责任单位', '1', '建设')).toBeNull()
    expect(rowsOf()).toBeNull()
  })
  it('keeps the place of every row', () => {
    const text = ['前言', ...head, '1', '建设', '市财政局', '2', '培训', '市教育局']
    const read = readListed(lines(...text), 1)
    expect(read?.next).toBe(text.length)
    const whole = text.join('\n')
    expect(read?.rows.map(({ start, end }) => whole.slice(start, end))).toEqual([
      '序号\n重点任务\n责任单位',
      '1\n建设\n市财政局',
      '2\n培训\n市教育局',
    ])
  })
})

describe('a table of indicators, its rows rated', () => {
  const rated = ['领域', '主要指标', '2020年', '2025年', '属性']
  it('ends a row at 预期性 or 约束性; what stands before its columns is the group it opens', () => {
    expect(
      rowsOf(
        ...rated,
        ...'健康水平 人均预期寿命 77.9 78.9 预期性 婴儿死亡率 5.4 5.2 约束性 健康服务 床位数 6 7 预期 到2025年全部完成。'.split(' '),
      ),
    ).toEqual({
      rows: [
        rated,
        ['健康水平', '人均预期寿命', '77.9', '78.9', '预期性'],
        ['', '婴儿死亡率', '5.4', '5.2', '约束性'],
        ['健康服务', '床位数', '6', '7', '预期'],
      ],
      left: ['到2025年全部完成。'],
    })
  })
  it('joins a group broken over lines', () => {
    expect(rowsOf(...rated, '健康', '水平', '人均预期寿命', '77.9', '78.9', '预期性')?.rows[1]).toEqual([
      '健康水平',
      '人均预期寿命',
      '77.9',
      '78.9',
      '预期性',
    ])
  })
  it('is none where no row is rated within reach', () => {
    expect(rowsOf(...rated, '健康水平', '人均预期寿命', '77.9', '78.9')).toBeNull()
    expect(rowsOf(...rated, ...Array.from({ length: 10 }, (_, i) => `甲${i}`), '预期性')).toBeNull()
    expect(rowsOf('领域', '主要指标', '2020年', '2025年', '健康水平', '人均预期寿命', '77.9', '78.9', '预期性')).toBeNull()
  })
  it('may be counted besides', () => {
    const both = ['序号', '主要指标', '2025年', '指标性质']
    expect(rowsOf(...both, '1', '人均预期寿命', '78.9', '预期性', '2', '婴儿死亡率', '5.2', '约束性', '注：略')).toEqual({
      rows: [both, ['1', '人均预期寿命', '78.9', '预期性'], ['2', '婴儿死亡率', '5.2', '约束性']],
      left: ['注：略'],
    })
  })
})

describe('an annex', () => {
  const annexOf = (...texts: string[]) => {
    const { annex, head, rows, rest } = findAnnex(lines(...texts), 2)
    const text = texts.join('\n')
    return {
      label: annex.label,
      title: annex.title,
      tables: annex.tables.map(({ header, rows: body }) => [header, ...body]),
      rows: rows.map((r) => [r.id, r.path, r.spans.map((s) => s.text).join('')]),
      rest: rest.map((l) => l.text),
      head: [head.id, head.path, head.number, text.slice(head.start, head.end)],
      places: rows.map((r) => text.slice(r.start, r.end)),
    }
  }
  it('is a label, a title, a table with its rows, and other lines', () => {
    expect(
      annexOf('附件2', '任务分工表', '序号\t任务\t责任单位', '1\t建村卫生室\t卫生健康局', '2\t培训\t财政局', '注：按年度完成。'),
    ).toEqual({
      label: '附件2',
      title: '任务分工表',
      tables: [
        [
          ['序号', '任务', '责任单位'],
          ['1', '建村卫生室', '卫生健康局'],
          ['2', '培训', '财政局'],
        ],
      ],
      rows: [
        ['annex2.1', '附件2/1', '建村卫生室'],
        ['annex2.2', '附件2/2', '培训'],
      ],
      rest: ['注：按年度完成。'],
      head: ['annex2', '附件2', 2, '附件2\n任务分工表\n序号\t任务\t责任单位'],
      places: ['1\t建村卫生室\t卫生健康局', '2\t培训\t财政局'],
    })
  })
  it('has its title on its first line, said again below or not', () => {
    expect(annexOf('附件 2：任务 分工表', '甲项工作')).toMatchObject({ label: '附件2', title: '任务分工表', rest: ['甲项工作'] })
    expect(annexOf('附件2：任务分工表', '任务 分工表', '甲项工作')).toMatchObject({ title: '任务分工表', rest: ['甲项工作'] })
    expect(annexOf('附件2:任务分工表')).toMatchObject({ label: '附件2', title: '任务分工表', rest: [] })
  })
  it.each([
    [['健康乡村', '重点任务分工表', '说明如下'], '健康乡村重点任务分工表', ['说明如下']],
    [['重点任务分工表（试行）', '说明如下'], '重点任务分工表（试行）', ['说明如下']],
    [['健康乡村', '一、总体要求'], '健康乡村', ['一、总体要求']],
    [['健康乡村', '按年度完成。'], '健康乡村', ['按年度完成。']],
    [['健康', '乡村', '任务', '分工'], '健康乡村任务', ['分工']],
    [[], '', []],
  ])('has the title below: %j', (below, title, rest) => expect(annexOf('附件2', ...below)).toMatchObject({ title, rest }))
  it('has rows numbered by themselves where they are not counted, twice the same set apart', () => {
    expect(annexOf('附件2', '指标表', '指标\t2025年', '1．床位数\t6', '2.医师数\t3', '护士数\t4', '3、其他\t5').rows).toEqual([
      ['annex2.1', '附件2/1', '床位数'],
      ['annex2.2', '附件2/2', '医师数'],
      ['annex2.3', '附件2/3', '护士数'],
      ['annex2.3-2', '附件2/3', '其他'],
    ])
    expect(annexOf('附件2', '指标表', '编号\t任务', '3\t建设', '3\t培训', '甲\t其他').rows.map(([id]) => id)).toEqual([
      'annex2.3',
      'annex2.3-2',
      'annex2.3-3',
    ])
  })
  it('reads cells set apart by spaces, bodies within one of them kept apart', () => {
    const { tables } = annexOf('附件2', '任务分工表', '序号  任务  责任单位', '1  建村 卫生室  市财政局 市医保局')
    expect(tables).toEqual([
      [
        ['序号', '任务', '责任单位'],
        ['1', '建村卫生室', '市财政局 市医保局'],
      ],
    ])
  })
  it('begins another table at heads below a line of text', () => {
    const { tables, rest, rows } = annexOf(
      '附件2',
      '任务表',
      '序号\t任务\t责任单位',
      '1\t建设\t财政局',
      '二、其他任务如下',
      '序号\t任务\t责任单位',
      '1\t培训\t教育局',
    )
    expect(tables).toHaveLength(2)
    expect(tables[1]).toEqual([
      ['序号', '任务', '责任单位'],
      ['1', '培训', '教育局'],
    ])
    expect(rest).toEqual(['二、其他任务如下'])
    expect(rows.map(([id]) => id)).toEqual(['annex2.1', 'annex2.1-2'])
  })
  it('has no rows of its own where the table stands within an outline', () => {
    const { tables, rows, rest, head } = annexOf('附件2', '工作方案', '一、任务', '序号\t任务\t责任单位', '1\t建设\t财政局')
    expect(tables).toHaveLength(1)
    expect(rows).toEqual([])
    expect(rest).toEqual(['一、任务', '序号\t任务\t责任单位', '1\t建设\t财政局'])
    expect(head[3]).toBe('附件2\n工作方案')
  })
})
