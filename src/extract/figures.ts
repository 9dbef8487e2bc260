import { parseNumber } from '../parse/numeral.ts'

const chinese = /(?<![A-Za-z\d.])(\d[\d,]*(?:\.\d+)?)(?:[人名张个]?[-—–~～](\d[\d,]*(?:\.\d+)?))?([万亿])?/gu
const english = /(?<![A-Za-z\d.,]|[A-Za-z]-)(\d[\d,]*(?:\.\d+)?)(?:\s*[-–—]\s*(\d[\d,]*(?:\.\d+)?))?(?:\s*(million|billion))?/g
const scale: Record<string, number> = { million: 1e6, billion: 1e9 }

/** Every number a Chinese text prints in digits, multiplied out: `10-30万元` → 100000, 300000. */
export const figuresOfChinese = (text: string): Set<number> =>
  new Set([...text.matchAll(chinese)].flatMap(([, a, b, s]) => [a, b].flatMap((n) => (n ? [parseNumber(n, s) as number] : []))))

/** The same of an English text: `20 million` → 20000000. */
export const figuresOfEnglish = (text: string): Set<number> =>
  new Set(
    [...text.matchAll(english)].flatMap(([, a, b, s]) =>
      [a, b].flatMap((n) => (n ? [Number(n.replace(/,/g, '')) * (scale[s ?? ''] ?? 1)] : [])),
    ),
  )
