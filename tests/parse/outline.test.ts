import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../src/parse/document.ts'
import { emptySpan, isRow, joinSpans, normalizeText, placeOf, placer, sliceSpan, splitLines, squeeze } from '../../src/parse/lines.ts'
import { unrollLines } from '../../src/parse/unroll.ts'

const title = ['关于加强村卫生室建设的意见', '各县人民政府：']
const outlineOf = (...body: string[]) => parseDocument([...title, ...body].join('\n'))
// id, level, heading and text of every provision behind the front
const rowsOf = (...body: string[]) =>
  outlineOf(...body).provisions.map(({ id, heading, text }) => [id, heading, text].map((cell) => cell ?? '—').join('|'))
const gaps = (...body: string[]) =>
  outlineOf(...body).diagnostics.flatMap((d) => (d.code === 'numbering-gap' ? [`${d.line} ${d.message}`] : []))

describe('the outline', () => {
  it('nests labels by their style, and goes back to a style that is open', () => {
    expect(
      rowsOf(
        '一、目标',
        '（一）建设。到2025年建成100所。',
        '1．甲项。',
        '2．乙项。',
        '（二）培训。每年培训一次。',
        '二、保障',
        '加大投入。',
      ),
    ).toEqual([
      '1|目标|',
      '1.1|建设|到2025年建成100所。',
      '1.1.1|—|甲项。',
      '1.1.2|—|乙项。',
      '1.2|培训|每年培训一次。',
      '2|保障|加大投入。',
    ])
  })
  it('has a path of labels, a parent and a place for each', () => {
    const { provisions } = outlineOf('一、目标', '（一）建设。到2025年建成100所。')
    const text = [...title, '一、目标', '（一）建设。到2025年建成100所。'].join('\n')
    expect(provisions.map(({ path, level, parent }) => [path, level, parent])).toEqual([
      ['一', 'chapter', null],
      ['一/（一）', 'section', '1'],
    ])
    expect(provisions.map(({ start, end }) => text.slice(start, end))).toEqual(['一、目标', '（一）建设。到2025年建成100所。'])
  })
  it('takes a style that usually stands further out for one within, where the numbers around it go on', () => {
    expect(rowsOf('一、任务', '1．建设。', '（一）甲项工作。', '（二）乙项工作。', '2．培训。').map((row) => row.split('|')[0])).toEqual([
      '1',
      '1.1',
      '1.1.1',
      '1.1.2',
      '1.2',
    ])
  })
  it('gives numbers that stand twice an id each', () => {
    const ids = outlineOf('一、甲', '一段。', '一、乙', '一段。', '一、丙', '一段。').provisions.map((p) => p.id)
    expect(ids).toEqual(['1', '1-2', '1-3'])
  })
  it('keeps unlabelled text with the provision it follows', () => {
    expect(rowsOf('为做好工作，提出本意见。', '一、目标', '第一段。', '第二段。')).toEqual([
      'preamble|—|为做好工作，提出本意见。',
      '1|目标|第一段。\n第二段。',
    ])
  })
})

describe('numbers of the outline', () => {
  it('may begin at one, go on, and run on across chapters', () => {
    expect(gaps('一、甲', '（一）甲项。', '（二）乙项。', '二、乙', '（三）丙项。', '三、丙', '（一）丁项。')).toEqual([])
  })
  it('that leave one out are told, with the one that is missing', () => {
    expect(gaps('一、甲', '一段。', '三、丙', '一段。')).toEqual(['5 三、 follows number 1 of the same kind; number 2 is missing.'])
    expect(gaps('一、甲', '（一）甲项。', '（三）丙项。')).toEqual([
      '5 （三） follows number 1 of the same kind under 一; number 2 is missing.',
    ])
    expect(gaps('一、甲', '一段。', '一、乙', '一段。')).toHaveLength(1)
  })
})

