import type { Words } from '../i18n/words.ts'
import type { Provision } from '../model/provision.ts'

/** ISO date → `2021年10月27日`. */
export function formatDate(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number)
  return `${year}年${month}月${day}日`
}

/** `2025` → `2025年`, `2022-11-08` → `2022年11月8日`. */
export const formatDeadline = (deadline: string): string => (/^\d{4}$/.test(deadline) ? `${deadline}年` : formatDate(deadline))

/** Value for people, at most two decimals, no trailing zeros: `20000000` → `2000万`, `31.87` → `31.87`. */
export function formatValue(value: number): string {
  if (value >= 1e8 && value % 1e6 === 0) return `${value / 1e8}亿`
  if (value >= 1e5 && value % 1e4 === 0) return `${value / 1e4}万`
  return String(Math.round(value * 100) / 100)
}

/** Path of a provision for people: `二` → `二、`, `二/（三）` → `二、（三）`, `附件/4` → `附件第4项`. */
export function formatPath(path: string): string {
  if (path === 'notice') return '印发通知'
  if (path === 'preamble') return '引言'
  const [first, ...rest] = path.split('/') as [string, ...string[]]
  if (/^附件/.test(first)) return rest.length > 0 ? `${first}第${rest.join('.')}项` : first
  const head = /^[一二三四五六七八九十]+$/u.test(first) ? `${first}、` : first
  const tail = rest.map((label) => (/^\d+$/.test(label) ? `${label}．` : label)).join('')
  return `${head}${tail}`.replace(/．$/, '')
}

/** First characters of a text, ending in … where it was cut. */
export const formatExcerpt = (text: string, length: number): string => (text.length <= length ? text : `${text.slice(0, length)}…`)

/** Where a clause was compared with the official text, named by the first characters of both checksums. */
export const formatChecked = (checked: Provision['checked'], sha256: string, words: Words): string =>
  checked
    ? words.checked(checked.officialRange[0] + 1, checked.officialRange[1], checked.sha256.slice(0, 12), sha256.slice(0, 12))
    : words.unchecked
