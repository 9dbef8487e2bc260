import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseDocument } from '../../src/parse/document.ts'
import { normalizeText } from '../../src/parse/lines.ts'

const numerals = [...'一二三四五六七八九十']
const words = fc.array(fc.constantFrom('诊所', '医生', '培训', '每年', '不少于3次', '达到85%', '，', '由县财政局', '逐步'), {
  minLength: 3,
  maxLength: 12,
})
const section = fc.record({ heading: fc.constantFrom('人员', '补贴', '设备'), body: words.map((w) => w.join('')) })
const chapters = fc.array(fc.array(section, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 })
const render = (value: { heading: string; body: string }[][], gap: string) =>
  value
    .map((sections, i) => [`${numerals[i]}、总体安排`, ...sections.map((s, k) => `（${numerals[k]}）${s.heading}。${s.body}。`)].join(gap))
    .join(gap)

it('finds every chapter and section, however lines are spaced', () => {
  fc.assert(
    fc.property(chapters, fc.constantFrom('\n', '\n\n', '\r\n', '\n\n\n'), (value, gap) => {
      const outline = parseDocument(render(value, gap))
      expect(outline.provisions.filter((p) => p.level === 'chapter').length).toBe(value.length)
      expect(outline.provisions.filter((p) => p.level === 'section').length).toBe(value.flat().length)
      expect(outline.diagnostics).toEqual([])
    }),
    { numRuns: 200 },
  )
})

it('maps every character of a body back to the same character of the input', () => {
  fc.assert(
    fc.property(chapters, (value) => {
      const text = render(value, '\n\n')
      const input = normalizeText(text)
      for (const { text: body, at } of Object.values(parseDocument(text).bodies))
        for (let i = 0; i < body.length; i++) if (body[i] !== '\n') expect(input[at[i] as number]).toBe(body[i])
    }),
    { numRuns: 100 },
  )
})

it('never throws, whatever the text', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('一、', '（二）', '3．', '附件', '：', '\n', '。', '〔', '》', '2025年', '|', '\t', '各局', ' ')),
      (parts) => {
        parseDocument(parts.join(''))
      },
    ),
    { numRuns: 500 },
  )
})
