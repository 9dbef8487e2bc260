import type { Comparator } from '../model/parsed.ts'
import { parseNumber } from '../parse/numeral.ts'
import { boundApart, boundsAfter, boundsBefore, comparatorOf } from './bounds.ts'
import { findShares } from './shares.ts'

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

/** What a figure may count, longer words first; a look ahead keeps words apart that only begin like a unit (分 of 分别, 处 of 处理). */
const units = [
  '个百分点|百分点|个病种|病种|个工作日|工作日|个学时|学时|课时|学分|个小时|个月|人次|人日|人天|周岁|周年|分钟|小时|秒(?!针)',
  '平方公里|平方千米|平方米|㎡|平米|公里|千米|厘米|公顷|亩|公斤|千克|毫克|微克|毫升|kg|mg|ml|g(?![A-Za-z])|克|吨|千卡|kcal|mmHg',
  '人口(?=以上|以下|以内|左右)|人(?![口民才员大社均类工])|名|种|类(?![似型别])|年(?![度级龄])|周(?![边期末])|天|日(?!常|间|均)|例次|台次|床日|场次|次|%|％|‰|[/／]10万|[/／]万|元|张|所|家',
  '个|户|例(?![如外])|支(?![付出持部])|项|岁|倍|台|辆|艘|架|套|床|份|场|期(?![间末望限内])|册|件|间(?![接隔])|处(?![理置室方于罚分])|座|栋',
  '分(?![钟之别级类配析布支管组区段批校层清])|节(?![约日点假能])|篇|批(?![准复次])|遍|对(?![口接应标象于照全各本])|组(?![织建成])|队|班(?!子)|头|株|步(?![走骤伐入行])',
].join('|')
const digits = '\\d[\\d,]*(?:\\.\\d+)?'
const masks = '*＊×XxＸ_＿'
const han = '[一二两三四五六七八九十百千半]+'
// a figure from its first numeral on; where it may begin is looked for first, what bounds it from before afterwards
const figure = new RegExp(
  `(?:(?<low>${digits})(?<lowUnit>${units})?(?<lowScale>[万亿千])?[-－—–~～至到](?=\\d)|(?<lowHan>${han})[至到](?=[二三四五六七八九十百千]))?(?<num>${digits}|${han})(?<scale>[万亿千])?(?<unit>${units})(?<post>${boundsAfter})?`,
  'uy',
)
const numeral = new RegExp(`(?<![\\d.${masks}])\\d|[一二两三四五六七八九十百千半]`, 'gu')
const bounded = new RegExp(`(?:${boundsBefore})$`, 'u')
// a numeral in characters is a figure only where something measures: 至少有一人, 一年以上, 累计服务一年, 用三年时间, 每年…一次, 每个乡镇…一所
const measured = /(?:累计[\u4e00-\u9fff]{0,3}|时间为|时间|为期|(?:期限|周期|服务期|聘期|有效期限?)(?:为|是)?|(?:^|[，。；用以过])用)$/u
const yearly = /每(?:[\d两二三四五半]*个?年|半年|季度|[\d两]*个?月|周)[^，。；]{0,16}$/u
const each = /每个?(?:乡镇?|镇|村|行政村|县|县（市、区）|市|区|街道|社区|户|家庭|机构|卫生院|中心)[^，。；\d]{0,14}$/u

/** Text → figures in order. Years, titles in 《》, document numbers and names in quotation marks are not figures. */
export function findQuantities(text: string): Quantity[] {
  if (!/[\d一二两三四五六七八九十半百千]/u.test(text)) return []
  const masked = maskNames(text)
  const found: Quantity[] = []
  for (const m of matchFigures(masked)) {
    const q = readQuantity(m, masked)
    if (q) found.push({ ...q, printed: text.slice(q.start, q.end) })
  }
  found.push(...findShares(masked))
  const sorted = found.sort((a, b) => a.start - b.start)
  return shareComparators(joinBounds(sorted, text), text)
}

interface Match {
  index: number
  end: number
  pre: string | undefined
  groups: Record<string, string | undefined>
}

function matchFigures(text: string): Match[] {
  const found: Match[] = []
  numeral.lastIndex = 0
  for (let at = numeral.exec(text); at; at = numeral.exec(text)) {
    figure.lastIndex = at.index
    const m = figure.exec(text)
    if (!m) continue
    const last = found.at(-1)?.end ?? 0
    const pre = bounded.exec(text.slice(Math.max(last, at.index - 6), at.index))?.[0]
    const end = at.index + m[0].length
    found.push({ index: at.index - (pre?.length ?? 0), end, pre, groups: { ...m.groups } })
    numeral.lastIndex = end
  }
  return found
}

