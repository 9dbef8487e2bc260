import { agenciesOfLine } from './agency.ts'
import { isFurniture } from './furniture.ts'
import { findLabel } from './label.ts'
import { emptySpan, type Line, sliceSpan } from './lines.ts'
import { annexHead, isCopy, isDate, isDisclosure, isNumber, isPrinted, titleEnd } from './marginal.ts'

const longest = 150
const break1 = /[。；：！？〕）)】\s\u3000]/u
const opener = /[第一二三四五六七八九十（(\d①②③④⑤⑥⑦⑧⑨⑩]/u

/**
 * A document copied onto one line → its lines again: cut before every label that goes on counting, at the edges of the front and the tail,
 * and around what stands alone (signature, date, 附件). Lines of a document that has its own are left alone.
 */
export function unrollLines(lines: Line[]): { lines: Line[]; cuts: number[] } {
  const long = lines.filter((line) => line.text.length > longest)
  const starts = lines.filter((line) => findLabel(line.text)).length
  if (long.length === 0 || starts > 2 || lines.filter((line) => line.text.trim()).length > 12) return { lines, cuts: [] }
  const cuts: number[] = []
  const out = lines.flatMap((line) => {
    if (line.text.length <= longest) return [line]
    const at = findCuts(line.text)
    if (at.length < 3) return [line]
    cuts.push(...at.map((i) => line.at[i] as number))
    return sliceLine(line, at)
  })
  return { lines: out, cuts }
}

const numberAnywhere = /(?<![^\s\u3000])[\u4e00-\u9fff]{1,14}\s*[〔（([【]\s*\d{4}\s*[〕）)\]】]\s*第?\s*\d+\s*号(?=[\s\u3000])/gu

// 某委员会 2022 年 7 月 20 日
const signedOn = /(?<=[会府局委厅室院部][\s\u3000]{1,4})\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日(?=[\s\u3000]|$)/gu
// 首页 > 政务公开 > 文件
const crumbs = /\S{1,16}(?:[\s\u3000]*[>＞»][\s\u3000]*[^\s>＞»]{1,16})+/gu

/** A word between spaces; `open` where it stands within brackets or 《》. */
interface Token {
  text: string
  from: number
  to: number
  open: boolean
}

function findCuts(text: string): number[] {
  const tokens = tokensOf(text)
  const labels = findInlineLabels(text, tokens)
  const first = labels[0] ?? text.length
  const ended = tokens.filter((t) => /(?:。|(?:负责|牵头|配合|落实|下同)[）)])$/u.test(t.text) && !t.open)
  // a space after every comma says nothing of paragraphs
  const loose = (text.match(/，[\s\u3000]/gu)?.length ?? 0) * 4 > (text.match(/，/gu)?.length ?? 0)
  const head = text.slice(0, first)
  const numbers = [...head.matchAll(numberAnywhere), ...head.matchAll(crumbs), ...text.matchAll(signedOn)].map(
    (m) => [m.index, m.index + m[0].length] as const,
  )
  const within = (t: Token) => numbers.some(([from, to]) => t.from >= from && t.to <= to)
  const name = /(?:印发|转发|下发)《?([^《》。]{6,80}?)》?的通知/u.exec(head)?.[1]?.replace(/\s/gu, '')
  const front = tokens.filter((t) => t.from < first && !t.open && !within(t) && endsLine(t.text)).map((t) => t.to)
  const lastStop = text.lastIndexOf('。')
  const tail = tokens.filter((t) => t.from > lastStop && !within(t)).flatMap((t) => [t.from, t.to])
  const paragraphs = loose ? [] : ended.map((t) => t.to)
  const alone = tokens.flatMap((t, k) =>
    !t.open && !within(t) && (t.text === name || (t.from < first && isFurniture(t.text)) || standsAlone(t.text, tokens[k - 1]?.text))
      ? [t.from, t.to]
      : [],
  )
  const titled = tokens.flatMap((t, k) => (annexHead.test(tokens[k - 1]?.text ?? '') && t.text.length < 40 ? [t.to] : []))
  const all = [
    ...front,
    ...labels,
    ...labels.flatMap((i) => headingEnd(text, i)),
    ...tail,
    ...paragraphs,
    ...alone,
    ...titled,
    ...numbers.flat(),
  ]
  const labelled = new Set(labels)
  // a cut behind a word is one before the next
  const next = (i: number) => {
    const gap = text.slice(i, i + 400).search(/[^\s\u3000]/u)
    return gap < 0 ? text.length : i + gap
  }
  return [...new Set(all.map((i) => (labelled.has(i) ? i : next(i))))].filter((i) => i > 0 && i < text.length).sort((a, b) => a - b)
}

