import { z } from 'zod'
import { field } from './field.ts'

/** Where a series stands against a goal; which labels a type can have is decided by its method. */
export const ProgressLabel = z.enum([
  'met',
  'on-track',
  'moderate',
  'limited',
  'away',
  'sun',
  'watch',
  'behind',
  'not-met',
  'inside',
  'outside',
  'reached',
  'short',
  'yes',
  'partly',
  'no',
])
export type ProgressLabel = z.infer<typeof ProgressLabel>

/** Why no label can be given. */
export const ProgressReason = z.enum([
  'not-scored',
  'no-observation',
  'no-base',
  'no-deadline',
  'no-trend',
  'break',
  'no-case-data',
  'no-official-statement',
  'period-running',
])
export type ProgressReason = z.infer<typeof ProgressReason>

const because = { missing: 'see:reason' }
const measure = z.number().nullable()
const year = z.int().nullable()

/** Judgement of one series against one goal, with every input of the formula. */
export const Judgement = z.object({
  label: field(ProgressLabel.nullable(), '判断', 'label of the first method', because),
  reason: field(ProgressReason.nullable(), '不能评价的原因', 'why no label is given', { missing: 'not-applicable' }),
  baseYear: field(year, '基期 t0', 't0', because),
  base: field(measure, '基期值 y0', 'y0', because),
  latestYear: field(year, '最近一期 t', 't', because),
  latest: field(measure, '最近值 y', 'y', because),
  goal: field(measure, '目标值 T', 'T', because),
  dueYear: field(year, '目标期限 tT', 'tT', because),
  ratio: field(measure, '线性比 L', 'linear ratio L', because),
  growthRatio: field(measure, '增长率比 R', 'growth-rate ratio R', because),
  growthLabel: field(ProgressLabel.nullable(), '第二种方法的判断', 'label of the second method', because),
  disagree: field(z.boolean(), '两种方法不一致', 'whether the two methods disagree'),
  assessedTo: field(year, '只评到这一年', 'the latest value is older than the deadline: assessed to that year', {
    missing: 'not-applicable',
  }),
})
export type Judgement = z.infer<typeof Judgement>

/** A judgement as the datasets keep it. */
export const Progress = Judgement.extend({
  id: z.string(),
  of: field(z.string(), '目标或国家目标值的编号', 'id of the target or benchmark'),
  kind: z.enum(['target', 'benchmark']),
  indicator: z.string(),
  region: z.string(),
})
export type Progress = z.infer<typeof Progress>

/** For every target of every document: what published statistics can say of it. */
export const Reporting = z.object({
  id: field(z.string(), '目标编号', 'id of the target', { of: 'targets' }),
  document: z.string(),
  status: z.enum(['measured', 'related-only', 'not-found', 'not-searched', 'not-assessable']),
  reason: field(ProgressReason.nullable(), '不能评价的原因', 'why the target cannot be assessed', {
    missing: 'not-applicable',
  }),
  observation: field(z.string().nullable(), '观测值编号', 'the measured or related value', { of: 'observations', missing: 'see:status' }),
  searchedOn: field(z.string().nullable(), '检索日期', 'day of the search', { missing: 'see:status' }),
  sources: field(z.int().nullable(), '检索的来源数', 'number of sources searched', { missing: 'see:status' }),
})
export type Reporting = z.infer<typeof Reporting>
