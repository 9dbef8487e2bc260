import fc from 'fast-check'
import { expect, it } from 'vitest'
import { findReferences } from '../../src/extract/reference.ts'
import { findResponsibilities } from '../../src/extract/responsibility.ts'
import { findTargets } from '../../src/extract/target.ts'
import { parseDocument } from '../../src/parse/document.ts'
import { normalizeText } from '../../src/parse/lines.ts'

const pieces = fc.constantFrom(
  ...[
    '一、',
    '（二）',
    '3．',
    '（4）',
    '⑤',
    '第六条',
    '第七章',
    '附件',
    '附件2',
    '：',
    '。',
    '；',
    '，',
    '\n',
    '\n\n',
    '\f',
    '\t',
    '|',
    '　',
    ' ',
    '〔',
    '〕',
    '（',
    '）',
    '《',
    '》',
    '“',
    '”',
  ],
  ...[
    '2025年',
    '到2025年',
    '90%以上',
    '不少于5人',
    '10/10万',
    '20**年',
    '1-3家',
    '百分之五',
    '分别',
    '确保',
    '市财政局',
    '责任单位：',
    '负责',
    '牵头',
    '关于印发',
    '方案',
    '通知',
    '各县：',
    '2021年3月1日',
    '某政发',
    '1号',
    '抄送：',
    '目录',
    '……3',
    '- 2 -',
    '⺠',
    '\u200b',
    'é',
    '😀',
    '主动公开',
  ],
)
const texts = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(''))

it('reads any text without a fault; every range lies in it, every target stands where it says', () => {
  fc.assert(
    fc.property(texts, (raw) => {
      const text = normalizeText(raw)
      const outline = parseDocument(raw)
      for (const { start, end } of [...outline.provisions, ...outline.parts]) {
        expect(start).toBeGreaterThanOrEqual(0)
        expect(end).toBeGreaterThanOrEqual(start)
        expect(end).toBeLessThanOrEqual(text.length)
      }
      const ids = outline.provisions.map((p) => p.id)
      expect(new Set(ids).size).toBe(ids.length)
      for (const t of findTargets(outline)) {
        expect(ids).toContain(t.provision)
        expect(t.end).toBeGreaterThan(t.start)
      }
      for (const r of [...findReferences(outline), ...findResponsibilities(outline)]) expect(ids).toContain(r.provision)
    }),
    { numRuns: 1500 },
  )
})

it('gives the same tree for the same text', () => {
  fc.assert(
    fc.property(texts, (raw) => {
      expect(parseDocument(raw)).toEqual(parseDocument(raw))
    }),
    { numRuns: 100 },
  )
})
