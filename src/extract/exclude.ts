import type { Quantity } from './quantity.ts'

interface Exclusion {
  reason: string
  test: (q: Quantity, before: string, after: string) => boolean
}

/** Figures that are no targets, with the reason (data-model, "What counts as a target"). A new reason is a new row. */
const exclusions: Exclusion[] = [
  { reason: 'name of a period: 5年过渡期', test: (q, _b, after) => q.unit === '年' && /^过渡期/.test(after) },
  { reason: 'age group as a name: 0—3岁', test: (q) => q.unit === '岁' && q.comparator === 'range' },
  { reason: 'rank that picks a set: 前5-10个病种', test: (_q, before) => /前$/.test(before) },
  {
    reason: 'present stock: 37个脱贫县, 13个部委局',
    test: (q, _b, after) => /^[个家]$/.test(q.unit) && /^(?:脱贫|扶贫|国家|省|市|县|区|州|乡|镇|村|部|方面|单位)/.test(after),
  },
  {
    reason: 'length of a list used as its name: 20种大病底数',
    test: (q, before, after) =>
      q.unit === '种' && /^大病/.test(after) && !/(?:推广[至到]|扩大[至到]|增加[至到]|达到?)[\u4e00-\u9fff]{0,6}$/u.test(before),
  },
]

/** Why a figure is no target, or `null` where it is one. */
export function whyNoTarget(q: Quantity, text: string): string | null {
  const before = text.slice(Math.max(0, q.start - 12), q.start)
  const after = text.slice(q.end, q.end + 8)
  return exclusions.find(({ test }) => test(q, before, after))?.reason ?? null
}
