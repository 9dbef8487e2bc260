import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../src/parse/document.ts'
import { findFrame } from '../../src/parse/frame.ts'
import { splitLines } from '../../src/parse/lines.ts'

const texts = (all: { text: string }[]) => all.map(({ text }) => text)
const frameOf = (...all: string[]) => findFrame(splitLines(all.join('\n')))
const front = ['关于加强村卫生室建设的意见', '各县人民政府：', '为做好工作，提出本意见。']
const body = ['一、目标', '建成100所。', '二、保障', '加大投入。']
/** Body, and what stands behind it, of a text with this below its outline. */
const below = (...tail: string[]) => {
  const frame = frameOf(...front, ...body, ...tail)
  return { body: texts(frame.body).slice(1 + body.length), signature: texts(frame.signature), annexes: frame.annexes.map(texts) }
}

describe('the frame', () => {
  it('begins its body at the first chapter, part or article, else at the first label of number one', () => {
    const bodyOf = (...all: string[]) => texts(frameOf(...front, ...all).body)
    expect(bodyOf('（一）甲。', '一、目标')).toEqual(['为做好工作，提出本意见。', '（一）甲。', '一、目标'])
    expect(bodyOf('（一）甲。', '（二）乙。')).toEqual(['为做好工作，提出本意见。', '（一）甲。', '（二）乙。'])
    expect(bodyOf('只有一段。')).toEqual(['为做好工作，提出本意见。', '只有一段。'])
  })
  it('leaves empty lines, page numbers and contents out', () => {
    const frame = frameOf(...front, '目录', '一、目标……1', '二、保障……2', '', ...body, '— 1 —')
    expect(texts(frame.toc)).toEqual(['目录', '一、目标……1', '二、保障……2'])
    expect(texts(frame.furniture)).toEqual(['— 1 —'])
    expect(texts(frame.body)).toEqual(['为做好工作，提出本意见。', ...body])
  })
  it.each([
    ['2022年3月1', '5日', '2022年3月15日'],
    ['2022年', '3月15日', '2022年3月15日'],
    ['2022年3月', '15日', '2022年3月15日'],
  ])('joins a date broken by its line: %s / %s', (first, second, whole) => {
    expect(below('某县人民政府', first, second).signature).toEqual(['某县人民政府', whole])
    const [signed] = frameOf(...front, ...body, '某县人民政府', first, second).signature.slice(1)
    expect([signed?.start, signed?.end]).toEqual([
      [...front, ...body, '某县人民政府', ''].join('\n').length,
      [...front, ...body, '某县人民政府', first, second].join('\n').length,
    ])
  })
  it('joins no date that would be none', () => {
    expect(below('2022年3月415', '日').body).toEqual(['2022年3月415', '日'])
    expect(below('自2022年3月1', '5日').body).toEqual(['自2022年3月1', '5日'])
    expect(below('2022年3月1', '5日起').body).toEqual(['2022年3月1', '5日起'])
  })
})

describe('what follows the outline', () => {
  it('is taken from the end while lines are of the margin', () => {
    expect(below('某县人民政府', '再强调一点。', '某县财政局', '2021年3月5日')).toEqual({
      body: ['某县人民政府', '再强调一点。'],
      signature: ['某县财政局', '2021年3月5日'],
      annexes: [],
    })
  })
  it('is no row of a table', () => {
    expect(below('县财政局\t县卫生健康局').signature).toEqual([])
  })
  it('may be an annex under its bare head', () => {
    expect(below('某县人民政府', '2021年3月5日', '附件', '任务清单', '甲乙。', '附件2', '分工表', '丙丁。')).toEqual({
      body: [],
      signature: ['某县人民政府', '2021年3月5日'],
      annexes: [
        ['附件', '任务清单', '甲乙。'],
        ['附件2', '分工表', '丙丁。'],
      ],
    })
  })
  it('may be an annex with its name in the same line, behind the signature', () => {
    expect(below('附件：1．任务清单', '某县人民政府', '2021年3月5日', '附件1：任务清单', '甲乙。').annexes).toEqual([
      ['附件1：任务清单', '甲乙。'],
    ])
    expect(below('附件：1．任务清单', '某县人民政府', '2021年3月5日')).toEqual({
      body: [],
      signature: ['附件：1．任务清单', '某县人民政府', '2021年3月5日'],
      annexes: [],
    })
  })
  it('may be an annex with its name in the same line and two lines of text below, where nobody signs', () => {
    expect(below('附表：任务清单', '甲乙。', '丙丁。').annexes).toEqual([['附表：任务清单', '甲乙。', '丙丁。']])
    expect(below('附表：任务清单', '甲乙。').annexes).toEqual([])
    expect(below('附表：任务清单', '甲乙。', '附件', '丙丁。').annexes).toEqual([['附件', '丙丁。']])
  })
  it('has its own signature below the last annex', () => {
    expect(below('附件', '任务清单', '甲乙。', '某县人民政府', '2021年3月5日')).toEqual({
      body: [],
      signature: ['某县人民政府', '2021年3月5日'],
      annexes: [['附件', '任务清单', '甲乙。']],
    })
  })
  it('is not looked for before the outline', () => {
    expect(frameOf(...front.slice(0, 2), '附件', ...body).annexes).toEqual([])
  })
})

