const digits: Record<string, number> = { 〇: 0, '○': 0, 零: 0, 半: 0.5, 两: 2 }
for (const [i, c] of [...'一二三四五六七八九'].entries()) digits[c] = i + 1
const units: Record<string, number> = { 十: 10, 百: 100, 千: 1000, 万: 1e4, 亿: 1e8 }

/** Chinese numeral → number, `null` where it is none: `二十五` → 25, `两千` → 2000, `二○一○` → 2010, `半` → 0.5. */
export function parseNumeral(text: string): number | null {
  if (!text || [...text].some((c) => !(c in digits) && !(c in units))) return null
  if (![...text].some((c) => c in units)) {
    if (text.length === 1) return digits[text] as number
    return text.includes('半') ? null : Number([...text].map((c) => digits[c]).join(''))
  }
  let total = 0
  let section = 0
  let digit = 0
  for (const c of text) {
    const unit = units[c]
    if (unit === undefined) digit = digits[c] as number
    else if (unit >= 1e4) {
      total += (section + digit) * unit
      section = digit = 0
    } else {
      section += (digit || 1) * unit
      digit = 0
    }
  }
  return total + section + digit
}

const scale: Record<string, number> = { 万: 1e4, 亿: 1e8, 千: 1e3, 百: 100 }

/** Printed number with an optional multiplier → its value multiplied out: `2000`, `万` → 20000000. */
export function parseNumber(text: string, multiplier = ''): number | null {
  const plain = text.replaceAll(',', '')
  const base = /^\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : parseNumeral(text)
  return base === null ? null : base * (scale[multiplier] ?? 1)
}
