import type { TargetType, TimeBasis } from '../model/parsed.ts'
import type { Quantity } from './quantity.ts'

type Test = (q: Quantity, before: string, per: string | null) => boolean

/** Which type a figure has, first row that fits; `before` is the clause up to the figure. */
const types: [TargetType, Test][] = [
  ['delta', (q) => q.unit === '个百分点'],
  [
    'delta',
    (q, before) =>
      q.unit === '%' &&
      /(?:提高|增长|增加|下降|降低|减少|上升|提升|压减|缩短|上浮|下浮|上调|下调)(?!到|至)[\u4e00-\u9fff]{0,2}$/u.test(before) &&
      !/[到至]$/.test(before),
  ],
  ['scope-extension', (q) => /^个?病?种$/.test(q.unit)],
  ['interval', (q) => q.unit === '元' && q.comparator === 'range'],
  ['subsidy', (q) => q.unit === '元'],
  ['frequency', (q, before) => q.unit === '次' || /每$/.test(before)],
  ['condition', (q, before, per) => /^周[岁年]$/.test(q.unit) || (q.unit === '人' && /人口$/.test(before) && !per)],
  ['condition', (q, before) => q.unit === '年' && /累计|服务|从业|连续|经历/.test(before) && !/帮扶时间/.test(before)],
  ['duration', (q) => /^(?:个月|年|周|天|日|小时|分钟|个?工作日|个?学时|课时)$/.test(q.unit)],
  ['maintain', (q, before) => q.unit === '%' && /稳定|保持/.test(before)],
  ['reach', (q) => /[%‰/:]|^岁$/.test(q.unit)],
  ['interval', (q) => q.comparator === 'range'],
  ['quota', (q) => q.unit === '人次' || q.comparator === 'eq'],
  ['cap', (q) => /^lte?$/.test(q.comparator)],
  ['floor', () => true],
]

export const typeOf = (q: Quantity, before: string, per: string | null): TargetType =>
  (types.find(([, test]) => test(q, before, per)) as [TargetType, Test])[0]

const pers =
  /每(?:满?\d+|[两二三四五])个?[年月周天]|每[千万](?:名|人)?[\u4e00-\u9fff]{0,6}(?:人口|居民|人)|每个[\u4e00-\u9fff]{1,10}?(?:（[^（）]{1,8}）)?(?=至少|不少于|配备|拥?有|设|建|配|办好|确定)|(?:每(?:季度|半年|[年月周日天人所批户村床]))+(?:乡镇卫生院|村卫生室)?/gu

/** What a figure is counted per, as printed: `每人每月`, `每千乡村人口`; the last one before it. */
export const findPer = (before: string): string | null => [...before.matchAll(pers)].at(-1)?.[0] ?? null

/** How time enters: per year, month or batch as printed, by its deadline, else a standing rule. */
export function timeBasisOf(per: string | null, deadline: string | null): TimeBasis {
  if (per && /批/.test(per)) return 'per-batch'
  if (per && /月/.test(per)) return 'per-month'
  if (per && /年/.test(per)) return 'per-year'
  return deadline ? 'by-date' : 'stock'
}