describe('the heading of a provision', () => {
  it.each([
    ['（一）建设村卫生室。到2025年建成。', '建设村卫生室', '到2025年建成。'],
    ['（一）建设村卫生室', '建设村卫生室', ''],
    ['（一）到2025年建成100所。', '—', '到2025年建成100所。'],
    [`（一）${'甲'.repeat(40)}。后文。`, '甲'.repeat(40), '后文。'],
    [`（一）${'甲'.repeat(41)}。后文。`, '—', `${'甲'.repeat(41)}。后文。`],
    ['（一）做好以下工作：甲、乙、丙', '—', '做好以下工作：甲、乙、丙'],
  ])('%s', (line, heading, text) => expect(rowsOf('一、任务', line)[1]).toBe(`1.1|${heading}|${text}`))
  it('is a sentence alone where items follow it', () => {
    expect(rowsOf('一、任务', '（一）提高能力。', '1．甲项工作。')[1]).toBe('1.1|提高能力|')
    expect(rowsOf('一、任务', '（一）提高能力，做好服务。', '1．甲项工作。')[1]).toBe('1.1|—|提高能力，做好服务。')
  })
  it('of an article stands in brackets, or nowhere', () => {
    const article = (text: string) => parseDocument(`某市急救条例\n第一条 ${text}\n第二条 一段。`).provisions[0]
    expect(article('【目的】为了规范急救，制定本条例。')).toMatchObject({ heading: '目的', text: '为了规范急救，制定本条例。' })
    expect(article('（适用范围）本条例适用于本市。')).toMatchObject({ heading: '适用范围', text: '本条例适用于本市。' })
    expect(article('急救。本条例适用于本市。')).toMatchObject({ heading: null, text: '急救。本条例适用于本市。' })
  })
})

describe('who is responsible', () => {
  const bodyOf = (line: string) => {
    const { provisions, bodies } = outlineOf('一、任务', line)
    return [provisions[1]?.text, bodies['1.1']?.note]
  }
  it.each([
    ['（一）建设。到2025年建成。（市卫生健康委牵头，市财政局配合）', '到2025年建成。', '（市卫生健康委牵头，市财政局配合）'],
    ['（一）建设。到2025年建成。〔责任单位：市卫生健康委〕', '到2025年建成。', '〔责任单位：市卫生健康委〕'],
    ['（一）建设。到2025年建成。牵头单位：市卫生健康委', '到2025年建成。', '牵头单位：市卫生健康委'],
    ['（一）建设。到2025年建成（含改建）。', '到2025年建成（含改建）。', null],
    ['（一）建设。（市卫生健康委牵头）到2025年建成。', '（市卫生健康委牵头）到2025年建成。', null],
  ])('%s', (line, text, note) => expect(bodyOf(line)).toEqual([text, note]))
  it('stands at its place', () => {
    const line = '（一）建设。到2025年建成。（市卫生健康委牵头）'
    const text = [...title, '一、任务', line].join('\n')
    const { bodies } = parseDocument(text)
    expect(text.slice(...(bodies['1.1']?.noteRange ?? []))).toBe('（市卫生健康委牵头）')
  })
})

const line = (text: string) => splitLines(text)[0] as ReturnType<typeof splitLines>[number]

describe('lines', () => {
  it('lose decoration and margins, and keep the place of every character', () => {
    const raw = '# 标题\n　　**加粗**的 文\u00AD字 \n\n- 甲\n一段*强调*，后文'
    const read = splitLines(raw)
    expect(read.map((l) => l.text)).toEqual(['标题', '加粗的 文字', '', '- 甲', '一段*强调*，后文'])
    for (const l of read) expect([...l.at].map((at) => raw[at]).join('')).toBe(l.text)
    expect(read.map((l) => raw.slice(l.start, l.end))).toEqual(raw.split('\n'))
    expect(line('一段，*强调两字*，后文').text).toBe('一段，强调两字，后文')
    expect(line('2**10').text).toBe('2**10')
    expect(line('#标签').text).toBe('#标签')
  })
  it('keep the empty cells of a row', () => {
    expect(line('\t甲\t\t乙\t').text).toBe('\t甲\t\t乙\t')
    expect(line('| 指标 | **2025年** |').text).toBe(' 指标 \t   2025年   ')
    expect(line('|').text).toBe('|')
  })
  it.each([
    ['1\t甲\t乙局', true],
    ['\t甲\t', true],
    ['甲\t乙', true],
    ['一、\t总体要求', false],
    ['（一）\t总体要求', false],
    ['第一条\t为了', false],
    ['1.\t甲', false],
    ['①\t甲', false],
    ['1.\t甲\t乙', true],
    ['甲 乙', false],
  ])('%j is a row: %s', (text, expected) => expect(isRow(text)).toBe(expected))
  it.each([
    ['到 2025 年', '到2025年'],
    ['2 0 2 5 年', '2025年'],
    ['5 10', '5 10'],
    ['12 345', '12 345'],
    ['2 400万元', '2400万元'],
    ['1 234 567元', '1234567元'],
    ['90 %', '90%'],
    ['≥ 90', '≥90'],
    ['Health China', 'Health China'],
    ['健康 China 行动', '健康China行动'],
    ['甲　乙', '甲乙'],
    ['无空格', '无空格'],
  ])('%j is %j without what typesetting put between', (text, expected) => {
    const squeezed = squeeze(line(text))
    expect(squeezed.text).toBe(expected)
    expect([...squeezed.at].map((at) => text[at]).join('')).toBe(expected)
  })
  it('are joined and cut with their places', () => {
    const [a, b] = splitLines('甲乙\n丙丁') as [ReturnType<typeof line>, ReturnType<typeof line>]
    expect(joinSpans([a, b], '\t')).toEqual({ text: '甲乙\t丙丁', at: Uint32Array.from([0, 1, 1, 3, 4]) })
    expect(joinSpans([a, b])).toEqual({ text: '甲乙丙丁', at: Uint32Array.from([0, 1, 3, 4]) })
    expect(joinSpans([emptySpan(), b], '\t')).toEqual({ text: '\t丙丁', at: Uint32Array.from([0, 3, 4]) })
    expect(joinSpans([])).toEqual({ text: '', at: new Uint32Array() })
    expect(sliceSpan(joinSpans([a, b]), 1, 3)).toEqual({ text: '乙丙', at: Uint32Array.from([1, 3]) })
  })
  it('end in LF, and every offset has a line and a column', () => {
    const text = normalizeText('\uFEFF甲\r\n乙丙\r丁\n')
    expect(text).toBe('甲\n乙丙\n丁\n')
    const at = placer(text)
    for (let i = 0; i <= text.length; i++) expect(at(i)).toEqual(placeOf(text, i))
    expect(at(3)).toEqual({ line: 2, column: 2 })
    expect(at(text.length)).toEqual({ line: 4, column: 1 })
  })
})