// 3个月以上6个月以下: a lower and an upper bound that touch are one range
function joinBounds(found: Quantity[], text: string): Quantity[] {
  const out: Quantity[] = []
  for (const q of found) {
    const low = out.at(-1)
    const touch = low && /^[、，]?$/u.test(text.slice(low.end, q.start)) && low.unit === q.unit
    if (low && touch && /^gte?$/.test(low.comparator) && /^lte?$/.test(q.comparator) && /以上$/u.test(low.printed)) {
      const printed = text.slice(low.start, q.end)
      out[out.length - 1] = { ...q, printed, comparator: 'range', value: null, min: low.value, max: q.value, start: low.start }
    } else out.push(q)
  }
  return out
}

// 分别不低于22%和30%, 至少建成1家卒中中心、1家胸痛中心: a bound holds for every figure of the list
function shareComparators(found: Quantity[], text: string): Quantity[] {
  for (const [i, q] of found.entries()) {
    const first = found[i - 1]
    if (!first || first.unit !== q.unit) continue
    if (q.comparator === 'eq' && sharesBound(first, q, text)) q.comparator = first.comparator
    // 92%、95%以上: the bound after the last figure holds for all
    else if (
      first.comparator === 'eq' &&
      /^[、和与及]$/u.test(text.slice(first.end, q.start)) &&
      /(?:以上|以下|以内|左右)$/u.test(q.printed)
    )
      for (let k = i - 1; k >= 0 && found[k]?.comparator === 'eq' && joined(found, k, text); k--)
        (found[k] as Quantity).comparator = q.comparator
  }
  return found
}

const joined = (found: Quantity[], k: number, text: string) =>
  /^[、和与及]$/u.test(text.slice(found[k]?.end, found[k + 1]?.start)) && found[k]?.unit === found[k + 1]?.unit

function sharesBound(first: Quantity, q: Quantity, text: string): boolean {
  const between = text.slice(first.end, q.start)
  if (/^(?:、|和|及|与|，)$/u.test(between)) return /分别|各/.test(text.slice(Math.max(0, first.start - 16), first.end))
  const bounded = /^(?:至少|不少于|不低于)/u.test(first.printed) || boundApart(text.slice(Math.max(0, first.start - 8), first.start))
  return Boolean(bounded) && /^[\u4e00-\u9fff“”]{1,14}(?:、|和|及|以及)$/u.test(between)
}

const blank = (s: string) => '\u0000'.repeat(s.length)
const names: [RegExp, RegExp][] = [
  [/《/u, /《[^》]*》/gu],
  [/“/u, /“[^”]{1,14}”/gu],
  [/号/u, /[〔（([]\s*\d{4}\s*[〕）)\]]\s*\d+\s*号/gu],
  [/年/u, /\d{4}(?:[-—]\d{4})?年(?:版|期间)?(?:\d{1,2}月)?(?:\d{1,2}日)?/gu],
  [/月/u, /(?<!\d)\d{1,2}月\d{1,2}日/gu],
  [/[/／]/u, /(?<=[（(])1[/／]10?万/gu],
  [/[A-Za-z+×]/u, /[A-Za-z]+-?\d+[A-Za-z]*\d*|\d+\+\d*[A-Za-z]*|\d+[×xX]\d+/gu],
]
const maskNames = (text: string) => names.reduce((t, [mark, name]) => (mark.test(t) ? t.replace(name, blank) : t), text)

function isMeasured(context: string, unit: string, marks: (string | undefined)[]): boolean {
  if (marks.some(Boolean) || measured.test(context)) return true
  return (unit === '次' && yearly.test(context)) || (/^[名所家张台辆间人]$/u.test(unit) && each.test(context))
}

function readQuantity({ index, end, pre, groups }: Match, text: string): Omit<Quantity, 'printed'> | null {
  const { low, lowScale, lowHan, num, scale, unit, post } = groups
  if (!num || !unit) return null
  const context = text.slice(Math.max(0, index - 34), index)
  const loosely = pre ? null : boundApart(context)
  const spelled = !/^\d/.test(num)
  if (spelled && !isMeasured(context, unit, [pre, post, lowHan, loosely?.comparator])) return null
  if (spelled && /[第十]$/.test(context) && !pre) return null
  const value = parseNumber(num, scale)
  if (value === null) return null
  // 至少配备1辆: a bound close by belongs to the figure as printed
  const reach = loosely && loosely.reach <= 12 && !/每/u.test(context.slice(-loosely.reach)) ? loosely.reach : 0
  // 控制在10/10万以下: the word behind says the bound
  const from = pre === '控制在' && post ? index + pre.length : index - reach
  const place = { unit: unit.replace('％', '%').replace('／', '/').replace('人口', '人'), start: from, end }
  const floor = low ? parseNumber(low, lowScale ?? scale) : lowHan ? parseNumber(lowHan, scale) : null
  if (floor !== null) return { ...place, comparator: 'range', value: null, min: floor, max: value }
  return { ...place, comparator: comparatorOf(pre, post) ?? loosely?.comparator ?? 'eq', value, min: null, max: null }
}
