import type { Words } from '../i18n/words.ts'
import type { Provision } from '../model/provision.ts'

/** First characters of a text, ending in … where it was cut; Latin words are not cut. */
export function formatExcerpt(text: string, length: number): string {
  if (text.length <= length) return text
  const cut = text.slice(0, length)
  return `${/[a-z]$/i.test(cut) && /^[a-z]/i.test(text.slice(length)) ? cut.replace(/\s+\S*$/, '') : cut}…`
}

/** Where a clause was compared with the official text, named by the first characters of both checksums. */
export const formatChecked = (checked: Provision['checked'], sha256: string, words: Words): string =>
  checked
    ? words.checked(checked.officialRange[0] + 1, checked.officialRange[1], checked.sha256.slice(0, 12), sha256.slice(0, 12))
    : words.unchecked

/** Share as people write it: `0.379` → `37.9%`. */
export const formatPercent = (share: number): string => `${Math.round(share * 1000) / 10}%`

// from one Chinese character to the last of the same stretch, with what is printed between them
const chinese =
  /[\p{Script=Han}《〔][\p{Script=Han}\d\u3000-\u303f\uff00-\uff60〔〕《》·—“”|｜\s.]*[\p{Script=Han}》〕）。]|\p{Script=Han}/gu

/** Text of a page in another language → its stretches, those in Chinese marked: `see 附件` → `see `, `附件`. */
export function splitChinese(text: string): { text: string; chinese: boolean }[] {
  const runs: { text: string; chinese: boolean }[] = []
  let from = 0
  for (const m of text.matchAll(chinese)) {
    if (m.index > from) runs.push({ text: text.slice(from, m.index), chinese: false })
    runs.push({ text: m[0], chinese: true })
    from = m.index + m[0].length
  }
  if (from < text.length) runs.push({ text: text.slice(from), chinese: false })
  return runs
}
