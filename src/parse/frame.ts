import { agenciesOfLine } from './agency.ts'
import { findContents, findFurniture } from './furniture.ts'
import { findLabel } from './label.ts'
import { joinSpans, type Line } from './lines.ts'
import { annexHead, isAddressee, isAnnexNote, isDate, isNumber, isTitle, marginOf, signersOf, titleEnd } from './marginal.ts'

/** The lines of a document by what they are for: what stands around the outline, and the outline itself. */
export interface Frame {
  letterhead: Line[]
  number: Line[]
  noticeTitle: Line[]
  addressee: Line[]
  notice: Line[]
  disclosure: Line[]
  signature: Line[]
  imprint: Line[]
  title: Line[]
  body: Line[]
  annexes: Line[][]
  furniture: Line[]
  toc: Line[]
}

const empty = (): Frame => ({
  letterhead: [],
  number: [],
  noticeTitle: [],
  addressee: [],
  notice: [],
  disclosure: [],
  signature: [],
  imprint: [],
  title: [],
  body: [],
  annexes: [],
  furniture: [],
  toc: [],
})

/** Lines → frame. A covering notice is told from the plan it wraps by the plan's title, which stands after the notice. */
export function findFrame(all: Line[]): Frame {
  const frame = empty()
  const written = joinDates(all.filter((line) => line.text.trim()))
  const furniture = findFurniture(written)
  const toc = findContents(written.filter((line) => !furniture.has(line)))
  const lines = written.filter((line) => !furniture.has(line) && !toc.has(line))
  frame.furniture = [...furniture]
  frame.toc = [...toc]
  const first = lines.findIndex((line) => /^(?:chapter|part|article)$/.test(findLabel(line.text)?.level ?? ''))
  const any = first < 0 ? lines.findIndex((line) => findLabel(line.text)?.number === 1) : first
  const outlineAt = any < 0 ? lines.length : any
  const rest = findFront(lines.slice(0, outlineAt), frame)
  const annexAt = findAnnexStart(lines, outlineAt)
  const end = annexAt < 0 ? lines.length : annexAt
  frame.body = [...rest, ...takeTail(lines.slice(outlineAt, end), frame)]
  if (annexAt >= 0) frame.annexes = splitAnnexes(takeTail(lines.slice(annexAt), frame))
  return frame
}

// 2022年3月1⏎5日: a date broken by the end of its line
function joinDates(lines: Line[]): Line[] {
  return lines.flatMap((line, i) => {
    const [before, next] = [lines[i - 1], lines[i + 1]]
    if (before && isHalfDate(before, line)) return []
    return next && isHalfDate(line, next) ? [{ ...joinSpans([line, next]), start: line.start, end: next.end }] : [line]
  })
}

const isHalfDate = (line: Line, next: Line) =>
  line.text.length < 16 &&
  next.text.length < 10 &&
  /^\d{4}\s*年[\d\s月]*$/u.test(line.text) &&
  /^[\d\s月]*日$/u.test(next.text) &&
  isDate({ ...line, text: line.text + next.text })

// an annex begins with 附件 alone on its line, or with 附件1：题目 after the signature
function findAnnexStart(lines: Line[], outlineAt: number): number {
  const bare = lines.findIndex((line, i) => i > outlineAt && annexHead.test(line.text.trim()))
  const signed = lines.findIndex(
    (line, i) => i > outlineAt && marginOf(lines, i) === 'signature' && !isAnnexNote(line) && signersOf(line).length > 0,
  )
  const titled = lines.findIndex(
    (line, i) => i > outlineAt && isAnnexNote(line) && ((signed >= 0 && i > signed) || opensText(lines, i, bare)),
  )
  return bare >= 0 && (titled < 0 || bare < titled) ? bare : titled
}

// 附表：题目 with at least two lines of text below it, none of them of the margin, is the annex itself and no list of annexes
function opensText(lines: Line[], at: number, bare: number): boolean {
  const rest = lines.slice(at + 1, bare > at ? bare : lines.length)
  return rest.filter((_, k) => marginOf(lines, at + 1 + k) === null).length > 1
}

