import type { Words } from '../i18n/words.ts'
import { type Topic, topicGroups } from '../model/codebook.ts'
import type { Document } from '../model/document.ts'
import type { Coverage } from '../model/link.ts'
import type { Target } from '../model/target.ts'
import type { Catalog } from './catalog.ts'
import type { Routes } from './routes.ts'

/** One cell of topic x document: its clauses, or the mark and words of an absence. */
export interface MatrixCell {
  document: string
  status: Coverage['status']
  badge: string
  sentence: string
  clauses: { label: string; href: string }[]
  figures: { printed: string; href: string; note: string }[]
}

export interface Matrix {
  columns: { id: string; short: string; href: string; sub: string }[]
  /** `tone` is the class that gives the group its colour */
  groups: { name: string; tone: string; rows: MatrixRow[] }[]
}

export interface MatrixRow {
  id: string
  name: string
  href: string
  cells: MatrixCell[]
}

/** Colour of a group of topics: the first is the nation's, so groups begin with the second. */
export const topicColour = (group: Topic['group']): string => `var(--c${toneOf(group)})`

const toneOf = (group: Topic['group']) => topicGroups.indexOf(group) + 2

/** By what the columns of topic x document can be put in order. */
export const matrixOrders = ['year', 'region', 'level', 'stage'] as const
export type MatrixOrder = (typeof matrixOrders)[number]

const keys: Record<MatrixOrder, (d: Document) => string> = {
  year: (d) => d.issuedOn ?? d.id.slice(-4),
  region: (d) => d.region,
  level: (d) => String(['nation', 'province', 'prefecture', 'county'].indexOf(d.level)),
  stage: (d) => String(['battle-against-poverty', 'transition-period', 'long-term'].indexOf(d.stage)),
}

/** Topic x document, every cell filled: clauses with their telling figures, or why there are none; the columns by year unless told otherwise. */
export function matrixOf(catalog: Catalog, words: Words, routes: Routes, order: MatrixOrder = 'year'): Matrix {
  const keyOf = (d: Document) => `${keys[order](d)} ${keys.year(d)} ${d.id}`
  const documents = [...catalog.documents].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  const cells = new Map(catalog.coverage.map((c) => [c.id, c]))
  return {
    columns: documents.map((d) => ({
      id: d.id,
      short: catalog.say(d.short),
      href: routes.document(d.id),
      sub: [
        words.levels[d.level],
        words.stages[d.stage],
        words.format.span(d.term.from, d.term.to),
        words.views.matrix.subject(words.subjects[d.subject]),
      ].join(' · '),
    })),
    groups: topicGroups
      .map((group) => ({
        name: words.topicGroups[group],
        tone: `tone-${toneOf(group)}`,
        rows: catalog.topics
          .filter((topic) => topic.group === group)
          .map((topic) => ({
            id: topic.id,
            name: catalog.say(topic.name),
            href: routes.topic(topic.id),
            cells: documents.map((d) => matrixCell(cells.get(`${topic.id}/${d.id}`) as Coverage, catalog, words, routes)),
          })),
      }))
      .filter(({ rows }) => rows.length > 0),
  }
}

export function matrixCell(cell: Coverage, catalog: Catalog, words: Words, routes: Routes): MatrixCell {
  const main = cell.provisions.filter((id) => !/\/annex/.test(id))
  const shown = main.length > 0 ? main : cell.provisions
  return {
    document: catalog.shortName(cell.document),
    status: cell.status,
    ...absenceOf(cell.status, catalog.documentById.get(cell.document), catalog),
    clauses: shown.map((id) => ({ label: catalog.clauseName(id), href: routes.provision(id) })),
    figures: telling(cell, catalog).map((t) => ({
      printed: catalog.written(t),
      href: routes.target(t.id),
      note: noteOf(t, catalog, words),
    })),
  }
}

/** What keeps a figure from being a plain rule: a soft modal word, a condition. */
export function noteOf(t: Target, catalog: Catalog, words: Words): string {
  const { modality, condition } = catalog.frameOf(t)
  const firm = /^(?:must|should|directive)$/.test(modality)
  const { conditional, notes } = words.views.target
  const said = [firm ? '' : words.modality[modality], condition ? conditional : ''].filter(Boolean)
  return said.length > 0 ? words.format.aside(notes(said)) : ''
}

/** Badge and sentence of a state, the sentence in terms of the document it is said of. */
export function absenceOf(
  status: Coverage['status'],
  d: Document | undefined,
  { words, say }: Catalog,
): { badge: string; sentence: string } {
  const { badge, sentence } = words.coverage[status]
  if (d && status === 'outside-subject') return { badge, sentence: words.outsideSubject(words.subjects[d.subject]) }
  if (d && status === 'source-incomplete') return { badge, sentence: words.sourceIncomplete(say(d.completeness.note)) }
  return { badge, sentence }
}

// the figures of a cell: those that speak of the topic, restated ones left out and equal wording shown once
function telling(cell: Coverage, catalog: Catalog) {
  const own = catalog.targetsOfTopic(cell.topic)
  return cell.provisions
    .flatMap((id) => catalog.targetsOf(id))
    .filter((t) => own.has(t.id))
    .filter((t, i, all) => all.findIndex((o) => o.printed === t.printed) === i)
    .slice(0, 3)
}
