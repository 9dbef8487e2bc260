import { expect, it } from 'vitest'
import { entitlementFinder } from '../../src/extract/entitlement.ts'
import { modalLexicon } from '../../src/extract/modality.ts'
import { findReferences } from '../../src/extract/reference.ts'
import { findResponsibilities } from '../../src/extract/responsibility.ts'
import { findTargets } from '../../src/extract/target.ts'
import { wordsOf } from '../../src/i18n/words.ts'
import { Modality } from '../../src/model/code.ts'
import { parseDocument } from '../../src/parse/document.ts'

const plan = (...clauses: string[]) => parseDocument(['某县实施方案', '一、措施', ...clauses].join('\n\n'))
const facts = (...clauses: string[]) =>
  findTargets(plan(...clauses)).map((t) => [t.printed, t.type, t.modality, t.condition, t.deadline].join(' | '))

it('finds responsible bodies by four grammars', () => {
  const noted = plan(
    '（一）床位。合理配置床位。〔责任单位：县卫健局、县发改局〕',
    '（二）结算。推行一站式。（县医保局、县财政局按照职责分工负责）',
    '（三）分工。财政部门负责落实资金。',
  )
  expect(findResponsibilities(noted).map((r) => [r.provision, r.role, ...r.agencies].join(' '))).toEqual([
    '1.1 responsible 县卫健局 县发改局',
    '1.2 responsible 县医保局 县财政局',
    '1.3 duty 财政部门',
  ])
  const table = parseDocument(
    '某县实施方案\n\n一、措施\n\n（一）做好工作。\n\n附件\n\n任务分工\n\n| 序号 | 工作任务 | 牵头处室 |\n| --- | --- | --- |\n| 1 | 做好签约。 | 基层处、医政处 |',
  )
  expect(findResponsibilities(table).map((r) => [r.provision, r.role, ...r.agencies].join(' '))).toEqual(['annex1.1 lead 基层处 医政处'])
})

it('reads the attribute of an indicator table, never as an inequality', () => {
  const outline = parseDocument(
    '某县实施方案\n\n一、措施\n\n（一）做好工作。\n\n附件\n\n主要指标\n\n| 指标 | 属性 |\n| --- | --- |\n| 1. 管理率达到90% | 预期性 |\n| 2. 病种35种 | 约束性 |',
  )
  expect(findTargets(outline).map((t) => [t.provision, t.printed, t.comparator, t.attribute].join(' '))).toEqual([
    'annex1.1 达到90% gte expected',
    'annex1.2 35种 eq binding',
  ])
})

it('leaves out what is no target', () => {
  const clauses = ['（一）现状。37个脱贫县实行“一人一档”，20种大病底数已摸清，0—3岁婴幼儿照护，5年过渡期内稳定，前5-10个病种优先。']
  expect(facts(...clauses)).toEqual([])
})

it('joins condition, modal word and deadline to the figure they belong to', () => {
  expect(facts('（一）签约。2018年签约率达90%以上，在知情同意的前提下，力争全覆盖。')).toEqual([
    '达90%以上 | reach | directive |  | 2018',
    '全覆盖 | reach | strive | 在知情同意的前提下 | 2018',
  ])
  expect(facts('（一）床位。原则上不超过100张（中心卫生院不超过150张）。')).toEqual([
    '不超过100张 | cap | in-principle |  | ',
    '不超过150张 | cap | in-principle |  | ',
  ])
  expect(facts('（一）目标。到2025年，体系更完善；机构“空白点”动态清零。')).toEqual(['动态清零 | dynamic-zero | directive |  | 2025'])
})

it('counts a figure that a clause repeats once, and the same figure of two things twice', () => {
  expect(facts('（一）病种。甲县救治范围扩大到30种，乙县救治范围扩大到30种。').length).toBe(1)
  expect(facts('（一）管理。高血压管理率达到90%，糖尿病管理率达到90%。').length).toBe(2)
})

it('gives the figures of 分别 their own years and a common bound', () => {
  expect(facts('（一）素养。到2022年和2030年，素养水平分别不低于22%和30%。')).toEqual([
    '不低于22% | reach | directive |  | 2022',
    '30% | reach | directive |  | 2030',
  ])
})

it('reads a table within the text of a clause', () => {
  const outline = plan('（一）目标。到2025年实现下列指标。', '指标\t2020年\t2025年\t属性\n寿命（岁）\t77\t78\t预期性', '（二）乙。做好。')
  expect(findTargets(outline).map((t) => [t.provision, t.subject, t.printed, t.unit, t.deadline, t.attribute].join(' '))).toEqual([
    '1.1 寿命 78 岁 2025 expected',
  ])
})

it('reads the goal columns of an indicator table, not the base', () => {
  const outline = parseDocument(
    '某县实施方案\n\n一、措施\n\n（一）做好工作。\n\n某县人民政府\n\n2022年3月1日\n\n附件\n\n主要指标\n\n序号\t指标\t单位\t2020年\t2025年\t属性\n1\t预期寿命\t岁\t77.3\t78.5\t预期性\n2\t死亡率\t/10万\t12.1\t≤10\t约束性',
  )
  expect(findTargets(outline).map((t) => [t.provision, t.printed, t.comparator, t.unit, t.deadline, t.attribute].join(' '))).toEqual([
    'annex1.1 78.5 eq 岁 2025 expected',
    'annex1.2 ≤10 lte /10万 2025 binding',
  ])
})

it('cites works by title and number, never the document itself', () => {
  const outline = parseDocument(
    '某县实施方案\n\n依据省卫健委《乡村健康办法》（省卫发（2019）25号）和《某县实施方案》制定。\n\n一、措施\n\n（一）做好工作。',
  )
  expect(findReferences(outline).map((r) => [r.provision, r.title, r.documentNumber].join(' '))).toEqual([
    'preamble 乡村健康办法 省卫发〔2019〕25号',
  ])
})

it('gives each group of people an entitlement of its own, with where, condition and what is left to pay', () => {
  const bilingual = { zh: '押金', en: 'deposit' }
  const kinds = [
    {
      id: 'deposit',
      name: bilingual,
      plain: bilingual,
      topic: 'deposit',
      setting: 'inpatient' as const,
      match: ['押金', '先诊疗后付费'],
      ask: bilingual,
    },
  ]
  const populations = [
    { id: 'low', name: bilingual, match: ['低收入人口'] },
    { id: 'orphans', name: bilingual, match: ['孤儿'] },
  ]
  const found = entitlementFinder(
    kinds,
    populations,
  )('继续实施先诊疗后付费。低收入人口在县域内住院不交押金，出院时支付自负部分；孤儿经基层首诊转诊到市域内住院，可先诊疗后付费。')
  expect(found.map((e) => [e.who.join(), e.where, e.conditions, e.pays, e.modality].join(' | '))).toEqual([
    '低收入人口 | 县域内 |  | 出院时支付自负部分 | directive',
    '孤儿 | 市域内 | 经基层首诊转诊 |  | may',
  ])
})

it('the lexicon of modal words names each value as the pages do, every value once', () => {
  expect(Object.fromEntries(modalLexicon.words.map((w) => [w.id, w.name.zh]))).toEqual(wordsOf('zh').modality)
  expect(modalLexicon.words.map((w) => w.id).sort()).toEqual([...Modality.options].sort())
})
