import type { ContextEvent } from '../model/compare.ts'
import { type Catalog, groupBy } from './catalog.ts'
import { formatDate } from './format.ts'
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
  const over = documents.filter((d) => d.term.to < Number(catalog.asOf.slice(0, 4))).length
  return {
    rows: documents.map((d) => ({ name: d.short.zh, ...d.term, issued: d.issuedOn ? yearOf(d.issuedOn) : null })),
    deadlines: [...due].map(([key, all]) => {
      const [document, year] = key.split(' ') as [string, string]
      return { name: catalog.documentById.get(document)?.short.zh ?? document, year: Number(year), count: all.length }
    }),
    bands: context.map((c) => ({
      name: c.name.zh,
      from: yearOf(c.from),
      to: c.to.includes('-') ? yearOf(c.to) + 1 / 12 : yearOf(c.to) + 1,
    })),
    asOf: yearOf(catalog.asOf),
    label: `${documents.length}份文件里，到${formatDate(catalog.asOf)}有${over}份的目标期限已满`,
  }
}

/** Page of the timeline: the drawing and the same things as rows in order of time. */
export function timelinePage(catalog: Catalog, routes: Routes) {
  const events = [
    ...catalog.documents.flatMap((d) => [
      ...(d.issuedOn ? [{ when: d.issuedOn, text: `${d.short.zh}印发`, href: routes.document(d.id) }] : []),
      { when: String(d.term.to), text: `${d.short.zh}的目标期限到期`, href: routes.document(d.id) },
    ]),
    ...catalog.targets
      .filter((t) => t.deadline && t.restates === null)
      .map((t) => ({
        when: t.deadline as string,
        text: `${catalog.documentById.get(t.document)?.short.zh}：${t.construct ? catalog.constructName(t.construct) : t.subject}，${t.printed}`,
        href: routes.targetPage(t.id),
      })),
  ]
  const years = [...groupBy(events, (e) => e.when.slice(0, 4))].sort(([a], [b]) => (a < b ? -1 : 1))
  const unknown = catalog.documents.filter((d) => !d.issuedOn).map((d) => d.short.zh)
  return {
    drawing: timelineOf(catalog, catalog.context),
    context: catalog.context.map((c) => ({ name: c.name.zh, when: c.from === c.to ? c.from : `${c.from}—${c.to}`, source: c.source })),
    unknown,
    years: years.map(([year, all]) => ({
      year,
      over: Number(year) < Number(catalog.asOf.slice(0, 4)),
      events: all.sort((a, b) => (a.when < b.when ? -1 : 1)),
    })),
  }
}
