import type { z } from 'zod'
import type { DeadlineBasis } from '../model/parsed.ts'

/** When a target falls due: `2025`, `2020-12`, or a date, and where that is said. */
export interface Deadline {
  deadline: string | null
  deadlineBasis: z.infer<typeof DeadlineBasis> | null
}

const ends: Record<string, string> = { 十三五: '2020', 十四五: '2025', 十五五: '2030', 十六五: '2035' }
const printed = /(?<![-–～~\d]|(?<!—)—)(\d{4})年(?:(\d{1,2})月)?(?!版|度|[-—])|[“"]?(十[三四五六]五)[”"]?(?:期间|期末|时期|规划期|末)/gu

// 比2020年下降10%, 由2020年的60%提高到70%, 在2020年基础上: a year compared with is no deadline
const compared = /(?:比|较|由|从|与|同|自)\d{4}年|以\d{4}年(?=[\u4e00-\u9fff]{0,8}为(?:基|准))|在\d{4}年(?=[\u4e00-\u9fff]{0,6}基础上)/gu

/** Last deadline named in a text: `到2025年` → 2025, `“十四五”期末` → 2025, `2017年12月底前` → 2017-12. */
export function lastDeadline(text: string): string | null {
  const m = [
    ...text
      .replace(/《[^》]*》/gu, '')
      .replace(compared, '')
      .matchAll(printed),
  ].at(-1)
  if (!m) return null
  if (m[3]) return ends[m[3]] ?? null
  return m[2] ? `${m[1]}-${m[2].padStart(2, '0')}` : (m[1] as string)
}

/** Time at the head of the sentences before one in its paragraph, the latest, where the first of them begins with a time: `到2025年，……。……。`. */
export function timeBefore(paragraph: string): string {
  const sentences = paragraph.split('。').map((sentence) => sentence.trim())
  const heads = sentences.flatMap((sentence) => headTime.exec(sentence)?.[0] ?? [])
  // the first sentence may be the run-in heading
  return sentences.slice(0, 2).some((sentence) => headTime.test(sentence)) ? (heads.at(-1) ?? '') : ''
}

// 到2025年，……；……；……。 — the time at the head of a sentence governs all its parts
const headTime =
  /^(?:[—-]{2}|[（(]?\d[）)]|[一二三四五六]是)?(?:力争|争取|确保)?(?:[到至]\d{4}年(?:底|末)?|\d{4}年(?:底|末)?(?:前|之前|以前)?(?=[，,：:]))/u

/** Deadline of a figure: in its part of the sentence, else at the head of the sentence, else in the title of its annex, else `3年内` from the issue date, else the year of an annual plan. */
export function findDeadline(place: {
  sentence: string
  head: string
  parent: string
  before: string
  printed: string
  issuedOn: string | null
  title: string
}): Deadline {
  const own = lastDeadline(place.sentence)
  if (own) return { deadline: own, deadlineBasis: 'printed' }
  const inherited = lastDeadline(headTime.exec(place.head)?.[0] ?? '') ?? lastDeadline(place.parent) ?? lastDeadline(place.before)
  if (inherited) return { deadline: inherited, deadlineBasis: 'parent' }
  const within = /^(\d+)年内$/.exec(place.printed)
  if (within && place.issuedOn) {
    const deadline = `${Number(place.issuedOn.slice(0, 4)) + Number(within[1])}${place.issuedOn.slice(4)}`
    return { deadline, deadlineBasis: 'relative' }
  }
  const soon = place.issuedOn ? withinYear(place.sentence, Number(place.issuedOn.slice(0, 4)), planEnd(place.title)) : null
  if (soon) return { deadline: soon, deadlineBasis: 'relative' }
  const annual = planEnd(place.title)
  return annual ? { deadline: annual, deadlineBasis: 'plan-period' } : { deadline: null, deadlineBasis: null }
}

// 今年年底前, 6月底前, 明年3月: times of the year that the document is of, or of the next
function withinYear(sentence: string, issued: number, planned: string | null): string | null {
  const m = [
    ...sentence.matchAll(
      /(明年|今年|本年|当年)?(?<![\d年])(?:(?:年|本年)(?:底|末)[之以]?前|(?<!每[年月季]?)(1[0-2]|[1-9])月(?:底|末|份|\d{1,2}日)?[之以]?前|年内)|(明年|今年)(?:年底|年内)/gu,
    ),
  ].at(-1)
  if (!m) return null
  const year = issued + (m[0].startsWith('明') ? 1 : 0)
  const base =
    m[0].startsWith('明') || m[0].startsWith('今') ? year : Number(planned?.length === 4 ? Math.min(Number(planned), issued + 1) : year)
  return m[2] ? `${base}-${m[2].padStart(2, '0')}` : String(base)
}

/** Last year of a plan by its title: the one year an annual plan names, `（2021—2025年）`, “十四五”. */
function planEnd(title: string): string | null {
  const span = /20\d{2}\s*年?\s*[-—–~～至]\s*(20\d{2})\s*年?/u.exec(title)?.[1]
  if (span) return span
  const five = /[“"]?(十[三四五六]五)[”"]?/u.exec(title)?.[1]
  if (five) return ends[five] ?? null
  const horizon = /(20\d{2})[”"]?(?:规划|计划|纲要|行动)/u.exec(title)?.[1]
  if (horizon) return horizon
  const own = title.replace(/《[^》]*》(?=.*的?(?:补充|解读|公告))|总结|[（(]\d{4}年(?:版|修订|修正)?[）)]/gu, '')
  return /\d{4}年(?!版|以来|前)/u.test(own) && !/总结/.test(title) ? (/(20\d{2})年(?!版)/u.exec(own)?.[1] ?? null) : null
}