describe('a document copied onto one line', () => {
  const front =
    '某市人民政府办公室关于印发某市乡村医生培训方案的通知 某政办发〔2021〕5号 各县（市、区）人民政府，市政府各部门： 现将方案印发给你们。'
  const body =
    '一、目标任务 到2025年培训乡村医生1000人以上，覆盖全部行政村，做到应训尽训。 二、保障措施 （一）加强领导。各地成立专班，主要负责同志亲自抓。 （二）加大投入。市财政每年安排100万元，专款专用。'
  const tail = '某市人民政府办公室 2021年3月15日 （此件公开发布）'
  const whole = `${front} ${body} ${tail}`
  it('gets its lines again', () => {
    const { lines, cuts } = unrollLines(splitLines(whole))
    expect(lines.map((l) => l.text)).toEqual([
      '某市人民政府办公室关于印发某市乡村医生培训方案的通知',
      '某政办发〔2021〕5号',
      '各县（市、区）人民政府，市政府各部门：',
      '现将方案印发给你们。',
      '一、目标任务',
      '到2025年培训乡村医生1000人以上，覆盖全部行政村，做到应训尽训。',
      '二、保障措施',
      '（一）加强领导。各地成立专班，主要负责同志亲自抓。',
      '（二）加大投入。市财政每年安排100万元，专款专用。',
      '某市人民政府办公室',
      '2021年3月15日',
      '（此件公开发布）',
    ])
    for (const l of lines) expect(whole.slice(l.start, l.end)).toBe(l.text)
    expect(cuts).toEqual(lines.slice(1).map((l) => l.start))
  })
  it('is left alone where it is short, where it has labels of its own, or has many lines', () => {
    const same = (text: string) => {
      const lines = splitLines(text)
      const unrolled = unrollLines(lines)
      expect(unrolled.cuts).toEqual([])
      expect(unrolled.lines).toEqual(lines)
    }
    same('一、目标 二、保障')
    same(`一、甲\n二、乙\n三、丙\n${whole}`)
    same(`${'甲\n'.repeat(12)}${whole}`)
    same('甲'.repeat(151))
  })
  it('keeps lists of annexes, figures and years whole', () => {
    const listed = `${front} ${body} 附件：1.任务分工表 ${tail}`
    const texts = unrollLines(splitLines(listed)).lines.map((l) => l.text)
    expect(texts.some((t) => t.startsWith('附件：1.任务分工表'))).toBe(true)
    expect(texts.filter((t) => /^1\./.test(t))).toEqual([])
    const spaced = `${front} 一、目标 种类不少于 60 种，覆盖率达到 90 %，力争到 2025 年全部完成任务。 二、保障 加大投入，专款专用。 ${tail}`
    expect(unrollLines(splitLines(spaced)).lines.map((l) => l.text)).toContain(
      '种类不少于 60 种，覆盖率达到 90 %，力争到 2025 年全部完成任务。',
    )
  })
})
