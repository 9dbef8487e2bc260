import { joinTables } from './cells.ts'
import { emptyFrame, type Frame, findFront, takeMarginal } from './front.ts'
import { findContents, findFurniture } from './furniture.ts'
import { findLabel } from './label.ts'
import { joinSpans, type Line } from './lines.ts'
import { annexHead, isAnnexNote, isDate, marginOf, signersOf } from './marginal.ts'

/** Lines → frame. A covering notice is told from the plan it wraps by the plan's title, which stands after the notice. */
export function findFrame(all: Line[]): Frame {
  const frame = emptyFrame()
  const written = joinDates(all.filter((line) => line.text.trim()))
  const furniture = findFurniture(written)
  const toc = findContents(written.filter((line) => !furniture.has(line)))
  const lines = joinTables(written.filter((line) => !furniture.has(line) && !toc.has(line)))
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
