import { parseNumber } from '../parse/numeral.ts'
import { boundsAfter, boundsBefore, comparatorOf } from './bounds.ts'
import type { Quantity } from './quantity.ts'

const digits = '\\d[\\d,]*(?:\\.\\d+)?'
const round = (value: number) => Math.round(value * 1e6) / 1e6

// 百分之五点五以上, 十万分之十二
const spelled = new RegExp(
  `(?<pre>${boundsBefore})?(?<base>百分之|千分之|十万分之|10万分之|万分之)(?:(?<plain>\\d+(?:\\.\\d+)?)|(?<whole>[零一二两三四五六七八九十百]+)(?:点(?<part>[零一二三四五六七八九]+))?)(?<post>${boundsAfter})?`,
  'gu',
)
const shareUnits: Record<string, string> = { 百分之: '%', 千分之: '‰', 万分之: '/万', 十万分之: '/10万', '10万分之': '/10万' }

// 医护比达到1∶1.6 — how many of the second come to one of the first
const ratio = new RegExp(
  `(?:(?<=比(?:例)?[\\u4e00-\\u9fff]{0,6})(?<pre>${boundsBefore})?1\\s*[:：∶]\\s*(?<num>${digits})(?<post>${boundsAfter})?|(?<pre2>${boundsBefore})?(?<![\\d:：∶])1\\s*[:：∶]\\s*(?<num2>${digits})(?=的?(?:比例|标准)))(?!\\s*[:：∶\\d])`,
  'gu',
)

// 不少于三分之一: a part of the whole, without a unit
const part = new RegExp(
  `(?<pre>${boundsBefore})?(?<base>[二三四五六七八九十]{1,2})分之(?<num>[一二两三四五六七八九])(?<post>${boundsAfter})?`,
  'gu',
)

type Groups = Record<string, string | undefined>

function quantityOf(m: RegExpExecArray, value: number | null, unit: string, pre?: string, post?: string): Quantity {
  const place = { start: m.index, end: m.index + m[0].length }
  return { printed: m[0], comparator: comparatorOf(pre, post) ?? 'eq', value, min: null, max: null, unit, ...place }
}

function readSpelled(m: RegExpExecArray): Quantity {
  const { pre, base = '', plain, whole, part, post } = m.groups as Groups
  const decimals = part ? Number(`0.${[...part].map((c) => parseNumber(c)).join('')}`) : 0
  return quantityOf(m, round((parseNumber((plain ?? whole) as string) ?? 0) + decimals), shareUnits[base] as string, pre, post)
}

function readRatio(m: RegExpExecArray): Quantity {
  const { pre, num, post, pre2, num2 } = m.groups as Groups
  return quantityOf(m, parseNumber((num ?? num2) as string), '1:', pre ?? pre2, post)
}

function readPart(m: RegExpExecArray): Quantity {
  const { pre, base = '', num = '', post } = m.groups as Groups
  return quantityOf(m, round((parseNumber(num) ?? 0) / (parseNumber(base) ?? 1)), '', pre, post)
}

/** Text → shares and ratios that are written out: 百分之五点五, 三分之一 (unit `''`), 1:1.6 (unit `1:`). */
export const findShares = (text: string): Quantity[] => [
  ...(text.includes('分之') ? [...text.matchAll(spelled)].map(readSpelled) : []),
  ...(/[:：∶]/u.test(text) ? [...text.matchAll(ratio)].map(readRatio) : []),
  ...(text.includes('分之') ? [...text.matchAll(part)].map(readPart) : []),
]
