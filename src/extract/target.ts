import type { Outline, ParsedProvision, ParsedTarget } from '../model/parsed.ts'
import { clauseAround, sentenceAround, since } from './clauses.ts'
import { findCondition } from './condition.ts'
import { findDeadline, timeBefore } from './deadline.ts'
import { whyNoTarget } from './exclude.ts'
import { findPer, timeBasisOf, typeOf } from './kind.ts'
import { findModality } from './modality.ts'
import { findQualitative } from './qualitative.ts'
import { findQuantities } from './quantity.ts'
import { findTabled, type TabledTarget } from './table.ts'

type Figure = Pick<ParsedTarget, 'printed' | 'comparator' | 'value' | 'min' | 'max' | 'unit' | 'per' | 'type' | 'qualitative'> & {
  start: number
  year?: string
  lead?: number
}

/** Outline → targets in order of the text, numeric and in words; a figure repeated within a provision counts once. */
export function findTargets(outline: Outline): ParsedTarget[] {
  const byId = new Map(outline.provisions.map((p) => [p.id, p]))
  const outer = (p: ParsedProvision) => (p.parent === null ? undefined : byId.get(p.parent))
  const ruled = outline.provisions.some((p) => p.level !== 'notice' && p.level !== 'preamble')
  return outline.provisions
    .filter((p) => (ruled ? p.level !== 'notice' && p.level !== 'preamble' : true))
    .filter((p) => !isLookBack(p) && !isLookBack(outer(p)))
    .flatMap((p) => {
      const tabled = findTabled(p, outline)
      // the name of an indicator is no rule: 提供六类以上服务的比例
      const text = outline.cells[p.id] && tabled.length > 0 ? '' : proseOf(outline.bodies[p.id]?.text ?? '', tabled.length > 0)
      const outer1 = /^(?:part|chapter|annex)$/.test(p.level) ? (p.heading?.length ?? 0) : 0
      const worded = findWorded(proseOf(text, true)).filter(({ start }) => start >= outer1)
      const figures = [...findNumeric(text), ...worded].sort((a, b) => a.start - b.start)
      const placed = pairYears(figures, text).map((figure) => placeTarget(figure, p, outer(p), outline))
      return [...placed.filter((t) => !isPast(t, outline)), ...tabled.map((t) => completeTabled(t, p))]
    })
}

// sections that tell what was: their figures are statistics of the past
const lookBack =
  /(?:背景|现状|形势|成效|成就|成绩|回顾|机遇|挑战|问题|困难|不足|差距|经验做法|主要做法|工作总结|工作开展情况|(?:发展|工作|现实|规划|坚实|良好)基础)$/u
const isLookBack = (p: ParsedProvision | undefined) => p !== undefined && lookBack.test(p.heading ?? '')

// 2020年，全省……达到92%: a year before the document is one of the past, unless it is aimed at
function isPast({ deadline, deadlineBasis, modality }: ParsedTarget, { metadata }: Outline): boolean {
  const issued = Number(metadata.issuedOn?.slice(0, 4) ?? metadata.documentNumber?.year ?? 0)
  return deadlineBasis === 'printed' && Number(deadline?.slice(0, 4)) < issued && !/^(?:must|strive|should)$/.test(modality)
}

// rows of a table that was read as one are no prose
const proseOf = (text: string, tabled: boolean) =>
  tabled && /\t|指标/u.test(text) ? text.replace(/^.*\t.*$|指标(?:名称)?\s*[:：][\s\S]*$/gmu, (row) => row.replace(/[^\n]/gu, ' ')) : text

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

// 到2022年和2030年，……达到22%和30%: figures that stand together fall due year by year; 分别 pairs them over a whole sentence
function pairYears(figures: Figure[], text: string): Figure[] {
  return figures.map((figure) => {
    // up to the full stop: 到2022年和2030年，甲分别……；乙分别……。
    const from = since(text, figure.start, '。\n')
    const to = sentenceAround(text, figure.start).to
    const head = /((?:20\d{2}年?(?:、|和|及|与))+20\d{2}年)[^。]*$/u.exec(text.slice(from, figure.start))
    if (!head || /20\d{2}年/u.test(head[0].slice((head[1] as string).length))) return figure
    const years = [...(head[1] as string).matchAll(/20\d{2}/gu)].map((m) => m[0])
    const together = groupOf(figure, figures, text)
    const each = together.length === years.length
    const part = Math.max(from + head.index, sentenceAround(text, figure.start).from)
    const spread = /分别/.test(text.slice(part, to)) ? figures.filter((f) => f.start >= part && f.start < to && f.qualitative === null) : []
    const list = each ? together : spread
    const k = list.indexOf(figure)
    if (k < 0 || list.length % years.length !== 0) return figure
    return { ...figure, year: years[k % years.length] as string, ...(each ? { lead: together[0]?.start as number } : {}) }
  })
}

