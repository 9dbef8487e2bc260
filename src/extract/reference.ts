import type { Outline, ParsedReference } from '../model/parsed.ts'

const numeral = '[\\u4e00-\\u9fff]{1,14}\\s*[〔（(\\[【﹝〖]\\s*\\d{4}\\s*[〕）)\\]】﹞〗]\\s*(?:第\\s*)?\\d+\\s*号'
const order = '(?:[\\u4e00-\\u9fff]{2,14}(?:令|公告|主席令))\\s*(?:第\\s*)?\\d+\\s*号|第\\s*[\\d一二三四五六七八九十百]+\\s*号(?:令|公告)?'
const cited = new RegExp(
  `《(?<title>(?:[^《》]|《[^《》]*》)+)》(?:\\s*[（(\\[【]\\s*(?<number>${numeral}|${order})[^）)\\]】]{0,12}[）)\\]】])?`,
  'gu',
)
const issued = /(?<issuer>[\u4e00-\u9fff]{2,12}等\d+个?(?:部门|部委局|部委))(?<link>联发的)?$/u
const loose = new RegExp(`${numeral}$`, 'u')
const goesOn = /^(?:文件?|要求|规定|精神|的|，|。|、|；|）|$)/u

const verb = /^(?:为?贯彻落实|落实|执行|根据|按照|以及|和)+/u
// an issuer's code holds none of these words: 药品采购执行赣卫药发〔2020〕17号 → 赣卫药发〔2020〕17号
const notCode = /^.*(?:按照|根据|依据|依照|遵照|落实|执行|贯彻|参照|参见|按|对|见|由|在|的|等|即)|^(?:和|及|与|以|为|将|本|原)+/u

/** `赣卫基层字(2019)25号` → `赣卫基层字〔2019〕25号`: the brackets of the standard, no spaces, no 第. */
export const normalizeNumber = (printed: string): string =>
  printed.replace(/\s/g, '').replace(/[〔（([【﹝〖](\d{4})[〕）)\]】﹞〗]第?/u, '〔$1〕')

/** Outline → works cited in 《》 with the number that follows, and numbers cited alone; the document's own titles, where nobody else is named as issuer, are left out. */
export function findReferences(outline: Outline): ParsedReference[] {
  const own = [outline.metadata.title, outline.metadata.noticeTitle].map((t) => plain(t ?? ''))
  const ownNumber = outline.metadata.documentNumber?.normalized
  return outline.provisions.flatMap((p) => {
    const seen = new Set<string>()
    const text = outline.bodies[p.id]?.text ?? ''
    const titled = text.includes('《') ? [...text.matchAll(cited)] : []
    const found = titled.flatMap((m, i) => {
      const { title, number } = m.groups as { title: string; number?: string }
      const before = issued.exec(text.slice(Math.max(0, m.index - 30), m.index))
      const issuer = before?.groups?.issuer
      const named = issuer || number || /[委局厅部院府]$/.test(text.slice(0, m.index))
      const self = !named && own.some((o) => o.includes(plain(title)))
      const printed = `${(issuer ?? '').replace(verb, '')}${m[0]}`
      if (self || seen.has(printed) || !isWork(title)) return []
      seen.add(printed)
      const given = listedNumber(titled, i, text) ?? number ?? sharedNumber(titled, i)
      return [{ provision: p.id, title, documentNumber: given ? normalizeNumber(given) : null, printed, at: m.index }]
    })
    return [...found, ...findLoose(p.id, text, found, ownNumber)].sort((a, b) => a.at - b.at).map(({ at: _, ...r }) => r)
  })
}

// 《甲》《乙》（国发〔2020〕1号): titles that touch share the number after the last
function sharedNumber(all: RegExpExecArray[], i: number): string | undefined {
  const [m, next] = [all[i] as RegExpExecArray, all[i + 1]]
  if (!next || m.index + m[0].length !== next.index) return undefined
  return next.groups?.number ?? sharedNumber(all, i + 1)
}

// 《甲》《乙》（湖卫字〔2018〕22号、23号): a number each, in order
function listedNumber(all: RegExpExecArray[], i: number, text: string): string | undefined {
  let last = i
  while (all[last + 1]?.index === (all[last] as RegExpExecArray).index + (all[last] as RegExpExecArray)[0].length) last++
  let first = i
  while (first > 0 && (all[first - 1] as RegExpExecArray).index + (all[first - 1] as RegExpExecArray)[0].length === all[first]?.index)
    first--
  const end = all[last] as RegExpExecArray
  const numbers = seriesOf(text.slice(end.index, end.index + end[0].length + 60).slice(end.groups?.title?.length ?? 0))
  return numbers.length > 1 && numbers.length === last - first + 1 ? numbers[i - first] : undefined
}

// （甲发〔2018〕22号、23号，乙发〔2019〕1号） → three numbers, those without a code under the code before them
function seriesOf(text: string): string[] {
  const inner = /》\s*[（(]((?:[^（）()]|[（(]\d{4}[）)])*)[）)]/u.exec(text)?.[1] ?? ''
  let code = ''
  return inner.split(/[、，,；;和及]/u).flatMap((piece) => {
    const whole = new RegExp(`^\\s*${numeral}`, 'u').exec(piece)?.[0].trim()
    if (whole) code = whole.replace(/(?:第\s*)?\d+\s*号$/u, '')
    const serial = /^\s*(\d+)\s*号/u.exec(piece)?.[1]
    return whole ? [whole] : serial && code ? [`${code}${serial}号`] : []
  })
}

// numbers that stand without a title: 按照国办发〔2017〕32号文件要求
function findLoose(provision: string, text: string, titled: { documentNumber: string | null; printed: string }[], own?: string) {
  const rest = titled.reduce((t, r) => t.replace(r.printed, (s) => ' '.repeat(s.length)), text)
  const seen = new Set(titled.map((r) => r.documentNumber))
  const found: { provision: string; title: null; documentNumber: string; printed: string; at: number }[] = []
  for (let end = rest.indexOf('号') + 1; end > 0; end = rest.indexOf('号', end) + 1) {
    const m = goesOn.test(rest.slice(end, end + 3)) ? loose.exec(rest.slice(Math.max(0, end - 36), end)) : null
    const printed = m?.[0].replace(notCode, '') ?? ''
    const documentNumber = normalizeNumber(printed)
    if (!/^[\u4e00-\u9fff]{2,}/u.test(printed) || documentNumber === own || seen.has(documentNumber)) continue
    seen.add(documentNumber)
    found.push({ provision, title: null, documentNumber, printed, at: end - printed.length })
  }
  return found
}

// 《健康报》, 《……》专栏 and the like are no documents
const isWork = (title: string) => !/(?:日报|晚报|周刊|杂志|新闻|手册|报)$/u.test(title)

// titles of one document are printed with 与 or 同, spaced or not
const plain = (title: string) => title.replace(/[\s《》〈〉]/g, '').replace(/与/g, '同')
