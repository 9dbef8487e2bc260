import type { Words } from '../i18n/words.ts'
import type { Reporting } from '../model/progress.ts'
import { type Catalog, groupBy } from './catalog.ts'
import { formatMeasure } from './measure.ts'
import type { Routes } from './routes.ts'
import { type TargetProps, targetProps } from './target.ts'

/** Targets of a document that one sentence holds for. */
export interface ReportingGroup {
  badge: string
  sentence: string
  targets: TargetProps[]
}

export interface ReportingPage {
  answer: string
  counts: { status: Reporting['status']; badge: string; sentence: string; count: number }[]
  documents: { name: string; href: string; groups: ReportingGroup[] }[]
}

const order: Reporting['status'][] = ['measured', 'related-only', 'not-found', 'not-searched', 'not-assessable']

/** What published statistics say of every target of every document: counts by status, and each target with its sentence. */
export function reportingPage(catalog: Catalog, words: Words, routes: Routes): ReportingPage {
  const counts = order
    .map((status) => ({
      status,
      ...words.reportingStatus[status],
      count: catalog.reporting.filter((r) => r.status === status).length,
    }))
    .filter(({ count }) => count > 0)
  return {
    answer: words.views.reporting.answer(catalog.reporting.length, counts),
    counts,
    documents: catalog.documents.map((d) => ({
      name: catalog.say(d.short),
      href: routes.document(d.id),
      groups: groupsOf(d.id, catalog, words, routes),
    })),
  }
}

function groupsOf(document: string, catalog: Catalog, words: Words, routes: Routes): ReportingGroup[] {
  const rows = catalog.reportingOn(document).map((r) => ({ r, ...reportingText(r, catalog, words) }))
  const groups = [...groupBy(rows, (row) => `${order.indexOf(row.r.status)}${row.sentence}`)].sort(([a], [b]) => (a < b ? -1 : 1))
  return groups.map(([, members]) => ({
    badge: members[0]?.badge ?? '',
    sentence: members[0]?.sentence ?? '',
    targets: members.flatMap(({ r }) => {
      const target = catalog.targetById.get(r.id)
      return target ? [targetProps(target, catalog, words, routes)] : []
    }),
  }))
}

/** Reporting status of one target in words: what was found, or when and where it was looked for. */
export function reportingText(r: Reporting, catalog: Catalog, words: Words): { badge: string; sentence: string } {
  const { badge, sentence } = words.reportingStatus[r.status]
  const found = r.observation ? catalog.observationById.get(r.observation) : undefined
  const indicator = catalog.indicators.find((i) => i.id === found?.indicator)
  if (found && indicator) {
    const { format, views } = words
    const measure = formatMeasure(found.value, indicator.unit, words)
    const place = catalog.regionName(found.region)
    const value = views.reporting.found(found.period, place, catalog.say(indicator.name), measure) + format.aside(found.sourcePublisher)
    return { badge, sentence: r.status === 'related-only' ? views.reporting.related(value) : format.sentence(value) }
  }
  if (r.status === 'not-found' && r.searchedOn)
    return { badge, sentence: words.views.reporting.searched(words.format.date(r.searchedOn), r.sources ?? 0, sentence) }
  return { badge, sentence: r.reason ? words.format.sentence(words.progressReasons[r.reason]) : sentence }
}
