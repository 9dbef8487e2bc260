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
  '个百分点|个病种|病种|个工作日|工作日|个学时|学时|课时|学分|个月|人次|周岁|周年|分钟|小时|公里|平方米|平方公里|㎡|平米|亩|人|名|种|年|周|天|日|次|%|％|‰|/10万|/万|元|张|所|家|个|户|例|支|项|岁|倍|台|辆|套|床|份|场|期'
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
const yearly = /每(?:[\d两二三四五半]*个?年|半年|季度|[\d两]*个?月|周)[\u4e00-\u9fff]{0,6}$/u

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
  for (const m of masked.matchAll(ratio)) found.push(readRatio(m))
  if (masked.includes('分之')) for (const m of masked.matchAll(part)) found.push(readPart(m))
  const sorted = found.sort((a, b) => a.start - b.start)
  return shareComparators(joinBounds(sorted, text), text)
}

// 3个月以上6个月以下: a lower and an upper bound that touch are one range
function joinBounds(found: Quantity[], text: string): Quantity[] {
  const out: Quantity[] = []
  for (const q of found) {
    const low = out.at(-1)
    if (low?.end === q.start && low.unit === q.unit && low.comparator === 'gte' && /^lte?$/.test(q.comparator)) {
      const printed = text.slice(low.start, q.end)
      out[out.length - 1] = { ...q, printed, comparator: 'range', value: null, min: low.value, max: q.value, start: low.start }
    } else out.push(q)
  }
  return out
}

// 医护比达到1∶1.6 — how many of the second come to one of the first
const ratio = new RegExp(
  `(?<=比(?:例)?[\\u4e00-\\u9fff]{0,6})(?<pre>${words(before)})?1\\s*[:：∶]\\s*(?<num>${digits})(?<post>${words(after)})?(?!\\s*[:：∶\\d])`,
  'gu',
)

function readRatio(m: RegExpExecArray): Quantity {
  const { pre, num, post } = m.groups as { [name: string]: string }
  const comparator = after.find(([w]) => w === post)?.[1] ?? before.find(([w]) => w === pre)?.[1] ?? 'eq'
  const place = { start: m.index, end: m.index + m[0].length }
  return { printed: m[0], comparator, value: parseNumber(num as string), min: null, max: null, unit: '1:', ...place }
}

// 分别不低于22%和30%, 至少建成1家卒中中心、1家胸痛中心: a bound holds for every figure of the list
function shareComparators(found: Quantity[], text: string): Quantity[] {
  for (const [i, q] of found.entries()) {
    const first = found[i - 1]
    if (!first || first.unit !== q.unit) continue
    if (q.comparator === 'eq' && sharesBound(first, q, text)) q.comparator = first.comparator
    // 92%、95%以上: the bound after the last figure holds for all
    else if (first.comparator === 'eq' && text.slice(first.end, q.start) === '、' && /以上|以下|以内/u.test(q.printed))
      first.comparator = q.comparator
  }
  return found
}

function sharesBound(first: Quantity, q: Quantity, text: string): boolean {
  const between = text.slice(first.end, q.start)
  if (/^(?:、|和|及|与|，)$/u.test(between)) return /分别|各/.test(text.slice(Math.max(0, first.start - 16), first.end))
  const bounded = /^(?:至少|不少于|不低于)/u.test(first.printed) || loosely(text.slice(Math.max(0, first.start - 8), first.start))
  return Boolean(bounded) && /^[\u4e00-\u9fff“”]{1,14}(?:、|和|及|以及)$/u.test(between)
}

// 百分之五点五以上
const spelledShare = new RegExp(
  `(?<pre>${words(before)})?(?<base>百分之|千分之|万分之)(?:(?<plain>\\d+(?:\\.\\d+)?)|(?<whole>[零一二两三四五六七八九十百]+)(?:点(?<part>[零一二三四五六七八九]+))?)(?<post>${words(after)})?`,
  'gu',
)

