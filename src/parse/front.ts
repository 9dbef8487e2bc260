import { agenciesOfLine } from './agency.ts'
import type { Line } from './lines.ts'
import { annexHead, isAddressee, isNumber, isTitle, marginOf, titleEnd } from './marginal.ts'
import { findNamedTitle, isFree, isNamed, titleIsWhole, titleStart } from './title.ts'

/** The lines of a document by what they are for: what stands around the outline, and the outline itself. */
export interface Frame {
  letterhead: Line[]
  number: Line[]
  noticeTitle: Line[]
  passed: Line[]
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

/** A frame without a line. */
export const emptyFrame = (): Frame => ({
  letterhead: [],
  number: [],
  noticeTitle: [],
  passed: [],
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

/** Takes signature, disclosure and imprint lines out of a run of lines; what is left is prose. */
export function takeMarginal(lines: Line[], frame: Frame): Line[] {
  return lines.filter((line, i) => {
    const margin = marginOf(lines, i)
    if (margin) frame[margin].push(line)
    return margin === null
  })
}

// front:  letterhead? number? title+ addressee? (notice signature? title)? preamble
/** Lines before the outline → letterhead, titles, addressees and notice of the frame; returns the lines of the preamble. */
export function findFront(front: Line[], frame: Frame): Line[] {
  let i = takeLetterhead(front, frame)
  while (i < front.length && frame.noticeTitle.length < 5) {
    const line = front[i] as Line
    if (isAddressee(line) || /[。\t]/.test(line.text)) break
    if (
      titleIsWhole(frame.noticeTitle, line) &&
      !(isStray(frame.noticeTitle) && opensAbout(front.slice(i, i + 3))) &&
      !/^的?(?:通知|意见|批复|函|公告|报告|决定)$|^第[\s\d一二三四五六七八九十百]+号$/u.test(line.text.trim()) &&
      (!/^[（(]/.test(line.text) || passedNote.test(line.text.trim()))
    )
      break
    frame.noticeTitle.push(line)
    i++
  }
  if (frame.noticeTitle.length > 0) {
    const note = noteBelow(front.slice(i, i + 8))
    ;(note.passed ? frame.passed : frame.noticeTitle).push(...note.lines)
    i += note.lines.length
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
    rest.findLastIndex(
      (line, k) =>
        isTitle(line) &&
        (k > 0 || frame.addressee.length > 0) &&
        isFree(rest, titleStart(rest, k)) &&
        isNamed(rest.slice(titleStart(rest, k), k + 1)),
    )
  if (titleAt < 0) return takeMarginal(rest, frame)
  const from = named?.from ?? titleStart(rest, titleAt)
  const note = noteBelow(rest.slice(titleAt + 1, titleAt + 9))
  const to = titleAt + note.lines.length
  frame.title = [...rest.slice(from, titleAt + 1), ...(note.passed ? [] : note.lines)]
  if (note.passed) frame.passed.push(...note.lines)
  const before = rest.slice(0, from)
  if (annexHead.test(before.at(-1)?.text.trim() ?? '')) frame.furniture.push(before.pop() as Line)
  frame.notice = takeMarginal(before, frame)
  return rest.slice(to + 1)
}

// （试行） · （2019年12月28日……会议⏎通过） — lines of a note in brackets below a title
function noteBelow(lines: Line[]): { lines: Line[]; passed: boolean } {
  const last = lines.findIndex((line) => /[）)]$/.test(line.text.trim()))
  const text = lines
    .slice(0, last + 1)
    .map((line) => line.text.trim())
    .join('')
  const short = last === 0 && text.length <= 24 && !/。/.test(text)
  const passed = passedNote.test(text) && /通过|公布|发布|印发|批准|修订|修正|施行/u.test(text)
  return { lines: /^[（(]/.test(text) && (short || passed) ? lines.slice(0, last + 1) : [], passed }
}

// （2019年12月28日……, （二○一○年……: when and by whom the text was passed
const passedNote = /^[（(]\s*[\d二〇○零一九]{4}\s*年/u

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

// 通知公告⏎某市人民政府关于……的意见: what ends as a title does and names no matter, above a title that does
const isStray = (lines: Line[]) => lines.every((line) => titleEnd.test(line.text.trim()) && !/关于/u.test(line.text))
const about = /^[\u4e00-\u9fff]{0,30}关于/u
const isOpen = ({ text }: Line) => !/[。；：:\t]/u.test(text)
const opensAbout = (lines: Line[]): boolean =>
  about.test(lines[0]?.text.trim() ?? '') && [1, 2, 3].some((n) => lines.slice(0, n).every(isOpen) && titleIsWhole(lines.slice(0, n)))

// a line above the issuer's own 关于印发…… is the name of the page or file it stands on
function dropStray(frame: Frame) {
  const named = frame.noticeTitle.findIndex((line, i) => i > 0 && about.test(line.text.trim()))
  let from = named
  if (/^关于/.test(frame.noticeTitle[named]?.text.trim() ?? ''))
    while (from > 0 && agenciesOfLine(frame.noticeTitle[from - 1]?.text ?? '').length > 0) from--
  const stray = frame.noticeTitle.slice(0, Math.max(from, 0))
  if (from <= 0 || !stray.every((line) => titleEnd.test(line.text.trim()) || /表$/.test(line.text.trim()))) return
  frame.furniture.push(...stray)
  frame.noticeTitle = frame.noticeTitle.slice(from)
}
