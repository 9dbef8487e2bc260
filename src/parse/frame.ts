import { agenciesOfLine } from './agency.ts'
import { parseDate } from './date.ts'
import { findLabel } from './label.ts'
import type { Line } from './lines.ts'

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
}

export const documentNumber = /^([\u4e00-\u9fff]{1,12})\s*[〔（([【]\s*(\d{4})\s*[〕）)\]】]\s*第?\s*(\d+)\s*号$/u
const titleEnd =
  /(?:方案|意见|要点|办法|规划|计划|规定|细则|措施|纲要|通知|决定|公告|通告|条例|行动|清单|标准|指引|制度)(?:[（(][^（）()]{1,12}[）)])?$/u
const furniture = /^(?:[-—=_*\s]{3,}|[^。]{0,40}>[^。]{0,20}>?[^。]{0,20})$/u
const annexHead = /^附件\s*(?:\d{1,2}|[一二三四五六七八九十]{1,2})?\s*[:：]?$/u

const isDate = (line: Line) => line.text.length <= 24 && parseDate(line.text) !== null
const isDisclosure = (line: Line) => line.text.length <= 24 && /公开/.test(line.text) && /^[（(]|公开[）)]?$/.test(line.text)
const isCopy = (line: Line) => /^\s*(?:抄送|抄报|分送)/.test(line.text)
// 抄送：甲局，乙局，⏎丙局。 — a list of copies goes on while its lines end with a comma
const isCopyRest = (lines: Line[], i: number): boolean => {
  const before = lines[i - 1]
  return before !== undefined && /[，、,；;]\s*$/.test(before.text) && (isCopy(before) || isCopyRest(lines, i - 1))
}
const isPrinted = (line: Line) => isDate(line) && /印发$/.test(line.text)
const isAnnexNote = (line: Line) => /^附件\s*\d*\s*[:：]./u.test(line.text)
const isTitle = (line: Line) => line.text.length <= 70 && titleEnd.test(line.text) && !/[。；]/.test(line.text) && !findLabel(line.text)
const isAddressee = (line: Line) => /[：:]$/.test(line.text) && /各|局|委|厅|政府|单位|院/.test(line.text) && !/。/.test(line.text)

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
})

/** Lines → frame. A covering notice is told from the plan it wraps by the plan's title, which stands after the notice. */
export function findFrame(all: Line[]): Frame {
  const frame = empty()
  const lines = all.filter((line) => {
    if (!line.text.trim()) return false
    if (!line.text.includes('\t') && furniture.test(line.text)) frame.furniture.push(line)
    else return true
    return false
  })
  const first = lines.findIndex((line) => /^(?:chapter|part|article)$/.test(findLabel(line.text)?.level ?? ''))
  const outlineAt = first < 0 ? lines.length : first
  const annexAt = lines.findIndex((line, i) => i > outlineAt && annexHead.test(line.text))
  const rest = findFront(lines.slice(0, outlineAt), frame)
  const end = annexAt < 0 ? lines.length : annexAt
  frame.body = [...rest, ...takeTail(lines.slice(outlineAt, end), frame)]
  if (annexAt >= 0) frame.annexes = splitAnnexes(lines.slice(annexAt))
  return frame
}

// front:  letterhead? number? title+ addressee? (notice signature? title)? preamble
function findFront(front: Line[], frame: Frame): Line[] {
  const numberAt = front.findIndex((line) => documentNumber.test(line.text.trim()))
  if (numberAt >= 0) {
    frame.letterhead = front.slice(0, numberAt)
    frame.number = [front[numberAt] as Line]
  }
  let i = numberAt + 1
  while (i < front.length && frame.noticeTitle.length < 4) {
    const line = front[i] as Line
    if (isAddressee(line) || /。/.test(line.text)) break
    if (frame.noticeTitle.length > 0 && titleEnd.test((frame.noticeTitle.at(-1) as Line).text)) break
    frame.noticeTitle.push(line)
    i++
  }
  if (i < front.length && isAddressee(front[i] as Line)) frame.addressee = [front[i++] as Line]
  const rest = front.slice(i)
  const titleAt = rest.findLastIndex((line, k) => isTitle(line) && (k > 0 || frame.addressee.length > 0))
  if (titleAt < 0) return takeMarginal(rest, frame)
  frame.title = [rest[titleAt] as Line]
  frame.notice = takeMarginal(rest.slice(0, titleAt), frame)
  return rest.slice(titleAt + 1)
}

/** Takes signature, disclosure and imprint lines out of a run of lines; what is left is prose. */
function takeMarginal(lines: Line[], frame: Frame): Line[] {
  return lines.filter((line, i) => {
    const next = lines[i + 1]
    if (isDisclosure(line)) frame.disclosure.push(line)
    else if (isCopy(line) || isCopyRest(lines, i) || isPrinted(line)) frame.imprint.push(line)
    else if (agenciesOfLine(line.text).length > 0 && next && isPrinted(next)) frame.imprint.push(line)
    else if (isDate(line) || isAnnexNote(line) || agenciesOfLine(line.text).length > 0) frame.signature.push(line)
    else return true
    return false
  })
}

/** The signature, annex note and imprint that follow the outline: taken from the end while lines are of that kind. */
function takeTail(lines: Line[], frame: Frame): Line[] {
  let end = lines.length
  const marginal = (line: Line, i: number) =>
    isDate(line) || isCopy(line) || isCopyRest(lines, i) || isAnnexNote(line) || isDisclosure(line) || agenciesOfLine(line.text).length > 0
  while (end > 0 && marginal(lines[end - 1] as Line, end - 1)) end--
  takeMarginal(lines.slice(end), frame)
  return lines.slice(0, end)
}

function splitAnnexes(lines: Line[]): Line[][] {
  const annexes: Line[][] = []
  for (const line of lines) {
    if (annexHead.test(line.text)) annexes.push([line])
    else annexes.at(-1)?.push(line)
  }
  return annexes
}
