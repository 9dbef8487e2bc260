import type { ComparabilityField } from '../model/compare.ts'
import type { Bilingual } from '../model/document.ts'

interface People {
  id: string
  name: Bilingual
  certifier?: Bilingual | undefined
  printed: string
}

/** One side of a comparison, as the sentences need it. */
export interface Side {
  short: Bilingual
  printed: Bilingual
  value: number | null
  type: string
  per: Bilingual | null
  timeBasis: string
  unit: string | null
  term: { from: number; to: number }
  stage: string
  populations: People[]
  modality: { id: string; name: Bilingual; force: number | null }
  condition: Bilingual | null
}

type Sides = [Side, Side]
type Lang = keyof Bilingual

const stages: Record<string, Bilingual> = {
  'battle-against-poverty': { zh: '脱贫攻坚期', en: 'the battle against poverty' },
  'transition-period': { zh: '过渡期', en: 'the transition period' },
  'long-term': { zh: '长期安排', en: 'a long-term arrangement' },
}
const bases: Record<string, Bilingual> = {
  'by-date': { zh: '到期达到', en: 'to be reached by a date' },
  'per-year': { zh: '按年', en: 'by year' },
  'per-month': { zh: '按月', en: 'by month' },
  'per-batch': { zh: '按批', en: 'by batch' },
  stock: { zh: '常设要求', en: 'a standing requirement' },
  'one-off': { zh: '一次性', en: 'once' },
}

const both = (zh: (s: Side) => string, en: (s: Side) => string, [a, b]: Sides): Bilingual => ({
  zh: `${a.short.zh}${zh(a)}，${b.short.zh}${zh(b)}。`,
  en: `${a.short.en} ${en(a)}, ${b.short.en} ${en(b)}.`,
})

const termIn = ({ from, to }: Side['term'], lang: Lang) =>
  lang === 'zh'
    ? from === to
      ? `写的是${from}年一年的任务`
      : `写的是${from}—${to}年的任务`
    : from === to
      ? `sets tasks of one year, ${from}`
      : `sets tasks of ${from}-${to}`

const people = (s: Side, lang: Lang) => {
  const bare = (text: string) => text.replace(/（.*?）| \(.*?\)/gu, '')
  const named = s.populations.map((p) => {
    const group = lang === 'zh' ? p.printed : p.name.en
    if (!p.certifier) return group
    return lang === 'zh' ? `${group}（${bare(p.certifier.zh)}）` : `${group} (${bare(p.certifier.en)})`
  })
  if (named.length === 0) return lang === 'zh' ? '没有写明对象' : 'names no group'
  return lang === 'zh' ? `的对象是${named.join('、')}` : `speaks of ${named.join(', ')}`
}

// 低收入人口 in two documents may be two groups of people
function sameWords([a, b]: Sides): Bilingual | null {
  const core = (p: People) => p.printed.replace(/^(?:农村|城乡|建档立卡)+/u, '')
  for (const p of a.populations)
    for (const q of b.populations)
      if (core(p) === core(q) && p.id !== q.id)
        return {
          zh: `都写“${core(p)}”，不是同一群人：${a.short.zh}指${p.certifier?.zh ?? p.name.zh}的，${b.short.zh}指${q.certifier?.zh ?? q.name.zh}的。`,
          en: `The same words (${q.name.en}) mean other people: ${a.short.en} those ${p.certifier?.en ?? p.name.en}, ${b.short.en} those ${q.certifier?.en ?? q.name.en}.`,
        }
  return null
}

const conditionIn = (s: Side, lang: Lang) =>
  s.condition
    ? lang === 'zh'
      ? `附条件：“${s.condition.zh}”`
      : `sets a condition (${s.condition.en})`
    : lang === 'zh'
      ? '这一句不附条件'
      : 'sets no condition'

const modalIn = (s: Side, lang: Lang) =>
  lang === 'zh'
    ? s.modality.id === 'directive'
      ? '直接规定'
      : `的语气是“${s.modality.name.zh}”`
    : s.modality.id === 'directive'
      ? 'lays it down'
      : `says "${s.modality.name.en}"`

function firmer([a, b]: Sides): Bilingual {
  const [x, y] = [a.modality.force, b.modality.force]
  if (x === null || y === null || x === y) return { zh: '', en: '' }
  const s = x > y ? a : b
  return { zh: `${s.short.zh}的措辞更确定。`, en: ` ${s.short.en} is worded more firmly.` }
}

// of two figures that agree in everything else, which asks for more
function ranked([a, b]: Sides): Bilingual {
  const written = `${a.short.zh}写“${a.printed.zh}”，${b.short.zh}写“${b.printed.zh}”`
  const writtenEn = `${a.short.en}: ${a.printed.en}; ${b.short.en}: ${b.printed.en}`
  if (a.value === null || b.value === null) return { zh: `口径相同：${written}。`, en: `Same measure - ${writtenEn}.` }
  if (a.value === b.value) return { zh: `口径相同，数字也相同：${written}。`, en: `Same measure and same figure - ${writtenEn}.` }
  const less = /^(?:cap|zero)$/.test(a.type)
  const more = a.value > b.value !== less ? a : b
  return {
    zh: `口径相同：${written}，${more.short.zh}的要求更高。`,
    en: `Same measure - ${writtenEn}; ${more.short.en} asks for more.`,
  }
}

/** What two sides differ in → the sentence of the site, zh and en; `because` is the reason the codebook gives. */
export function sentenceOf(field: ComparabilityField, sides: Sides, because?: Bilingual): Bilingual {
  const [a, b] = sides
  switch (field) {
    case 'none':
      return ranked(sides)
    case 'construct':
      return {
        zh: `不可比：${a.short.zh}写“${a.printed.zh}”，${b.short.zh}写“${b.printed.zh}”，${because?.zh}。`,
        en: `Not comparable: ${a.short.en} has “${a.printed.en}”, ${b.short.en} “${b.printed.en}”; ${because?.en}.`,
      }
    case 'rule':
      return { zh: `并列，不排名：${because?.zh}。`, en: `Side by side, not ranked: ${because?.en}.` }
    case 'unit':
      return both(
        (s) => `以${s.unit ?? '文字'}计`,
        (s) => `counts in ${s.unit ?? 'words'}`,
        sides,
      )
    case 'population':
      return (
        sameWords(sides) ??
        both(
          (s) => people(s, 'zh'),
          (s) => people(s, 'en'),
          sides,
        )
      )
    case 'per':
      return both(
        (s) => (s.per ? `按“${s.per.zh}”计` : '没有写按什么计'),
        (s) => (s.per ? `counts ${s.per.en}` : 'does not say per what'),
        sides,
      )
    case 'time-basis':
      return both(
        (s) => `是${bases[s.timeBasis]?.zh}`,
        (s) => `is ${bases[s.timeBasis]?.en}`,
        sides,
      )
    case 'stage':
      return both(
        (s) => `属${stages[s.stage]?.zh}`,
        (s) => `belongs to ${stages[s.stage]?.en}`,
        sides,
      )
    case 'term':
      return both(
        (s) => termIn(s.term, 'zh'),
        (s) => termIn(s.term, 'en'),
        sides,
      )
    case 'modality': {
      const said = both(
        (s) => modalIn(s, 'zh'),
        (s) => modalIn(s, 'en'),
        sides,
      )
      const more = firmer(sides)
      return { zh: `${said.zh}${more.zh}`, en: `${said.en}${more.en}` }
    }
    case 'condition':
      return both(
        (s) => conditionIn(s, 'zh'),
        (s) => conditionIn(s, 'en'),
        sides,
      )
  }
}
