import type { Comparator } from '../model/parsed.ts'
import { parseNumber } from '../parse/numeral.ts'

/** A figure as printed with its value multiplied out; offsets are into the text it was found in. */
export interface Quantity {
  printed: string
  comparator: Comparator
  value: number | null
  min: number | null
  max: number | null
  unit: string
  start: number
  end: number
}

const before: [string, Comparator][] = [
  ['不得超过', 'lte'],
  ['不得高于', 'lte'],
  ['不得大于', 'lte'],
  ['不得小于', 'gte'],
  ['不得少于', 'gte'],
  ['不得低于', 'gte'],
  ['不少于', 'gte'],
  ['不低于', 'gte'],
  ['不超过', 'lte'],
  ['不高于', 'lte'],
  ['不大于', 'lte'],
  ['不多于', 'lte'],
  ['不小于', 'gte'],
  ['不足', 'lt'],
  ['不满', 'lt'],
  ['≥', 'gte'],
  ['≤', 'lte'],
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
  ['达到', 'gte'],
  ['达', 'gte'],
  ['超过', 'gt'],
  ['高于', 'gt'],
  ['低于', 'lt'],
  ['年满', 'gte'],
  ['满', 'gte'],
]
const after: [string, Comparator][] = [
  ['及以上', 'gte'],
  ['以上', 'gte'],
  ['及以下', 'lte'],
  ['以下', 'lte'],
  ['以内', 'lte'],
  ['之内', 'lte'],
  ['（含）以上', 'gte'],
  ['(含)以上', 'gte'],
  ['及其以上', 'gte'],
  ['以外', 'gt'],
  ['左右', 'approx'],
  ['上下', 'approx'],
  ['内', 'lte'],
]
const units =
  '个百分点|个病种|病种|个工作日|工作日|个学时|学时|课时|学分|个月|人次|周岁|周年|分钟|小时|公里|平方米|平方公里|亩|人|名|种|年|周|天|日|次|%|％|‰|/10万|/万|元|张|所|家|个|户|例|支|项|岁|倍|台|辆|套|床|份|场|期'
const digits = '\\d[\\d,]*(?:\\.\\d+)?'
const masks = '*＊×XxＸ_＿'
const han = '[一二两三四五六七八九十百千半]+'
const words = (table: [string, Comparator][]) => table.map(([w]) => w).join('|')
const pattern = new RegExp(
  `(?<pre>${words(before)})?(?<![\\d.${masks}])(?:(?<low>${digits})(?<lowUnit>${units})?(?<lowScale>[万亿千])?[-－—–~～至到](?=\\d))?(?<num>${digits}|${han})(?<scale>[万亿千])?(?<unit>${units})(?<post>${words(after)})?`,
  'gu',
)
// a numeral in characters is a figure only where something measures: 至少有一人, 一年以上, 累计服务一年, 时间为一年, 每年…一次
const measured = /(?:累计[\u4e00-\u9fff]{0,3}|时间为|时间)$/u
const yearly = /每(?:年|季度|月|周)[\u4e00-\u9fff]{0,6}$/u

/** Text → figures in order. Years, titles in 《》, document numbers and names in quotation marks are not figures. */
export function findQuantities(text: string): Quantity[] {
  if (!/[\d一二两三四五六七八九十半百千]/u.test(text)) return []
  const masked = maskNames(text)
  const found: Quantity[] = []
  for (const m of masked.matchAll(pattern)) {
    const q = readQuantity(m, masked)
    if (q) found.push({ ...q, printed: text.slice(q.start, q.end) })
  }
  for (const m of masked.matchAll(spelledShare)) found.push(readShare(m))
  return shareComparators(
    found.sort((a, b) => a.start - b.start),
    text,
  )
}

// 分别不低于22%和30%: a bound holds for every figure of the list
function shareComparators(found: Quantity[], text: string): Quantity[] {
  return found.map((q, i) => {
    const before = found[i - 1]
    const joined =
      before &&
      /^(?:、|和|及|与|，)$/.test(text.slice(before.end, q.start)) &&
      /分别|各/.test(text.slice(Math.max(0, before.start - 16), before.end))
    if (!joined || q.comparator !== 'eq' || before.unit !== q.unit) return q
    q.comparator = before.comparator
    return q
  })
}

// 百分之五点五以上
const spelledShare = new RegExp(
  `(?<pre>${words(before)})?(?<base>百分之|千分之)(?<whole>[零一二两三四五六七八九十百]+)(?:点(?<part>[零一二三四五六七八九]+))?(?<post>${words(after)})?`,
  'gu',
)

function readShare(m: RegExpExecArray): Quantity {
  const { pre, base, whole, part, post } = m.groups as { [name: string]: string }
  const decimals = part ? Number(`0.${[...part].map((c) => parseNumber(c)).join('')}`) : 0
  const value = Math.round(((parseNumber(whole as string) ?? 0) + decimals) * 1e6) / 1e6
  const said = after.find(([w]) => w === post)?.[1] ?? before.find(([w]) => w === pre)?.[1]
  return {
    printed: m[0],
    comparator: said ?? 'eq',
    value,
    min: null,
    max: null,
    unit: base === '千分之' ? '‰' : '%',
    start: m.index,
    end: m.index + m[0].length,
  }
}

const blank = (s: string) => '\u0000'.repeat(s.length)
const maskNames = (text: string) =>
  text
    .replace(/《[^》]*》/gu, blank)
    .replace(/“[^”]{1,14}”/gu, blank)
    .replace(/[〔（([]\s*\d{4}\s*[〕）)\]]\s*\d+\s*号/gu, blank)
    .replace(/\d{4}(?:[-—]\d{4})?年(?:版|期间)?(?:\d{1,2}月)?(?:\d{1,2}日)?/gu, blank)
    .replace(/[A-Za-z]+-?\d+[A-Za-z]*\d*|\d+\+\d*[A-Za-z]*|\d+[×xX]\d+/gu, blank)

// 至少办好1所: the bound stands a verb before the figure
const loosely = (before: string): Comparator | undefined =>
  /(?:至少|最少|不少于)[\u4e00-\u9fff]{1,4}$/u.test(before) ? 'gte' : /(?:最多|至多)[\u4e00-\u9fff]{0,4}$/u.test(before) ? 'lte' : undefined

function readQuantity(m: RegExpExecArray, text: string): Omit<Quantity, 'printed'> | null {
  const { pre, low, lowScale, num, scale, unit, post } = m.groups as Record<string, string | undefined>
  if (!num || !unit) return null
  const context = text.slice(Math.max(0, m.index - 12), m.index)
  const spelled = !/^\d/.test(num)
  if (spelled && !pre && !post && !loosely(context) && !measured.test(context) && !(unit === '次' && yearly.test(context))) return null
  if (spelled && /[第十]$/.test(context) && !pre) return null
  const value = parseNumber(num, scale)
  if (value === null) return null
  const place = { unit: unit === '％' ? '%' : unit, start: m.index, end: m.index + m[0].length }
  if (low) return { ...place, comparator: 'range', value: null, min: parseNumber(low, lowScale ?? scale), max: value }
  const said =
    after.find(([w]) => w === post)?.[1] ?? before.find(([w]) => w === pre)?.[1] ?? loosely(text.slice(Math.max(0, m.index - 8), m.index))
  return { ...place, comparator: said ?? 'eq', value, min: null, max: null }
}
