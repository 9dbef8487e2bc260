import type { Outline, ParsedProvision, ParsedTarget } from '../model/parsed.ts'
import { clauseAround, sentenceAround } from './clauses.ts'
import { findCondition } from './condition.ts'
import { findDeadline } from './deadline.ts'
import { whyNoTarget } from './exclude.ts'
import { findPer, timeBasisOf, typeOf } from './kind.ts'
import { findModality } from './modality.ts'
import { findQualitative } from './qualitative.ts'
import { findQuantities } from './quantity.ts'
import { findTabled, type TabledTarget } from './table.ts'

type Figure = Pick<ParsedTarget, 'printed' | 'comparator' | 'value' | 'min' | 'max' | 'unit' | 'per' | 'type' | 'qualitative'> & {
  start: number
  year?: string
}

/** Outline → targets in order of the text, numeric and in words; a figure repeated within a provision counts once. */
export function findTargets(outline: Outline): ParsedTarget[] {
  const byId = new Map(outline.provisions.map((p) => [p.id, p]))
  return outline.provisions
    .filter((p) => p.level !== 'notice' && p.level !== 'preamble')
    .flatMap((p) => {
      const text = outline.bodies[p.id]?.text ?? ''
      const worded = /^(?:part|chapter|annex)$/.test(p.level) ? [] : findWorded(text)
      const figures = [...findNumeric(text), ...worded].sort((a, b) => a.start - b.start)
      const parent = p.parent === null ? undefined : byId.get(p.parent)
      const placed = pairYears(figures, text).map((figure) => placeTarget(figure, p, parent, outline))
      return [...placed, ...findTabled(p, outline).map((t) => completeTabled(t, p))]
    })
}

const completeTabled = (t: TabledTarget, p: ParsedProvision): ParsedTarget => ({
  provision: p.id,
  per: null,
  deadlineBasis: t.deadline ? 'printed' : null,
  timeBasis: timeBasisOf(null, t.deadline),
  modality: 'directive',
  condition: null,
  qualitative: null,
  ...t,
})

// 到2022年和2030年，……分别达到22%和30%: the figures of such a sentence fall due year by year
function pairYears(figures: Figure[], text: string): Figure[] {
  return figures.map((figure) => {
    const { from, to } = sentenceAround(text, figure.start)
    const head = /((?:20\d{2}年?(?:、|和|及|与))+20\d{2}年)[^。；]*?分别/u.exec(text.slice(from, figure.start))
    if (!head) return figure
    const years = [...(head[1] as string).matchAll(/20\d{2}/gu)].map((m) => m[0])
    const after = from + head.index + head[0].length
    const list = figures.filter((f) => f.start >= after && f.start < to && f.qualitative === null)
    const k = list.indexOf(figure)
    return k < 0 || list.length % years.length !== 0 ? figure : { ...figure, year: years[k % years.length] as string }
  })
}

function findNumeric(text: string): Figure[] {
  const seen = new Set<string>()
  return findQuantities(text).flatMap((q) => {
    if (whyNoTarget(q, text)) return []
    const before = text.slice(plainClause(text, q.start), q.start)
    const per = findPer(before) ?? (/^累计/.test(before) ? findPer(text.slice(sentenceAround(text, q.start).from, q.start)) : null)
    const { printed, comparator, value, min, max, unit, start } = q
    const key = `${printed} ${per} ${before.slice(-6)}`
    if (seen.has(key)) return []
    seen.add(key)
    const open = /年龄至$/.test(before) ? 'lte' : comparator
    return [{ printed, comparator: open, value, min, max, unit, per, type: typeOf(q, before, per), qualitative: null, start }]
  })
}

// where the clause of a figure begins, brackets that close before it read over: 每千常住人口执业（助理）医师达到3.2人
function plainClause(text: string, start: number): number {
  let from = clauseAround(text, start).from
  while (from > 0 && /[）)]/.test(text[from - 1] as string)) {
    const open = text.slice(0, from - 1).search(/[（(][^（）()]*$/u)
    if (open < 0) break
    from = clauseAround(text, open).from
  }
  return from
}

const findWorded = (text: string): Figure[] =>
  findQualitative(text).map(({ type, printed, start }) => ({
    printed,
    comparator: null,
    value: null,
    min: null,
    max: null,
    unit: null,
    per: null,
    type,
    qualitative: printed,
    start,
  }))