describe('a parsed document', () => {
  const parse = (...all: string[]) => parseDocument(all.join('\n'))
  const annexIds = (...heads: string[]) => {
    const { provisions } = parse(...front, ...body, '某县人民政府', '2021年3月5日', ...heads.flatMap((head) => [head, '清单', '甲乙。']))
    return provisions.flatMap((p) => (p.level === 'annex' ? [p.id] : []))
  }
  it('numbers annexes as printed where the numbers go up, and counts them otherwise', () => {
    expect(annexIds('附件2', '附件3')).toEqual(['annex2', 'annex3'])
    expect(annexIds('附件二', '附件五')).toEqual(['annex2', 'annex5'])
    expect(annexIds('附件2', '附件2')).toEqual(['annex1', 'annex2'])
    expect(annexIds('附件3', '附件2')).toEqual(['annex1', 'annex2'])
    expect(annexIds('附件', '附件4')).toEqual(['annex1', 'annex2'])
  })
  it('says what every part of the text is for, in order', () => {
    const text = [
      '某县人民政府文件',
      '某政发〔2021〕5号',
      ...front,
      ...body,
      '某县人民政府',
      '2021年3月5日',
      '（此件公开发布）',
      '— 1 —',
    ].join('\n')
    expect(parseDocument(text).parts.map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`)).toEqual([
      'letterhead 某县人民政府文件',
      'letterhead 某政发〔2021〕5号',
      'title 关于加强村卫生室建设的意见',
      'addressee 各县人民政府：',
      'signature 某县人民政府',
      'signature 2021年3月5日',
      'imprint （此件公开发布）',
      'furniture — 1 —',
    ])
  })
  it('takes marks of Markdown for furniture, and no products, powers or single stars of a number', () => {
    const marked = (line: string) => {
      const text = [...front, '一、目标', line].join('\n')
      return parseDocument(text)
        .parts.filter((p) => p.kind === 'furniture')
        .map(({ start, end }) => text.slice(start, end))
    }
    expect(marked('**建成**100所。')).toEqual(['**', '**'])
    expect(marked('*建成*一百所。')).toEqual(['*', '*'])
    expect(marked('3*4所，2**3所，乙*5。')).toEqual([])
  })
  it('has a preamble and a notice only where they hold text', () => {
    const ids = (...all: string[]) => parse(...all).provisions.map((p) => p.id)
    expect(ids(...front, ...body)).toEqual(['preamble', '1', '2'])
    expect(ids(...front.slice(0, 2), ...body)).toEqual(['1', '2'])
    expect(ids('某县关于印发某县培训方案的通知', '各卫生院：', '现将方案印发给你们。', '某县培训方案', ...body)).toEqual([
      'notice',
      '1',
      '2',
    ])
  })
  it('tells in order of the text what was repaired', () => {
    const { diagnostics } = parse(...front, '一、目标', '建成1O0所。', '三、保障', '加大投入。')
    expect(diagnostics.map((d) => d.line)).toEqual([...diagnostics.map((d) => d.line)].sort((a, b) => a - b))
    expect(diagnostics.length).toBeGreaterThan(0)
  })
})