function tokensOf(text: string): Token[] {
  let depth = 0
  let seen = 0
  return [...text.matchAll(/[^\s\u3000]+/gu)].map((m) => {
    for (; seen < m.index + m[0].length; seen++) {
      const c = text[seen] as string
      if (/[（(《〈【〔“]/u.test(c)) depth++
      if (/[）)》〉】〕”]/u.test(c)) depth = Math.max(0, depth - 1)
    }
    return { text: m[0], from: m.index, to: seen, open: depth > 0 }
  })
}

const asLine = (text: string): Line => ({ ...emptySpan(), text, start: 0, end: text.length })

// what ends a line of the front: a number, a title, an addressee, a sentence, an issuer
const endsLine = (text: string): boolean =>
  /(?:号|〔\d{5,}|文件|[：:]|日|。|[）)】]|[会府局委厅室院部])$/u.test(text) || titleEnd.test(text) || isFurniture(text)

// what has a line of its own wherever it stands; an agency only behind a sentence, another agency or a date, not in the cell of a table
function standsAlone(text: string, before = '。'): boolean {
  const line = asLine(text)
  if (text.length > 60) return false
  if (isDate(line) || isDisclosure(line) || annexHead.test(text) || isNumber(line) || isPrinted(line) || isCopy(line)) return true
  return agenciesOfLine(text).length > 0 && (/[。：:）)]$/u.test(before) || isDate(asLine(before)) || agenciesOfLine(before).length > 0)
}

// 一、工作目标 2020年6月底前，……: the space after a short heading ended its line
function headingEnd(text: string, at: number): number[] {
  const from = at + (findLabel(text.slice(at, at + 14))?.length ?? 0)
  const heading = /^[^\s。，；：]{2,40}[\s\u3000]+/u.exec(text.slice(from, from + 60))?.[0]
  // 不少于 60 种 goes on, whatever the space
  return heading && !/[于到过在为达有至满第每前近约][\s\u3000]+$/u.test(heading) ? [from + heading.length] : []
}

/** How far the numbers of a style may jump where a copy has lost some. */
const jump: Record<string, number> = { 编: 3, 篇: 3, 章: 9, 节: 3, 条: 60, '一、': 4, '（一）': 6, '1．': 4 }

// a label is where a sentence ended and the number goes on from one of its style, or begins a style at 1
function findInlineLabels(text: string, tokens: Token[]): number[] {
  const starts = new Map(tokens.map((t, k) => [t.from, tokens[k - 1]]))
  const last = new Map<string, number>()
  const found: number[] = []
  for (let i = 0; i < text.length; i++) {
    if (!opener.test(text[i] as string) || (i > 0 && !break1.test(text[i - 1] as string))) continue
    if (/附\s*件\s*[:：]\s*$/u.test(text.slice(Math.max(0, i - 6), i))) continue
    const label = findLabel(text.slice(i, i + 14))
    if (!label || label.level === 'subitem') continue
    const before = last.get(label.style)
    // behind a sentence and a space the numbers may have a gap
    const clear = /[。；）)]$/u.test(starts.get(i)?.text ?? '') || (starts.has(i) && (before === undefined || i - (found.at(-1) ?? 0) < 40))
    const most = (before ?? 0) + 1 + (clear ? (jump[label.style] ?? 0) : 0)
    if (label.number !== 1 && (label.number <= (before ?? 0) || label.number > most)) continue
    if (label.style === '条' && !/[\s\u3000]/.test(text[i + label.length - 1] ?? '') && before === undefined && label.number !== 1) continue
    last.set(label.style, label.number)
    found.push(i)
  }
  return found
}

function sliceLine(line: Line, cuts: number[]): Line[] {
  const edges = [0, ...cuts.filter((i) => i > 0), line.text.length]
  return edges.slice(0, -1).flatMap((from, k) => {
    const piece = sliceSpan(line, from, edges[k + 1])
    const lead = piece.text.length - piece.text.trimStart().length
    const whole = sliceSpan(piece, lead, lead + piece.text.trim().length)
    if (!whole.text) return []
    return [{ ...whole, start: whole.at[0] as number, end: (whole.at.at(-1) as number) + 1 }]
  })
}
