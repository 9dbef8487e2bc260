import { agenciesOfLine } from './agency.ts'
import { dateText, parseDate } from './date.ts'
import { findLabel } from './label.ts'
import type { Line } from './lines.ts'

export const documentNumber =
  /^[（(]?(?:发文字号|文\s*号|发布文号)?[:：]?\s*([\u4e00-\u9fff]{1,14})\s*[〔（([【〖﹝]\s*(\d{4})\s*[〕）)\]】〗﹞]\s*第?\s*(\d+)\s*号\s*[）)]?(?:\s+签发人[:：].*)?$/u
// 云政办发〔2023〕xx号, 卫办〔2017102: a number masked or damaged by the copy still stands where a number stands
const spoiltNumber =
  /^[（(]?(?:发文字号|文\s*号)?[:：]?\s*[\u4e00-\u9fffXxＸ×*＊○〇]{1,14}\s*[〔（([【〖﹝]\s*(?:\d{5,}|(?:\d{4}|[\d*＊×XxＸ○〇_＿]{2,5})\s*[〕）)\]】〗﹞]\s*第?\s*[\d*＊×XxＸ○〇_＿\s]{0,6})\s*号?\s*[）)]?$/u
export const isNumber = ({ text }: Line) => documentNumber.test(text.trim()) || spoiltNumber.test(text.trim())
export const titleEnd =
  /(?:方案|意见|要点|办法|规划|计划|规定|细则|措施|纲要|通知|决定|公告|通告|条例|行动|清单|标准|指引|制度|通报|批复|报告|函|请示|纪要|章程|规则|规范|指南|守则|法|目录|安排|举措|政策)(?:》)?(?:[（(〔][^（）()〔〕]{1,16}[）)〕])?$/u
export const annexHead = /^附\s*[件表]\s*(?:\d{1,2}|[一二三四五六七八九十]{1,2})?\s*[:：]?$/u
const annexNote = /^附\s*[件表]\s*(?:\d{0,2}|[一二三四五六七八九十]{1,2})\s*[:：]\s*\S/u

const bare = (line: Line) => line.text.replace(/[\s\u3000]/gu, '')
// 20XX年X月X日, 2020年　月　日: a date left open
const openDate = /^(?:20)?[\dXxＸ×*＊○〇_]{0,4}年[\dXxＸ×*＊_]{0,2}月[\dXxＸ×*＊_]{0,2}日$/u
export const isDate = (line: Line) => {
  if (line.text.length > 48) return false
  const text = bare(line).replace(/[（()）]/g, '')
  return (text === dateText(text) && parseDate(text) !== null) || openDate.test(text)
}
// 中华人民共和国主席　某某某
const isSigner = (line: Line) =>
  /^(?:中华人民共和国主席|国务院总理|[总省州市县区厅局院部]长|主\s*[任席])[\s\u3000]+[\u4e00-\u9fff]{1,2}\s?[\u4e00-\u9fff]{1,2}$/u.test(
    line.text.trim(),
  )
export const isDisclosure = (line: Line) =>
  line.text.length <= 60 &&
  bare(line).length <= 26 &&
  /公开/.test(bare(line)) &&
  /^[（(]|(?:公开|公开发布)[）)]?$|^(?:此件|本件|公开(?:属性|方式|形式|类别)|信息公开|政务公开)/.test(bare(line)) &&
  !/。./.test(bare(line))
export const isCopy = (line: Line) => /^(?:抄送|抄报|抄\s+送|分送|主送)[:：]?/.test(line.text.trim())
export const isPrinted = (line: Line) =>
  line.text.length <= 120 && bare(line).length <= 60 && /印发$/.test(bare(line)) && parseDate(line.text) !== null
// 共印60份, （共印120份）
const isPrintRun = (line: Line) => /^[（(]?(?:共印|印数|印)[:：]?\d+份[）)]?$/u.test(bare(line))
export const isContact = (line: Line) => /^[（(]?(?:联系人|联系电话|联系方式|电\s*话|传\s*真|邮\s*箱|联系单位)[:：]/u.test(line.text.trim())
export const isAnnexNote = (line: Line) => annexNote.test(line.text.trim())
export const opensSentence = /^(?:附件|为|根据|按照|依据|依照|现将|和|及|与)/u

// a line cut out of a sentence opens or closes what another line closes or opens
export const isBalanced = (text: string): boolean =>
  [...['《》', '（）', '“”']].every(([open = '', close = '']) => text.split(open).length === text.split(close).length)

export const isTitle = (line: Line) =>
  line.text.length <= 70 &&
  titleEnd.test(line.text.trim()) &&
  !/》$|^[（(〔]|[〔[]\d{4}/u.test(line.text.trim()) &&
  !/[。；：，]/.test(line.text) &&
  !findLabel(line.text) &&
  !opensSentence.test(line.text.trim()) &&
  isBalanced(line.text)
export const isAddressee = (line: Line) =>
  /[：:]$/.test(line.text) &&
  /各|局|委|厅|政府|单位|院|公司|部门|机构|中心/.test(line.text) &&
  !/[。；]/.test(line.text) &&
  !findLabel(line.text)

/** Agencies that sign in a line, with or without the date beside them; `[]` where the line holds anything else. */
export const signersOf = (line: Line): string[] => {
  if (line.text.length > 200) return []
  const date = dateText(line.text)
  return agenciesOfLine(date ? line.text.replace(date, ' ') : line.text)
}

// 抄送：甲局，乙局，⏎丙局。 — a list of copies goes on while its lines end with a comma, and to the full stop of a name that was cut
const isCopyRest = (lines: Line[], i: number): boolean => {
  for (let k = i - 1; k >= 0 && k >= i - 12; k--) {
    const line = lines[k] as Line
    const cut = k === i - 1 && !/。\s*$/u.test(line.text) && /^[\u4e00-\u9fff，、；（）]{1,24}。\s*$/u.test(lines[i]?.text ?? '')
    if (!cut && !/[，、,；;]\s*$/.test(line.text)) return false
    if (isCopy(line)) return true
  }
  return false
}
// 附件：某计划（2023—20⏎25年） — what a wrapped line cut off
const isNoteEnd = (lines: Line[], i: number): boolean => {
  const [line, before] = [lines[i], lines[i - 1]]
  return (
    line !== undefined && before !== undefined && isAnnexNote(before) && !isBalanced(before.text) && isBalanced(before.text + line.text)
  )
}
// 附件：1．甲⏎2．乙 — a list of annexes goes on while its lines are numbered and hold no sentence
const isNoteRest = (lines: Line[], i: number): boolean => {
  const numbered = (line: Line | undefined) => line !== undefined && /^\d{1,2}\s*[.．、]/.test(line.text) && !/[。；]/.test(line.text)
  let k = i
  while (k > 0 && i - k < 40 && numbered(lines[k])) k--
  return k < i && isAnnexNote(lines[k] as Line)
}

export type Margin = 'disclosure' | 'imprint' | 'signature'

/** What a line at the edge of a text is for, or `null` where it is prose. */
export function marginOf(lines: Line[], i: number): Margin | null {
  const line = lines[i] as Line
  const next = lines[i + 1]
  if (isDisclosure(line)) return 'disclosure'
  if (isCopy(line) || isCopyRest(lines, i) || isPrinted(line) || isPrintRun(line) || isContact(line)) return 'imprint'
  const signs = signersOf(line).length > 0
  if (signs && next && isPrinted(next)) return 'imprint'
  return signs || isDate(line) || isSigner(line) || isAnnexNote(line) || isNoteRest(lines, i) || isNoteEnd(lines, i) ? 'signature' : null
}