// front:  letterhead? number? title+ addressee? (notice signature? title)? preamble
function findFront(front: Line[], frame: Frame): Line[] {
  let i = takeLetterhead(front, frame)
  while (i < front.length && frame.noticeTitle.length < 5) {
    const line = front[i] as Line
    if (isAddressee(line) || /。/.test(line.text)) break
    if (
      titleIsWhole(frame.noticeTitle) &&
      !/^的?(?:通知|意见|批复|函|公告|报告|决定)$|^第[\s\d一二三四五六七八九十百]+号$/u.test(line.text.trim()) &&
      !/^[（(]/.test(line.text)
    )
      break
    frame.noticeTitle.push(line)
    i++
  }
  if (frame.noticeTitle.length > 0) {
    const note = countNote(front.slice(i, i + 5))
    frame.noticeTitle.push(...front.slice(i, i + note))
    i += note
  }
  const published = front[i]
  if (published && /^[\u4e00-\u9fff\s\u3000]{2,40}(?:印发|发布)$/u.test(published.text) && frame.letterhead.length === 0) {
    frame.letterhead.push(published)
    i++
  }
  // 关于……的意见⏎某县人民政府办公室⏎某政办发〔2021〕16号: the issuer between title and number
  const issuer = front[i]
  if (issuer && frame.letterhead.length === 0 && agenciesOfLine(issuer.text).length > 0 && front[i + 1] && isNumber(front[i + 1] as Line)) {
    frame.letterhead.push(issuer)
    i++
  }
  const numbered = front[i]
  if (numbered && isNumber(numbered)) {
    frame.number.push(numbered)
    i++
  }
  dropStray(frame)
  frame.addressee = front.slice(i, i + countAddressees(front.slice(i, i + 4)))
  i += frame.addressee.length
  const rest = front.slice(i)
  const named = findNamedTitle(rest, frame.noticeTitle)
  const titleAt =
    named?.to ??
    rest.findLastIndex((line, k) => isTitle(line) && (k > 0 || frame.addressee.length > 0) && isFree(rest, titleStart(rest, k)))
  if (titleAt < 0) return takeMarginal(rest, frame)
  const from = named?.from ?? titleStart(rest, titleAt)
  const to = titleAt + countNote(rest.slice(titleAt + 1, titleAt + 6))
  frame.title = rest.slice(from, to + 1)
  const before = rest.slice(0, from)
  if (annexHead.test(before.at(-1)?.text.trim() ?? '')) frame.furniture.push(before.pop() as Line)
  frame.notice = takeMarginal(before, frame)
  return rest.slice(to + 1)
}

// （试行） · （2019年12月28日……会议⏎通过） — lines of a note in brackets below a title
function countNote(lines: Line[]): number {
  const last = lines.findIndex((line) => /[）)]$/.test(line.text.trim()))
  const text = lines
    .slice(0, last + 1)
    .map((line) => line.text.trim())
    .join('')
  const short = last === 0 && text.length <= 24 && !/。/.test(text)
  return last >= 0 &&
    /^[（(]/.test(text) &&
    (short || /^[（(]\s*[\d二〇○零一九]{4}\s*年.*(?:通过|公布|发布|印发|批准|修订|修正|施行)/u.test(text))
    ? last + 1
    : 0
}

// 各县（市、区）卫生健康委，市属、驻市各医⏎疗卫生单位： — addressees run over as many lines as it takes to the colon
function countAddressees(lines: Line[]): number {
  const last = lines.findIndex((line) => /[：:]$/.test(line.text))
  const [first] = lines
  if (last < 0 || !first) return 0
  const whole = {
    ...first,
    text: lines
      .slice(0, last + 1)
      .map((line) => line.text.trim())
      .join(''),
  }
  return isAddressee(whole) && (last === 0 || /[，、]/.test(first.text)) ? last + 1 : 0
}

/** Takes letterhead and number where they open the text; returns where the title begins. */
function takeLetterhead(front: Line[], frame: Frame): number {
  const numberAt = front.findIndex(isNumber)
  const titled = front.findIndex((line) => titleEnd.test(line.text.trim()) && !/文件$/.test(line.text.trim()))
  const heads = (line: Line) => /文\s*件$/.test(line.text.trim()) || agenciesOfLine(line.text).length > 0
  if (numberAt >= 0 && (titled < 0 || numberAt < titled)) {
    frame.letterhead = front.slice(0, numberAt)
    frame.number = [front[numberAt] as Line]
    return numberAt + 1
  }
  let i = 0
  const last = front.findLastIndex((line, k) => k < Math.max(titled, 0) && /文\s*件$/.test(line.text.trim()))
  while (i <= last && heads(front[i] as Line)) i++
  if (last >= 0) {
    frame.letterhead = i > last ? front.slice(0, i) : []
    return frame.letterhead.length
  }
  // 某厅　某局⏎某局⏎关于……的通知: several issuers above a title are a letterhead, one alone is its first words
  const joint = front.findIndex((line) => agenciesOfLine(line.text).length === 0)
  const names = front.slice(0, Math.max(joint, 0)).flatMap((line) => agenciesOfLine(line.text))
  frame.letterhead = names.length > 1 && /^关于/.test(front[joint]?.text.trim() ?? '') ? front.slice(0, joint) : []
  return frame.letterhead.length
}

// 关于印发某要点的通⏎知 is whole where its lines together end as a title does
// a line above the issuer's own 关于印发…… is the name of the page or file it stands on
function dropStray(frame: Frame) {
  const about = frame.noticeTitle.findIndex((line, i) => i > 0 && /^[\u4e00-\u9fff]{0,30}关于/u.test(line.text.trim()))
  let from = about
  if (/^关于/.test(frame.noticeTitle[about]?.text.trim() ?? ''))
    while (from > 0 && agenciesOfLine(frame.noticeTitle[from - 1]?.text ?? '').length > 0) from--
  const stray = frame.noticeTitle.slice(0, Math.max(from, 0))
  if (from <= 0 || !stray.every((line) => titleEnd.test(line.text.trim()) || /表$/.test(line.text.trim()))) return
  frame.furniture.push(...stray)
  frame.noticeTitle = frame.noticeTitle.slice(from)
}

const letters = (text: string) =>
  text
    .replace(/[\s《》“”"〈〉]/gu, '')
    .replace(/[（(]/g, '（')
    .replace(/[）)]/g, '）')
    .replace(/[-－–—~～至]+/gu, '—')

// the plan's title stands below the notice as the notice's own title gives it, over as many lines as it takes
function findNamedTitle(rest: Line[], notice: Line[]): { from: number; to: number } | null {
  const whole = letters(notice.map((line) => line.text).join(''))
  const name = /(?:印发|转发|发布|下发)(?:新修订的)?(.{6,80}?)(?:的通知|的函|的公告)(?:（.*）)?$/u.exec(whole)?.[1]
  if (!name) return null
  for (let from = rest.length - 1; from >= 0; from--) {
    let text = ''
    for (let to = from; to < rest.length && to < from + 5 && text.length < name.length; to++) {
      text += letters((rest[to] as Line).text)
      if (text === name) return { from, to }
      if (!name.startsWith(text)) break
    }
  }
  return null
}

const titleIsWhole = (lines: Line[]) =>
  lines.some((line) => titleEnd.test(line.text.trim())) || titleEnd.test(lines.map((line) => line.text.trim()).join(''))

// 某市“十四五”基层卫生健康服务⏎能力提升行动计划 — a title's earlier lines are short, open, and none of the notice
function titleStart(rest: Line[], titleAt: number): number {
  let from = titleAt
  while (from > 0 && titleAt - from < 3) {
    const before = rest[from - 1] as Line
    const open = before.text.trim().length <= 36 && !/[。；：，:!?！？）)]$/.test(before.text.trim()) && !annexHead.test(before.text.trim())
    if (!open || marginOf(rest, from - 1) !== null || titleEnd.test(before.text.trim())) break
    from--
  }
  return from
}

// a title stands after a sentence that ended or after a line of the margin, not within a wrapped paragraph
const isFree = (rest: Line[], from: number): boolean => {
  const before = rest[from - 1]
  return !before || /[。！？：:）)]$/.test(before.text.trim()) || annexHead.test(before.text.trim()) || marginOf(rest, from - 1) !== null
}

/** Takes signature, disclosure and imprint lines out of a run of lines; what is left is prose. */
function takeMarginal(lines: Line[], frame: Frame): Line[] {
  return lines.filter((line, i) => {
    const margin = marginOf(lines, i)
    if (margin) frame[margin].push(line)
    return margin === null
  })
}

/** The signature, annex note and imprint that follow the outline: taken from the end while lines are of that kind. */
function takeTail(lines: Line[], frame: Frame): Line[] {
  let end = lines.length
  while (end > 1 && marginOf(lines, end - 1) !== null && !lines[end - 1]?.text.trim().includes('\t')) end--
  takeMarginal(lines.slice(end), frame)
  return lines.slice(0, end)
}

function splitAnnexes(lines: Line[]): Line[][] {
  const annexes: Line[][] = []
  for (const line of lines) {
    if (annexes.length === 0 || annexHead.test(line.text.trim()) || isAnnexNote(line)) annexes.push([line])
    else annexes.at(-1)?.push(line)
  }
  return annexes
}
