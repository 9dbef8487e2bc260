import { findReferences } from '../../src/extract/reference.ts'
import { findResponsibilities } from '../../src/extract/responsibility.ts'
import { findTargets } from '../../src/extract/target.ts'
import { parseDocument } from '../../src/parse/document.ts'
import { hostileTexts } from '../parse/hostile.ts'
import { floor, growth, keep, type Measures, median } from './measure.ts'

const numerals = [...'一二三四五六七八九十']

/** Sections of the digests, numbered anew under chapters of ten, until the text has `size` characters: one long, clean document. */
function longDocument(digests: string[], size: number): string {
  const sections = digests.flatMap((d) => d.split('\n').flatMap((line) => /^（[一二三四五六七八九十]+）(.{60,})/u.exec(line)?.[1] ?? []))
  const out = ['某省卫生发展方案', '']
  let length = 0
  for (let i = 0; length < size; i++) {
    const lines = numerals.map((n, k) => `（${n}）${sections[(i * 10 + k) % sections.length]}`)
    out.push(`${numerals[i % 10]}、第${numerals[i % 10]}部分`, ...lines)
    length += lines.reduce((sum, line) => sum + line.length + 1, 8)
  }
  return out.join('\n')
}

const extract = (text: string) => {
  const outline = parseDocument(text)
  return [findTargets(outline), findReferences(outline), findResponsibilities(outline)]
}
const megabytes = (text: string) => Buffer.byteLength(text) / 1e6

/** Speed of the parser, alone and with everything `npm run parse` prints: one document of up to 10 MB, up to 10,000 documents. */
export function benchParse(digests: string[]): void {
  const clean = digests.map((d) => d.replace(/<!--[\s\S]*?-->/gu, ''))
  console.log('one document       MB      ms   MB/s  × floor   with facts: ms   MB/s')
  const sizes = [35_000, 350_000, 3_500_000]
  const texts = sizes.map((size) => longDocument(clean, size))
  const [one, many]: [Measures, Measures] = [[], []]
  const times = texts.map((text) => {
    const [time, all] = [median(() => parseDocument(text).provisions.length), median(() => extract(text).length)]
    const row = [megabytes(text), time, (megabytes(text) / time) * 1e3, time / floor(text), all, (megabytes(text) / all) * 1e3]
    console.log(`${' '.repeat(12)}${row.map((n) => n.toFixed(1).padStart(9)).join('')}`)
    one.push({ size: megabytes(text), ms: time, 'x floor': row[3] as number, 'ms with facts': all })
    return all
  })
  console.log(`growth exponent ${growth(texts.map(megabytes), times).toFixed(2)}`)
  console.log('documents           MB      ms   MB/s   documents/s (with facts)')
  const counts = [100, 1000, 10_000]
  const totals = counts.map((n) => {
    const all = Array.from({ length: n }, (_, i) => clean[i % clean.length] as string)
    const time = median(() => {
      for (const text of all) extract(text)
    })
    const size = all.reduce((sum, text) => sum + megabytes(text), 0)
    const row = [size, time, (size / time) * 1e3, (n / time) * 1e3]
    console.log(`${String(n).padStart(12)}${row.map((v) => v.toFixed(1).padStart(9)).join('')}`)
    many.push({ size: n, MB: size, ms: time, 'x floor': time / floor(all.join('\n')) })
    return time
  })
  console.log(`growth exponent ${growth(counts, totals).toFixed(2)}`)
  keep('parse', one, { 'ms with facts': growth(texts.map(megabytes), times) })
  keep('parse-documents', many, { ms: growth(counts, totals) })
}

/** Growth of the time on hostile texts between 10,000 and 40,000 units: the worst exponents; about 1 is linear. */
export function benchHostile(): void {
  const sizes = [10_000, 40_000]
  const rows = Object.entries(hostileTexts).map(([name, text]) => {
    const times = sizes.map((n) => {
      const hostile = text(n)
      const start = performance.now()
      extract(hostile)
      return performance.now() - start
    })
    return { name, times, exponent: growth(sizes, times) }
  })
  console.log('worst texts       ms at 10,000  at 40,000  exponent')
  for (const { name, times, exponent } of rows.sort((a, b) => b.exponent - a.exponent).slice(0, 5))
    console.log(`${name.padEnd(16)}${times.map((t) => t.toFixed(0).padStart(12)).join('')}${exponent.toFixed(2).padStart(10)}`)
  keep(
    'hostile',
    rows.map((r) => ({ size: sizes[1] as number, name: r.name, ms: r.times[1] as number, exponent: r.exponent })),
  )
}
