import type { Line } from './lines.ts'
import { annexHead, isBalanced, marginOf, opensSentence, titleEnd } from './marginal.ts'

const letters = (text: string) =>
  text
    .replace(/[\s《》“”"〈〉]/gu, '')
    .replace(/[（(]/g, '（')
    .replace(/[）)]/g, '）')
    .replace(/[-－–—~～至]+/gu, '—')

// the plan's title stands below the notice as the notice's own title gives it, over as many lines as it takes
/** Place of the plan's title among the lines of a notice, by the name that the notice's own title gives it, or `null`. */
export function findNamedTitle(rest: Line[], notice: Line[]): { from: number; to: number } | null {
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

export function titleIsWhole(lines: Line[], next?: Line): boolean {
  const text = lines.map((line) => line.text.trim()).join('')
  const last = lines.at(-1)?.text.trim() ?? ''
  // 关于印发某行动⏎计划的通知 is open until the notice is named
  if (/(?:印发|转发|下发)[《“]?[\u4e00-\u9fff]/u.test(text))
    return /(?:通知|函|公告|通告|决定|意见|命令|令)(?:[（(][^（）()]{1,16}[）)])?$/u.test(text)
  // 某行动⏎实施方案: words that seldom end a title may stand within it
  const goesOn = /(?:行动|标准|制度|目录|法|政策|安排|规范|清单|举措|指南)$/u.test(last) && next !== undefined && isRestOfTitle(next, last)
  return !goesOn && (lines.some((line) => titleEnd.test(line.text.trim())) || titleEnd.test(text))
}

const isRestOfTitle = (line: Line, before: string): boolean => {
  const text = line.text.trim()
  return text.length <= 24 && titleEnd.test(text) && !/^(?:关于|《|[（(])|[。；：，]/u.test(text) && text !== before
}

// 某市“十四五”基层卫生健康服务⏎能力提升行动计划 — a title's earlier lines are short, open, and none of the notice
/** First line of a title that ends at `titleAt`. */
export function titleStart(rest: Line[], titleAt: number): number {
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
/** Whether a title may begin at a line. */
export const isFree = (rest: Line[], from: number): boolean => {
  const before = rest[from - 1]
  return !before || /[。！？：:）)]$/.test(before.text.trim()) || annexHead.test(before.text.trim()) || marginOf(rest, from - 1) !== null
}

/** Whether lines together read as a title and not as the wrapped beginning of a paragraph. */
export function isNamed(lines: Line[]): boolean {
  const text = lines.map((line) => line.text.trim()).join('')
  return text.length <= 80 && isBalanced(text) && !opensSentence.test(text)
}
