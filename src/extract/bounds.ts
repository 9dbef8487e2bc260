import type { Comparator } from '../model/parsed.ts'

/** Words before a figure that make it a bound (methods.md); longer words first, the legal defaults: 不少于, 达到 inclusive, 超过, 低于 exclusive. */
const before: [string, Comparator][] = [
  ['大于等于', 'gte'],
  ['大于或等于', 'gte'],
  ['小于等于', 'lte'],
  ['小于或等于', 'lte'],
  ['不得超过', 'lte'],
  ['不得高于', 'lte'],
  ['不得大于', 'lte'],
  ['不得多于', 'lte'],
  ['不得小于', 'gte'],
  ['不得少于', 'gte'],
  ['不得低于', 'gte'],
  ['不能超过', 'lte'],
  ['不能低于', 'gte'],
  ['不能少于', 'gte'],
  ['不少于', 'gte'],
  ['不低于', 'gte'],
  ['不超过', 'lte'],
  ['不超', 'lte'],
  ['不高于', 'lte'],
  ['不大于', 'lte'],
  ['不多于', 'lte'],
  ['不小于', 'gte'],
  ['不足', 'lt'],
  ['不满', 'lt'],
  ['未满', 'lt'],
  ['达不到', 'lt'],
  ['未达到', 'lt'],
  ['≥', 'gte'],
  ['≧', 'gte'],
  ['⩾', 'gte'],
  ['≤', 'lte'],
  ['≦', 'lte'],
  ['⩽', 'lte'],
  ['＞', 'gt'],
  ['＜', 'lt'],
  ['>=', 'gte'],
  ['<=', 'lte'],
  ['>', 'gt'],
  ['<', 'lt'],
  ['大于', 'gt'],
  ['多于', 'gt'],
  ['小于', 'lt'],
  ['少于', 'lt'],
  ['至少有', 'gte'],
  ['至少', 'gte'],
  ['最少', 'gte'],
  ['至多', 'lte'],
  ['最多', 'lte'],
  ['控制在', 'lte'],
  ['达到', 'gte'],
  ['达', 'gte'],
  ['超过', 'gt'],
  ['超出', 'gt'],
  ['高于', 'gt'],
  ['低于', 'lt'],
  ['年满', 'gte'],
  ['满', 'gte'],
  ['大约', 'approx'],
  ['约', 'approx'],
]

/** Words behind a figure; where both stand, these decide: 达到65%左右 → approx, 控制在5%以内 → lte. */
const after: [string, Comparator][] = [
  ['及其以上', 'gte'],
  ['及其以下', 'lte'],
  ['及以上', 'gte'],
  ['及以下', 'lte'],
  ['以上（含本数）', 'gte'],
  ['以下（含本数）', 'lte'],
  ['以上', 'gte'],
  ['以下', 'lte'],
  ['以内', 'lte'],
  ['之内', 'lte'],
  ['（含）以上', 'gte'],
  ['(含)以上', 'gte'],
  ['（含）以下', 'lte'],
  ['(含)以下', 'lte'],
  ['以外', 'gt'],
  ['左右', 'approx'],
  ['上下', 'approx'],
  ['内', 'lte'],
]

const words = (table: [string, Comparator][]) => table.map(([w]) => w).join('|')

/** Alternatives of a regular expression: the words before, and those behind a figure. */
export const boundsBefore = words(before)
export const boundsAfter = words(after)

const comparatorBefore = new Map(before)
const comparatorAfter = new Map(after)

/** Comparator of a figure by the words before and behind it, `undefined` where neither says one. */
export const comparatorOf = (pre?: string, post?: string): Comparator | undefined =>
  comparatorAfter.get(post ?? '') ?? comparatorBefore.get(pre ?? '')

const apart: [RegExp, Comparator][] = [
  [/(?:至少|最少)[^\d，。；：]{1,30}$/u, 'gte'],
  [/(?:至少|最少)每(?:\d{1,2}|[一二两三四五半])?个?(?:[年月周日天]|季度)[^\d，。；：]{0,24}$/u, 'gte'],
  [/(?:不得?(?:少|低)于|不能(?:少|低)于)(?:[^\d，。；：]{1,24}的|[\u4e00-\u9fff]{1,4})$/u, 'gte'],
  [/(?:不得?(?:超过|高于)|不能超过)(?:[^\d，。；：]{1,24}的|[\u4e00-\u9fff]{1,4})$/u, 'lte'],
  [/(?:最多|至多)[^\d，。；：]{1,8}$/u, 'lte'],
]

/**
 * A bound that stands a few words before its figure: `至少办好1所`, `不低于核定编制数的90%`. Takes the text up to the figure; `reach` is how many
 * characters the bound begins before the figure.
 */
export function boundApart(context: string): { comparator: Comparator; reach: number } | null {
  for (const [pattern, comparator] of apart) {
    const m = pattern.exec(context)
    if (m) return { comparator, reach: context.length - m.index }
  }
  return null
}