function placeTarget(figure: Figure, p: ParsedProvision, parent: ParsedProvision | undefined, outline: Outline): ParsedTarget {
  const body = outline.bodies[p.id] as Outline['bodies'][string]
  const end = figure.start + figure.printed.length
  const sentence = sentenceAround(body.text, figure.start, end)
  const clause = clauseAround(body.text, figure.start, end)
  const time = findDeadline({
    sentence: body.text.slice(sentence.from, end),
    head: body.text.slice(Math.max(body.text.lastIndexOf('。', figure.start), body.text.lastIndexOf('\n', figure.start)) + 1, end).trim(),
    parent: parent?.level === 'annex' ? `${parent.heading ?? ''}${parent.text}` : '',
    printed: figure.printed,
    issuedOn: outline.metadata.issuedOn,
    title: outline.metadata.title,
  })
  const modality = findModality(modalScope(body.text, clause.from, end))
  const { start: _, year, ...rest } = figure
  return {
    provision: p.id,
    ...rest,
    clause: body.text.slice(clause.from, clause.to).trim(),
    subject: subjectOf(body.text, plainClause(body.text, figure.start), figure.start, end),
    ...(year ? { deadline: year, deadlineBasis: 'printed' as const } : time),
    timeBasis: timeBasisOf(figure.per, year ?? time.deadline),
    attribute: attributeOf(p, outline),
    modality,
    condition: findCondition(
      body.text.slice(sentence.from, modality === 'in-principle' ? sentence.to : conditionEnd(body.text, clause.to)),
    ),
    start: body.at[figure.start] ?? p.start,
    end: (body.at[end - 1] ?? p.end - 1) + 1,
  }
}

// conditions stand before the figure, in its clause, or in the bracket right after it; 原则上 alone looks on to its exceptions
const conditionEnd = (text: string, clauseEnd: number): number =>
  clauseEnd + (/^[（(][^（）()]*[）)]/u.exec(text.slice(clauseEnd))?.[0].length ?? 0)

// a bracket stands under the modal word of the clause it follows: 原则上不超过100张（中心卫生院不超过150张）
function modalScope(text: string, from: number, end: number): string {
  const outer = /[（(]/.test(text[from - 1] ?? '') ? clauseAround(text, from - 1).from : from
  return text.slice(outer, end)
}

/** What a figure is about: its clause up to the figure without time, modal and measuring words, else the clause before it in the sentence. */
function subjectOf(text: string, from: number, start: number, end: number): string {
  const within = /^(?:不出现|不发生|“一村一名)([^”]*)/u.exec(text.slice(start, end))
  if (within) return within[1] as string
  const own = bareSubject(text.slice(from, start))
  if (own) return own
  const behind = /^的?([\u4e00-\u9fff、]{2,30}?)(?=均|都|需|[^\u4e00-\u9fff、])/u.exec(text.slice(end))
  if (behind) return behind[1] as string
  const sentence = sentenceAround(text, start).from
  for (let at = from; at > sentence; ) {
    const clause = clauseAround(text, at - 1)
    const aside = /[（(]/.test(text[clause.from - 1] ?? '')
    const before = aside ? '' : bareSubject(text.slice(clause.from, clause.to))
    if (before) return before
    at = clause.from < at ? clause.from : at - 1
  }
  return ''
}

const measuring = /(?:每(?:千[\u4e00-\u9fff]{2}人口|所[\u4e00-\u9fff]{0,6}|[人年月批周]))+/gu

// a subject has at least two characters that are not only a verb: 稳定在, 给予, 标准为 say nothing of what is measured
const bareSubject = (before: string): string => {
  const bare = before
    .replace(/[（(][^（）()]*[）)]/gu, '')
    .replace(/^.*\d[^、，]*[、，](?=[\u4e00-\u9fff])/u, '')
    .replace(/(?:到)?\d{4}年(?:底|末)?[，,]?/gu, '')
    .replace(measuring, '')
    .replace(/力争|争取|确保|原则上|必须|逐步/gu, '')
    .replace(/^(?:[一二三四五六七八九十]是|[，,、且并按照由]|标准[为是]?)+/gu, '')
    .replace(/(?:[，,、为至是在]|持续|实现|实行|稳定|给予|标准|达到?|占)+$/gu, '')
    .trim()
  return bare.length > 1 ? bare : ''
}

function attributeOf(p: ParsedProvision, outline: Outline): ParsedTarget['attribute'] {
  if (!p.id.startsWith('annex')) return null
  const [annexId, row] = p.id.split('.')
  const table = outline.annexes[Number(annexId?.replace('annex', '')) - 1]?.tables[0]
  const column = table?.header.findIndex((h) => /属性/.test(h)) ?? -1
  const cell = column < 0 ? '' : (table?.rows.find((r) => r[0]?.startsWith(`${row}.`) || r[0] === row)?.[column] ?? '')
  if (/约束/.test(cell)) return 'binding'
  return /预期/.test(cell) ? 'expected' : null
}
