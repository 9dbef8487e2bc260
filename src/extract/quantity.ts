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
  ['不得少于', 'gte'],
  ['不得低于', 'gte'],
  ['不少于', 'gte'],
  ['不低于', 'gte'],
  ['不超过', 'lte'],
  ['不高于', 'lte'],
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
  ['以外', 'gt'],
  ['左右', 'approx'],
  ['内', 'lte'],
]
const units =
  '个百分点|个病种|病种|个月|人次|周岁|周年|分钟|小时|公里|平方米|人|名|种|年|周|天|日|次|%|％|‰|元|张|所|家|个|户|例|支|项|岁|倍'
const digits = '\\d[\\d,]*(?:\\.\\d+)?'
const han = '[一二两三四五六七八九十百千半]+'
const words = (table: [string, Comparator][]) => table.map(([w]) => w).join('|')
const pattern = new RegExp(
  `(?<pre>${words(before)})?(?:(?<low>${digits})(?<lowUnit>${units})?[-－—–~～](?=\\d))?(?<num>${digits}|${han})(?<scale>[万亿])?(?<unit>${units})(?<post>${words(after)})?`,
  'gu',
)
// a numeral in characters is a figure only where something measures: 至少有一人, 一年以上, 累计服务一年, 时间为一年, 每年…一次
const measured = /(?:累计[\u4e00-\u9fff]{0,3}|时间为|时间)$/u
const yearly = /每(?:年|季度|月|周)[\u4e00-\u9fff]{0,6}$/u

/** Text → figures in order. Years, titles in 《》, document numbers and names in quotation marks are not figures. */
export function findQuantities(text: string): Quantity[] {
  const masked = maskNames(text)
  const found: Quantity[] = []
  for (const m of masked.matchAll(pattern)) {
    const q = readQuantity(m, masked)
    if (q) found.push({ ...q, printed: text.slice(q.start, q.end) })
  }
  return found
}

const blank = (s: string) => '\u0000'.repeat(s.length)
const maskNames = (text: string) =>
  text
    .replace(/《[^》]*》/gu, blank)
    .replace(/“[^”]{1,14}”/gu, blank)
    .replace(/[\u4e00-\u9fff]*[〔（([]\d{4}[〕）)\]]\d+号/gu, blank)
    .replace(/\d{4}(?:[-—]\d{4})?年(?:版|期间)?(?:\d{1,2}月)?(?:\d{1,2}日)?/gu, blank)
    .replace(/[A-Za-z]+\d+[A-Za-z]*\d*/gu, blank)

function readQuantity(m: RegExpExecArray, text: string): Omit<Quantity, 'printed'> | null {
  const { pre, low, num, scale, unit, post } = m.groups as Record<string, string | undefined>
  if (!num || !unit) return null
  const context = text.slice(Math.max(0, m.index - 12), m.index)
  const spelled = !/^\d/.test(num)
  if (spelled && !pre && !post && !measured.test(context) && !(unit === '次' && yearly.test(context))) return null
  if (spelled && /[第十]$/.test(context) && !pre) return null
  const value = parseNumber(num, scale)
  if (value === null) return null
  const place = { unit: unit === '％' ? '%' : unit, start: m.index, end: m.index + m[0].length }
  if (low) return { ...place, comparator: 'range', value: null, min: parseNumber(low, scale), max: value }
  const said = after.find(([w]) => w === post)?.[1] ?? before.find(([w]) => w === pre)?.[1]
  return { ...place, comparator: said ?? 'eq', value, min: null, max: null }
}
