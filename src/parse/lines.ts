/** Characters with the offset each of them has in the input: what every repair keeps, so that a span can always be shown in place. */
export interface Span {
  text: string
  at: Uint32Array
}
export interface Line extends Span {
  start: number
  end: number
}

let counted = new Uint32Array(0)

// start, start + 1, … — a view of one array that only grows, so that text which nothing was left out of costs no copy
function countFrom(start: number, length: number): Uint32Array {
  if (counted.length < start + length) {
    counted = new Uint32Array((start + length) * 2)
    for (let i = 0; i < counted.length; i++) counted[i] = i
  }
  return counted.subarray(start, start + length)
}

/** A span without a character. */
export const emptySpan = (): Span => ({ text: '', at: new Uint32Array(0) })

/** Line endings to LF, byte order mark off: the text that all offsets refer to. */
export const normalizeText = (raw: string) => raw.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')

/** Stands for a character that a repair left out; lines drop it. */
export const leftOut = '\u00AD'

const decoration = /\u00AD+|^\s*#{1,6}\s+|(?<!\d)\*\*|^[\s\u3000]+|[\s\u3000]+$/gu

/** Text → lines without markdown decoration and margins; blank lines stay as empty text. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = []
  let start = 0
  for (const raw of text.split('\n')) {
    lines.push({ ...keep(raw, start), start, end: start + raw.length })
    start += raw.length + 1
  }
  return lines
}

// 一、⇥总体要求 is an item of a list, 1⇥甲⇥乙局 the row of a table
const listed = /^(?:第[^\t]{1,5}[章节条编]|[一二三四五六七八九十]+、|[（(][^\t]{1,4}[）)]|\d{1,3}[.．、]|[①-⑳])\t[^\t]*$/u

/** Whether a line is the row of a table, its cells set apart by tabs. */
export const isRow = (text: string): boolean => (text.trim().includes('\t') && !listed.test(text.trim())) || /^\t+[^\t\n]+\t+$/u.test(text)

const barred = /^\s*\|.*\|\s*$/u
const emphasis = /(?<![^\s。；，、：])\*([^*\n]{2,200}?)\*(?![^\s。；，、：])/gu

// the characters of a raw line that are kept, each with its place
function pick(raw: string, start: number, from: number, to: number, hidden: (i: number) => boolean): Span {
  const at = new Uint32Array(to - from)
  let n = 0
  let text = ''
  let run = from
  for (let i = from; i < to; i++) {
    if (!hidden(i)) {
      at[n++] = start + i
      continue
    }
    text += raw.slice(run, i)
    run = i + 1
  }
  return { text: text + raw.slice(run, to), at: at.subarray(0, n) }
}

// | 指标 | 2025年 | → 指标⇥2025年
function keepBarred(raw: string, start: number): Span {
  const span = pick(raw, start, raw.indexOf('|') + 1, raw.lastIndexOf('|'), (i) => raw[i] === leftOut)
  return { ...span, text: span.text.replaceAll('|', '\t').replaceAll('**', '  ') }
}

function keep(raw: string, start: number): Span {
  if (!/[#*\t|\u00AD]|^[\s\u3000]|[\s\u3000]$/u.test(raw)) return { text: raw, at: countFrom(start, raw.length) }
  if (/^[\s\u3000]*[^#*\t|\u00AD]*$/u.test(raw)) {
    const lead = raw.length - raw.trimStart().length
    const text = raw.trim()
    return { text, at: countFrom(start + lead, text.length) }
  }
  if (barred.test(raw) && raw.indexOf('|') < raw.lastIndexOf('|')) return keepBarred(raw, start)
  const hidden = new Uint8Array(raw.length)
  const row = raw.includes('\t') && isRow(raw)
  for (const m of raw.matchAll(emphasis)) hidden[m.index] = hidden[m.index + m[0].length - 1] = 1
  const marks = row ? /\u00AD+|(?<!\d)\*\*|^ +| +$/g : decoration
  for (const m of raw.matchAll(marks)) hidden.fill(1, m.index, m.index + m[0].length)
  const span = pick(raw, start, 0, raw.length, (i) => hidden[i] === 1)
  const lead = span.text.length - span.text.trimStart().length
  return row ? span : sliceSpan(span, lead, lead + span.text.trim().length)
}

const wide = /[\u3000-\u303F\u3400-\u9FFF\uFF00-\uFFEF“”‘’—…]/
const narrow = /[\d%.‰/≥≤＞＜<>~–-]/

// 5 10 are two figures, 2 0 2 5 is one: only single digits are drawn together, and thousands before a unit: 2 400万元
const apart = (text: string, i: number): boolean => {
  const [before, after] = [text.slice(Math.max(0, i - 2), i), text.slice(i, i + 12)]
  if (/^\s\d{3}(?:\s\d{3})?\s?[万亿千]?[元人张个所名次家户例种]/u.test(after) && /(?<!\d)\d{1,3}$/.test(text.slice(Math.max(0, i - 4), i)))
    return false
  const digits = /\d$/.test(before) && /^\s+\d/.test(after)
  return digits && !(/(?:^|\D)\d$/.test(before) && /^\s+\d(?!\d)/.test(after))
}

/** Drops spaces that typesetting put between Chinese characters or beside digits: `到 2025 年` → `到2025年`; spaces between Latin words stay. */
export function squeeze(span: Span): Span {
  if (!/\s/u.test(span.text)) return span
  const { text: whole } = span
  const at = new Uint32Array(whole.length)
  let n = 0
  const kept: string[] = []
  for (let i = 0; i < whole.length; i++) {
    const c = whole[i] as string
    if (/[\s\u3000\u00A0]/.test(c)) {
      const next = whole.slice(i, i + 80).trimStart()[0] ?? ''
      const before = kept.at(-1) ?? ''
      if (wide.test(before) || wide.test(next) || (narrow.test(before) && narrow.test(next) && !apart(whole, i))) continue
    }
    kept.push(c)
    at[n++] = span.at[i] as number
  }
  return { text: kept.join(''), at: at.subarray(0, n) }
}

/** Spans one after the other; the glue between two stands in the place of the last character before it. */
export function joinSpans(spans: Span[], glue = ''): Span {
  const [only] = spans
  if (only && spans.length === 1) return { text: only.text, at: only.at }
  const at = new Uint32Array(spans.reduce((n, { at: own }) => n + own.length + glue.length, 0))
  let n = 0
  for (const [k, span] of spans.entries()) {
    if (k > 0 && glue) {
      at.fill(n > 0 ? (at[n - 1] as number) : 0, n, n + glue.length)
      n += glue.length
    }
    at.set(span.at, n)
    n += span.at.length
  }
  return { text: spans.map(({ text }) => text).join(glue), at: at.subarray(0, n) }
}

export const sliceSpan = (s: Span, from: number, to = s.text.length): Span => ({
  text: s.text.slice(from, to),
  at: s.at.subarray(from, to),
})

/** Offset → 1-based line and column, for messages. */
export function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset)
  const line = before.split('\n').length
  return { line, column: offset - before.lastIndexOf('\n') }
}

/** The same for many offsets of one text: line starts are found once. */
export function placer(text: string): (offset: number) => { line: number; column: number } {
  const starts = [0]
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1)
  return (offset) => {
    let [low, high] = [0, starts.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] as number) <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - (starts[low] as number) + 1 }
  }
}
