import type { Outline, ParsedProvision, ParsedTarget } from '../model/parsed.ts'
import { clauseAround, sentenceAround } from './clauses.ts'
import { findCondition } from './condition.ts'
import { findDeadline } from './deadline.ts'
import { whyNoTarget } from './exclude.ts'
import { findPer, timeBasisOf, typeOf } from './kind.ts'
import { findModality } from './modality.ts'
import { findQualitative } from './qualitative.ts'
import { findQuantities } from './quantity.ts'

type Figure = Pick<ParsedTarget, 'printed' | 'comparator' | 'value' | 'min' | 'max' | 'unit' | 'per' | 'type' | 'qualitative'> & {
  start: number
}

/** Outline → targets in order of the text, numeric and in words; a figure repeated within a provision counts once. */
export function findTargets(outline: Outline): ParsedTarget[] {
  return outline.provisions
    .filter((p) => p.level !== 'notice' && p.level !== 'preamble')
    .flatMap((p) => {
      const text = outline.bodies[p.id]?.text ?? ''
      const worded = /^(?:part|chapter|annex)$/.test(p.level) ? [] : findWorded(text)
      const figures = [...findNumeric(text), ...worded].sort((a, b) => a.start - b.start)
      return figures.map((figure) => placeTarget(figure, p, outline))
    })
}

function findNumeric(text: string): Figure[] {
  const seen = new Set<string>()
  return findQuantities(text).flatMap((q) => {
    if (whyNoTarget(q, text)) return []
    const before = text.slice(clauseAround(text, q.start).from, q.start)
    const per = findPer(before) ?? (/^累计/.test(before) ? findPer(text.slice(sentenceAround(text, q.start).from, q.start)) : null)
    const { printed, comparator, value, min, max, unit, start } = q
    const key = `${printed} ${per}`
    if (seen.has(key)) return []
    seen.add(key)
    const open = /年龄至$/.test(before) ? 'lte' : comparator
    return [{ printed, comparator: open, value, min, max, unit, per, type: typeOf(q, before, per), qualitative: null, start }]
  })
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

function placeTarget(figure: Figure, p: ParsedProvision, outline: Outline): ParsedTarget {
  const body = outline.bodies[p.id] as Outline['bodies'][string]
  const end = figure.start + figure.printed.length
  const sentence = sentenceAround(body.text, figure.start, end)
  const clause = clauseAround(body.text, figure.start, end)
  const parent = outline.provisions.find((q) => q.id === p.parent)
  const time = findDeadline({
    sentence: body.text.slice(sentence.from, end),
    head: body.text.slice(Math.max(body.text.lastIndexOf('。', figure.start), body.text.lastIndexOf('\n', figure.start)) + 1, end).trim(),
    parent: parent?.level === 'annex' ? `${parent.heading ?? ''}${parent.text}` : '',
    printed: figure.printed,
    issuedOn: outline.metadata.issuedOn,
    title: outline.metadata.title,
  })
  const modality = findModality(modalScope(body.text, clause.from, end))
  const { start: _, ...rest } = figure
  return {
    provision: p.id,
    ...rest,
    clause: body.text.slice(clause.from, clause.to).trim(),
    subject: subjectOf(body.text, clause.from, figure.start, end),
    ...time,
    timeBasis: timeBasisOf(figure.per, time.deadline),
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
    .replace(/^.*\d[^、，]*[、，](?=[\u4e00-\u9fff])/u, '')
    .replace(/(?:到)?\d{4}年(?:底|末)?[，,]?/gu, '')
    .replace(measuring, '')
    .replace(/力争|争取|确保|原则上|必须|逐步/gu, '')
    .replace(/^(?:[，,、且并按照由]|标准[为是]?)+/gu, '')
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