function readShare(m: RegExpExecArray): Quantity {
  const { pre, base, plain, whole, part, post } = m.groups as { [name: string]: string }
  const decimals = part ? Number(`0.${[...part].map((c) => parseNumber(c)).join('')}`) : 0
  const value = Math.round(((parseNumber((plain ?? whole) as string) ?? 0) + decimals) * 1e6) / 1e6
  const said = after.find(([w]) => w === post)?.[1] ?? before.find(([w]) => w === pre)?.[1]
  return {
    printed: m[0],
    comparator: said ?? 'eq',
    value,
    min: null,
    max: null,
    unit: { 百分之: '%', 千分之: '‰', 万分之: '/万' }[base as string] as string,
    start: m.index,
    end: m.index + m[0].length,
  }
}

// 不少于三分之一: a part of the whole, without a unit
const part = new RegExp(
  `(?<pre>${words(before)})?(?<base>[二三四五六七八九十]{1,2})分之(?<num>[一二两三四五六七八九])(?<post>${words(after)})?`,
  'gu',
)

function readPart(m: RegExpExecArray): Quantity {
  const { pre, base, num, post } = m.groups as { [name: string]: string }
  const comparator = after.find(([w]) => w === post)?.[1] ?? before.find(([w]) => w === pre)?.[1] ?? 'eq'
  const value = Math.round(((parseNumber(num as string) ?? 0) / (parseNumber(base as string) ?? 1)) * 1e6) / 1e6
  return { printed: m[0], comparator, value, min: null, max: null, unit: '', start: m.index, end: m.index + m[0].length }
}

const blank = (s: string) => '\u0000'.repeat(s.length)
const maskNames = (text: string) =>
  text
    .replace(/《[^》]*》/gu, blank)
    .replace(/“[^”]{1,14}”/gu, blank)
    .replace(/[〔（([]\s*\d{4}\s*[〕）)\]]\s*\d+\s*号/gu, blank)
    .replace(/\d{4}(?:[-—]\d{4})?年(?:版|期间)?(?:\d{1,2}月)?(?:\d{1,2}日)?/gu, blank)
    .replace(/(?<=[（(])1\/10?万/gu, blank)
    .replace(/[A-Za-z]+-?\d+[A-Za-z]*\d*|\d+\+\d*[A-Za-z]*|\d+[×xX]\d+/gu, blank)

// 至少办好1所: the bound stands a verb before the figure
const loosely = (before: string): Comparator | undefined =>
  /(?:至少|最少)[^\d，。；]{1,30}$|不少于[\u4e00-\u9fff]{1,4}$|(?:不低于|不少于|不得低于)[^\d，。；]{1,24}的$/u.test(before)
    ? 'gte'
    : /(?:最多|至多)[\u4e00-\u9fff]{0,4}$|(?:不超过|不高于|不得超过)[^\d，。；]{1,24}的$/u.test(before)
      ? 'lte'
      : undefined

function readQuantity(m: RegExpExecArray, text: string): Omit<Quantity, 'printed'> | null {
  const { pre, low, lowScale, num, scale, unit, post } = m.groups as Record<string, string | undefined>
  if (!num || !unit) return null
  const context = text.slice(Math.max(0, m.index - 34), m.index)
  const spelled = !/^\d/.test(num)
  if (spelled && !pre && !post && !loosely(context) && !measured.test(context) && !(unit === '次' && yearly.test(context))) return null
  if (spelled && /[第十]$/.test(context) && !pre) return null
  const value = parseNumber(num, scale)
  if (value === null) return null
  const place = { unit: unit === '％' ? '%' : unit, start: m.index, end: m.index + m[0].length }
  if (low) return { ...place, comparator: 'range', value: null, min: parseNumber(low, lowScale ?? scale), max: value }
  const said = after.find(([w]) => w === post)?.[1] ?? before.find(([w]) => w === pre)?.[1] ?? loosely(context)
  return { ...place, comparator: said ?? 'eq', value, min: null, max: null }
}
