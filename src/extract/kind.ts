import type { TargetType, TimeBasis } from '../model/parsed.ts'
import type { Quantity } from './quantity.ts'

type Test = (q: Quantity, before: string, per: string | null, after: string) => boolean

/** Which type a figure has, first row that fits; `before` is the clause up to the figure. */
const types: [TargetType, Test][] = [
  ['delta', (q) => q.unit === '个百分点'],
  [
    'delta',
    (q, before) =>
      /^(?:%|‰|岁|\/10?万)$/.test(q.unit) &&
      /(?:提高|增长|增加|下降|降低|减少|上升|提升|压减|缩短|上浮|下浮|上调|下调)(?!到|至)[\u4e00-\u9fff]{0,2}$/u.test(before) &&
      !/[到至]$/.test(before),
  ],
  [
    'scope-extension',
    (q, before) =>
      /病种$/.test(q.unit) ||
      (q.unit === '种' &&
        /(?:病种?|疾病|救治范围)(?:的|数量|范围|救治)?(?:达到?|扩大|增加|提高|拓展|由|从|[到至为]|\d+种)*$/u.test(before)),
  ],
  ['condition', (q, before, _per, after) => isThreshold(q, before, after)],
  ['interval', (q) => q.unit === '元' && q.comparator === 'range'],
  ['cap', (q, before, per) => q.unit === '元' && (/限额|封顶|上限|最高|罚款$/u.test(before) || (/^lte?$/.test(q.comparator) && !per))],
  ['subsidy', (q) => q.unit === '元'],
  [
    'subsidy',
    (q, before, _per, after) =>
      q.unit === '%' &&
      (/(?:补助|补贴|资助|救助|补偿|配套|奖励|(?:财政|资金|经费|费用)[^，。；]{0,6}(?:承担|负担))[^，。；率]{0,6}$/u.test(before) ||
        /^的?(?:比例)?(?:给予|予以)?(?:倾斜)?(?:救助|补助|补偿|资助|支付|报销|补贴)/u.test(after)),
  ],
  ['frequency', (q, before) => q.unit === '次' || /每$/.test(before)],
  ['condition', (q, before, per) => /^周[岁年]$/.test(q.unit) || (q.unit === '人' && /人口$/.test(before) && !per)],
  [
    'condition',
    (q, before) => q.unit === '年' && (/累计|服务|从业|连续|经历/.test(before) || /^满/.test(q.printed)) && !/帮扶时间/.test(before),
  ],
  ['duration', (q) => /^(?:个月|年|周|天|日|个?小时|分钟|个?工作日|个?学时|课时)$/.test(q.unit)],
  ['maintain', (q, before) => q.unit === '%' && /稳定|保持|巩固在|维持/.test(before)],
  ['reach', (q) => /[%‰/:]|^岁$/.test(q.unit)],
  ['interval', (q) => q.comparator === 'range'],
  ['quota', (q) => q.unit === '人次' || q.comparator === 'eq'],
  ['cap', (q) => /^lte?$/.test(q.comparator)],
  ['floor', () => true],
]

// 超过1.5万元的，…… · 不足1000人的村: the case in which a rule holds, no goal
const isThreshold = (q: Quantity, before: string, after: string): boolean =>
  /^(?:元|人|户|%|张|名)$/u.test(q.unit) &&
  (q.unit !== '%' || /^的[，,]/u.test(after)) &&
  /^(?:gte?|lte?)$/.test(q.comparator) &&
  /^的(?!补助|标准|比例|补贴|资金|经费|奖励|待遇|罚款|水平|要求|目标)/u.test(after) &&
  /^(?:超过|超出|高于|低于|不足|不满|未满|达不到|未达到|大于|小于|达到)|(?:以上|以下)$/u.test(q.printed) &&
  !/(?:提高|降低|控制|力争|确保)[^，。；]*$/u.test(before)

/** Type of a figure; `before` is its clause up to it, `after` what follows it. */
export const typeOf = (q: Quantity, before: string, per: string | null, after = ''): TargetType =>
  (types.find(([, test]) => test(q, before, per, after)) as [TargetType, Test])[0]

const pers =
  /每(?:满?\d+|[两二三四五])个?[年月周天]|每\d{1,6}(?:名[\u4e00-\u9fff]{0,6}人口?|人(?:口)?|张床)|每[千万](?:名|人)?[\u4e00-\u9fff]{0,6}(?:人口|居民|人)|每个[\u4e00-\u9fff]{1,10}?(?:（[^（）]{1,8}）)?(?=至少|不少于|配备|拥?有|设|建|配|办好|确定)|(?:每(?:季度|半年|[年月周日天人所批户村床]))+(?:乡镇卫生院|村卫生室)?/gu

/** What a figure is counted per, as printed: `每人每月`, `每千乡村人口`; the last one before it. */
export const findPer = (before: string): string | null => [...before.matchAll(pers)].at(-1)?.[0] ?? null

/** How time enters: per year, month or batch as printed, by its deadline, else a standing rule. */
export function timeBasisOf(per: string | null, deadline: string | null): TimeBasis {
  if (per && /批/.test(per)) return 'per-batch'
  if (per && /月/.test(per)) return 'per-month'
  if (per && /年/.test(per)) return 'per-year'
  return deadline ? 'by-date' : 'stock'
}
