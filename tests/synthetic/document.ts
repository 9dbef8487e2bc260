import { placeOf, places } from './places.ts'
import * as words from './words.ts'

/** A figure a synthetic document sets, known because it was put there. */
export interface GoldTarget {
  provision: string
  value: number
  unit: string
  comparator: string
  deadline: string | null
}
export interface Synthetic {
  id: string
  region: string
  text: string
  /** what the text holds, and which sections were taken over from the document of the place above */
  gold: { provisions: string[]; targets: GoldTarget[]; references: string[]; agencies: string[]; copied: { here: string; there: string }[] }
}

/** Numbers from a seed, the same on every machine (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const numerals = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']
const pickBy =
  (random: () => number) =>
  <T>(list: readonly T[]): T =>
    list[Math.floor(random() * list.length)] as T

/** Heading and sentences of a section, before figures, citations and bodies are put in; the same for the same numbers. */
function makeSection(seed: number, n: number, chapter: number, section: number): { heading: string; body: string[] } {
  const random = randomOf(Math.imul(seed, 1_000_003) + n * 64 + chapter * 8 + section + 1_000_000_007)
  const pick = pickBy(random)
  const place = () => pick(words.placeHeads) + pick(words.placeTails)
  const who = () => `${place()}${pick(words.townKinds)}${pick(words.facilities)}`
  const act = () => `${pick(words.manners)}${pick(words.verbs)}${place()}${pick(words.objects)}`
  const sentences: (() => string)[] = [
    () =>
      `${pick(words.times)}，${who()}${act()}，${pick(words.links)}${place()}${pick(words.partners)}${act()}，使${place()}${pick(words.results)}`,
    () => `${place()}${pick(words.people)}由${who()}${act()}；${place()}${pick(words.people)}${act()}，${place()}${pick(words.results)}`,
    () =>
      `${pick(words.links)}${place()}${pick(words.partners)}，${pick(words.manners)}${pick(words.verbs)}${who()}的${pick(words.objects)}`,
    () => `${who()}要${act()}，${pick(words.times)}${act()}`,
    () =>
      `鼓励${place()}${pick(words.partners)}为${place()}${pick(words.people)}${act()}，${pick(words.verbs)}${place()}${pick(words.objects)}`,
  ]
  const heading = `${pick(words.headingVerbs)}${place()}${pick(words.headingThings)}`
  return { heading, body: Array.from({ length: 4 + Math.floor(random() * 4) }, () => pick(sentences)()) }
}

/** Document `n` of the corpus of a seed: letterhead, notice, five chapters of eight sections, imprint. One section in eight is taken over from above. */
export function makeDocument(seed: number, n: number): Synthetic {
  const random = randomOf(Math.imul(seed, 1_000_003) + n)
  const pick = pickBy(random)
  const between = (low: number, high: number) => low + Math.floor(random() * (high - low + 1))
  const place = () => pick(words.placeHeads) + pick(words.placeTails)
  const region = placeOf(n)
  const county = region.name
  const year = 2018 + (Math.floor(n / places) % 8)
  const due = String(year + between(2, 7))
  const day = `${year}年${between(1, 12)}月${between(1, 28)}日`
  const gold: Synthetic['gold'] = { provisions: [], targets: [], references: [], agencies: [], copied: [] }

  const figure = (provision: string): string => {
    const f = pick(words.figures)
    const value = between(f.low, f.high)
    const dated = random() < 0.5
    gold.targets.push({ provision, value, unit: f.unit, comparator: f.comparator, deadline: dated ? due : null })
    return `${dated ? `到${due}年，` : ''}${place()}${pick(words.townKinds)}${f.before}${f.bound}${value}${f.unit}${f.after}`
  }
  const cite = (): string => {
    const number = `${place()}卫发〔${year - between(0, 3)}〕${between(1, 99)}号`
    gold.references.push(number)
    return `落实《${place()}${pick(words.headingThings)}管理办法》（${number}）`
  }

  const lines: string[] = []
  for (let c = 1; c <= 5; c++) {
    gold.provisions.push(String(c))
    lines.push(`${numerals[c]}、${pick(words.headingVerbs)}${pick(words.headingThings)}`)
    for (let s = 1; s <= 8; s++) {
      const id = `${c}.${s}`
      gold.provisions.push(id)
      const own = makeSection(seed, n, c, s)
      const above = region.parent !== null && random() < 0.125 ? makeSection(seed, region.parent, c, s) : null
      // what is taken over is changed here and there
      const body = above ? above.body.map((sentence, i) => (random() < 0.15 ? (own.body[i] ?? sentence) : sentence)) : own.body
      if (above) gold.copied.push({ here: id, there: `${idOf(region.parent as number)}/${id}` })
      if (random() < 0.6) body.splice(between(0, body.length), 0, figure(id))
      if (random() < 0.15) body.splice(0, 0, cite())
      const lead = random() < 0.7 ? [pick(words.agencies), pick(words.agencies)] : []
      const bodies = [...new Set(lead)].map((name) => `${county.slice(-1)}${name}`)
      gold.agencies.push(...bodies.map((name) => `${id} ${name}`))
      const note = bodies.length > 0 ? `（${bodies.join('、')}负责）` : ''
      lines.push(`（${numerals[s]}）${above?.heading ?? own.heading}。${body.join('。')}。${note}`)
    }
  }
  const title = `${county}乡村健康服务提质实施方案`
  const text = `${county}卫生健康局文件

${county.slice(0, 2)}卫发〔${year}〕${between(1, 99)}号

${county}卫生健康局关于印发${title}的通知

各乡镇卫生院：

现将${title}印发，请遵照执行。

${county}卫生健康局

${day}

${title}

为做好${county}乡村健康服务，制定本方案。

${lines.join('\n\n')}
`
  return { id: idOf(n), region: region.code, text, gold }
}

// ids hold no digits before their year
const letters = (n: number): string => [...String(n)].map((d) => String.fromCharCode(97 + Number(d))).join('')
const idOf = (n: number): string => `synthetic${letters(n)}-${2018 + (Math.floor(n / places) % 8)}`

/** Share of distinct shingles of eight characters among those of the texts, punctuation and white space aside; one in `every`, chosen by what it is. */
export function distinctShare(texts: Iterable<string>, every = 1): number {
  const seen = new Set<string>()
  let all = 0
  for (const text of texts) {
    const bare = text.replace(/[\s\p{P}]/gu, '')
    for (let i = 0; i + 8 <= bare.length; i++) {
      let hash = 0
      for (let k = i; k < i + 8; k++) hash = (Math.imul(hash, 31) + bare.charCodeAt(k)) >>> 0
      if (Math.imul(hash, 2_654_435_761) >>> 0 >= 4_294_967_296 / every) continue
      seen.add(bare.slice(i, i + 8))
      all += 1
    }
  }
  return seen.size / all
}
