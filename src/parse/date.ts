import { parseNumber } from './numeral.ts'

const printed =
  /([\d二〇○零ΟО0一三四五六七八九]{4})\s*年\s*([\d一二三四五六七八九十]\s*[\d一二三四五六七八九十]?)\s*月\s*([\d一二三四五六七八九十]\s*[\d一二三四五六七八九十]{0,2})\s*日/u
const written = /(?<!\d)((?:19|20)\d{2})[-./](\d{1,2})[-./](\d{1,2})(?!\d)/u

/** Date as it stands in a text, `''` where there is none. */
export const dateText = (text: string): string => printed.exec(text)?.[0] ?? ''

/** Printed date → ISO date, `null` where the text holds none: `二○一○年九月十四日` → 2010-09-14. */
export function parseDate(text: string): string | null {
  const m = printed.exec(text) ?? written.exec(text)
  if (!m) return null
  const [year, month, day] = [m[1], m[2], m[3]].map((part) => parseNumber((part as string).replace(/\s/g, '').replace(/[ΟО]/gu, '○')))
  if (!year || !month || !day || month > 12 || day > 31) return null
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
