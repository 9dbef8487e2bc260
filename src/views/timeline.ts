import type { ContextEvent } from '../model/compare.ts'
import { type Catalog, groupBy } from './catalog.ts'
import type { Routes } from './routes.ts'

/** What the drawing of terms and deadlines shows, and the finding it carries. */
export interface TimelineProps {
  rows: { name: string; from: number; to: number; issued: number | null }[]
  deadlines: { name: string; year: number; count: number }[]
  bands: { name: string; from: number; to: number }[]
  asOf: number
  label: string
}

const yearOf = (date: string): number => {
  const [year, month = '1', day = '1'] = date.split('-')
  return Number(year) + (Number(month) - 1) / 12 + (Number(day) - 1) / 365
}

/** Terms and deadlines of all documents against asOf, in order of the terms. */
export function timelineOf(catalog: Catalog, context: ContextEvent[]): TimelineProps {
  const documents = [...catalog.documents].sort((a, b) => a.term.from - b.term.from || a.term.to - b.term.to)
  const due = groupBy(
    catalog.targets.filter((t) => t.deadline && t.restates === null),
    (t) => `${t.document} ${t.deadline?.slice(0, 4)}`,
  )
  const texts = catalog.words.views.timeline
  const over = documents.filter((d) => d.term.to < Number(catalog.asOf.slice(0, 4))).length
  return {
    rows: documents.map((d) => ({ name: catalog.say(d.short), ...d.term, issued: d.issuedOn ? yearOf(d.issuedOn) : null })),
    deadlines: [...due].map(([key, all]) => {
      const [document, year] = key.split(' ') as [string, string]
      return { name: catalog.shortName(document), year: Number(year), count: all.length }
    }),
    bands: context.map((c) => ({
      name: catalog.say(c.name),
      from: yearOf(c.from),
      to: c.to.includes('-') ? yearOf(c.to) + 1 / 12 : yearOf(c.to) + 1,
    })),
    asOf: yearOf(catalog.asOf),
    label: texts.label(documents.length, catalog.words.format.date(catalog.asOf), over),
  }
}

/** Page of the timeline: the drawing and the same things as rows in order of time. */
export function timelinePage(catalog: Catalog, routes: Routes) {
  const texts = catalog.words.views.timeline
  const events = [
    ...catalog.documents.flatMap((d) => [
      ...(d.issuedOn ? [{ when: d.issuedOn, text: texts.issued(catalog.say(d.short)), href: routes.document(d.id) }] : []),
      { when: String(d.term.to), text: texts.due(catalog.say(d.short)), href: routes.document(d.id) },
    ]),
    ...catalog.targets
      .filter((t) => t.deadline && t.restates === null)
      .map((t) => ({
        when: t.deadline as string,
        text: texts.goal(
          catalog.shortName(t.document),
          t.construct ? catalog.constructName(t.construct) : catalog.phrase(t.document, t.subject),
          catalog.written(t),
        ),
        href: routes.targetPage(t.id),
      })),
  ]
  const years = [...groupBy(events, (e) => e.when.slice(0, 4))].sort(([a], [b]) => (a < b ? -1 : 1))
  const unknown = catalog.documents.filter((d) => !d.issuedOn).map((d) => catalog.say(d.short))
  return {
    label: timelineOf(catalog, catalog.context).label,
    context: catalog.context.map((c) => ({
      name: catalog.say(c.name),
      when:
        c.from === c.to ? catalog.words.format.date(c.from) : `${catalog.words.format.date(c.from)} – ${catalog.words.format.date(c.to)}`,
      source: c.source,
    })),
    unknown,
    years: years.map(([year, all]) => ({
      year,
      over: Number(year) < Number(catalog.asOf.slice(0, 4)),
      events: all.sort((a, b) => (a.when < b.when ? -1 : 1)),
    })),
  }
}
