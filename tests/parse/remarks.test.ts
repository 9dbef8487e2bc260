import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../src/parse/document.ts'

const front = ['关于加强村卫生室建设的意见', '各县人民政府：']
const remarksOf = (...body: string[]) =>
  parseDocument([...front, ...body].join('\n')).diagnostics.map((d) => `${d.line}:${d.column} ${d.severity} ${d.code} ${d.message}`)
const table = ['序号', '重点任务', '责任单位', '1', '建设村卫生室', '市卫生健康委', '2', '培训乡村医生', '市财政局']
const joinedRow = 'info table Cells on lines of their own are joined to a row.'

describe('what was done to a copy is told, at its place', () => {
  it('nothing, where nothing was', () => {
    expect(remarksOf('一、目标', '到2025年建成村卫生室100所。', '二、保障', '加大投入。')).toEqual([])
    expect(remarksOf('一、目标', '序号\t任务\t责任单位', '1\t建设\t市财政局', '二、保障', '加大投入。')).toEqual([])
  })
  it('lines left out, named by their beginning', () => {
    expect(remarksOf('一、目标', '到2025年建成。', '— 2 —', '二、保障', '加大投入。')).toEqual([
      '5:1 info furniture "— 2 —" is left out: it stands around the document.',
    ])
    const long = '当前位置：首页 > 政务公开 > 政策文件 > 规范性文件 > 卫生健康'
    expect(remarksOf('一、目标', '到2025年建成。', long, '二、保障', '加大投入。')).toEqual([
      `5:1 info furniture "${long.slice(0, 24)}…" is left out: it stands around the document.`,
    ])
  })
  it('a table of contents, once', () => {
    const contents = ['目　录', '一、目标……1', '二、任务……3', '三、保障……5']
    expect(remarksOf(...contents, '一、目标', '到2025年建成。', '二、任务', '建设。', '三、保障', '投入。')).toEqual([
      '3:1 info contents The table of contents is left out.',
    ])
  })
  it('lines joined, every one, where the next begins', () => {
    const wrapped = [
      '到2025年建成村卫生室100所以上，覆盖全部行政村，方便群众就近',
      '看病，做到小病不出村、大病不出县，逐步缩小城乡之间的服务',
      '差距。',
    ]
    expect(remarksOf('一、目标', ...wrapped, '二、保障', '加大投入。')).toEqual([
      '5:1 info wrapped A line goes on in the next: they are joined.',
      '6:1 info wrapped A line goes on in the next: they are joined.',
    ])
  })
  it('spaces left out, once a paragraph, and none behind a label', () => {
    expect(remarksOf('一、目标', '（一） 建设。到 2025 年建成 100 所。', '二、保障', '加大投入。')).toEqual([
      '4:9 info spacing Spaces within the text are left out.',
    ])
    expect(remarksOf('一、 目标', '到2025年建成。', '二、 保障', '加大投入。')).toEqual([])
  })
  it('cells joined to rows, once a row, in the text and in an annex', () => {
    expect(remarksOf('一、任务', ...table, '二、保障', '加大投入。')).toEqual([`4:1 ${joinedRow}`, `7:1 ${joinedRow}`, `10:1 ${joinedRow}`])
    const annexed = remarksOf('一、任务', '落实任务。', '某市人民政府', '2021年3月15日', '附件', '任务分工表', ...table)
    expect(annexed).toEqual([`12:1 ${joinedRow}`, `15:1 ${joinedRow}`])
  })
})