// 22%和30%: the figures joined to this one without a word between
function groupOf(figure: Figure, figures: Figure[], text: string): Figure[] {
  const joins = (a: Figure, b: Figure) => /^(?:、|和|及|与|，)$/u.test(text.slice(a.start + a.printed.length, b.start))
  let from = figures.indexOf(figure)
  let to = from
  while (from > 0 && joins(figures[from - 1] as Figure, figures[from] as Figure)) from--
  while (to + 1 < figures.length && joins(figures[to] as Figure, figures[to + 1] as Figure)) to++
  return figures.slice(from, to + 1)
}

function findNumeric(text: string): Figure[] {
  const seen = new Set<string>()
  return findQuantities(text).flatMap((q) => {
    if (whyNoTarget(q, text)) return []
    const before = text.slice(plainClause(text, q.start), q.start)
    const per =
      withoutDaily(q.unit, findPer(before)) ??
      perAfter(q, text) ??
      (/^累计/.test(before) ? findPer(text.slice(sentenceAround(text, q.start).from, q.start)) : null)
    const { printed, comparator, value, min, max, unit, start } = q
    const key = `${printed} ${per} ${before.slice(-6)}`
    if (seen.has(key)) return []
    seen.add(key)
    const open = /年龄至$/.test(before) ? 'lte' : comparator
    return [
      {
        printed,
        comparator: open,
        value,
        min,
        max,
        unit: unit || null,
        per,
        type: typeOf(q, before, per, text.slice(q.end, q.end + 8)),
        qualitative: null,
        start,
      },
    ]
  })
}

// 资助80元/人
const perAfter = (q: { unit: string; end: number }, text: string) =>
  q.unit === '元'
    ? (/^[/／](?:人|户|村|所|床|例|次|[年月日天])(?:[·./／](?:次|[年月日天]))?/u.exec(text.slice(q.end, q.end + 6))?.[0] ?? null)
    : null

// 人均每日食盐摄入量降低20%: a share is not counted per day or head, though its subject may be
const withoutDaily = (unit: string, per: string | null) => (per && /^[%‰]$/.test(unit) && /^每[日天人]$/.test(per) ? null : per)

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
    head: body.text.slice(since(body.text, figure.start, '。\n'), end).trim(),
    before: timeBefore(body.text.slice(since(body.text, figure.start, '\n'), sentence.from)),
    parent: parent?.level === 'annex' ? `${parent.heading ?? ''}${parent.text}` : '',
    printed: figure.printed,
    issuedOn: outline.metadata.issuedOn,
    title: outline.metadata.title,
  })
  const modality = findModality(modalScope(body.text, clause.from, end))
  const { start: _, year, lead = figure.start, ...rest } = figure
  return {
    provision: p.id,
    ...rest,
    clause: body.text.slice(clause.from, clause.to).trim(),
    subject: subjectOf(body.text, plainClause(body.text, lead), lead, end),
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
    .replace(/(?:到)?(?:\d{4}年?[-—–～至])?\d{4}年(?:底|末)?(?:之?前|以前)?[，,]?/gu, '')
    .replace(measuring, '')
    .replace(/力争|争取|确保|原则上|必须|逐步/gu, '')
    .replace(/^(?:[一二三四五六七八九十]是|[，,、且并按照由]|标准[为是]?)+/gu, '')
    .replace(
      /(?:[，,、为至是在到均]|分别|持续|实现|实行|稳定|保持|巩固|控制|给予|标准|达到?|占|[提升]高|提升|下降|降低|降|升|增加|增长|扩大|减少|增)+$/gu,
      '',
    )
    .trim()
  return bare.length > 1 ? bare : ''
}

function attributeOf(p: ParsedProvision, outline: Outline): ParsedTarget['attribute'] {
  const column = outline.tables[p.id]?.header.findIndex((h) => /属性|性质/.test(h)) ?? -1
  const cell = outline.cells[p.id]?.[column]?.text ?? ''
  if (/约束/.test(cell)) return 'binding'
  return /预期/.test(cell) ? 'expected' : null
}
