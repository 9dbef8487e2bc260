import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { compareDraft, reportDraft } from '../src/draft/report.ts'

const text = readFileSync('tests/fixtures/files/plan.txt', 'utf8')

it('reports outline, figures, modal words, references and bodies of a draft', () => {
  const report = reportDraft(text)
  expect(report.outline.length).toBe(11)
  expect(report.figures.map((f) => f.printed)).toContain('不低于800元')
  expect(report.modal).toEqual([{ value: 'strive', count: 1 }])
  expect(report.references).toEqual([{ path: '引言', title: '国民健康规划示例', number: '国办发〔2022〕11号' }])
  expect(report.agencies[0]).toEqual({ path: '二、（一）', names: '市卫生健康委' })
  expect(report.remarks).toEqual([])
  expect(reportDraft('某县方案\n\n一、甲\n\n（一）乙。补助**元,按时发放。\n\n（三）丙。')).toMatchObject({
    remarks: [
      { code: 'illegible', line: 5, column: 8 },
      { code: 'numbering-gap', line: 7, column: 1 },
    ],
    repairs: [{ code: 'half-width', count: 1 }],
  })
})

it('finds the clause of a held document that is most like each of the draft, and leaves the rest', () => {
  const held = [
    { path: '一', heading: '稳定村医队伍', text: '村医每人每月补助不低于500元，每年培训。', figures: ['不低于500元'], href: '/a/' },
    { path: '二', heading: '爱国卫生', text: '村庄清洁和垃圾处理持续推进。', figures: [], href: '/b/' },
  ]
  const rows = compareDraft(text, held)
  expect(rows.map((r) => [r.path, r.other.path, r.figures.join()])).toEqual([['二、（二）', '一', '不低于800元,不少于2次']])
})
