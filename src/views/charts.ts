import type { Words } from '../i18n/words.ts'
import type { Catalog } from './catalog.ts'
import { type CitationsPage, citationsPage } from './citations.ts'
import { hasPage, indicatorPage, type SeriesProps } from './indicator.ts'
import type { Routes } from './routes.ts'
import type { TableProps } from './table.ts'
import { type TimelineProps, timelineOf } from './timeline.ts'

/** What a chart draws, by its form. */
export type Drawing =
  | { form: 'timeline'; props: TimelineProps }
  | { form: 'citations'; props: CitationsPage['drawing'] }
  | { form: 'series'; props: SeriesProps }
  | { form: 'tiles'; props: { tiles: { code: string; name: string; short: string; count: number }[]; label: string } }

/** A chart with all that goes with it: its finding, the same rows as a table, the page it belongs to. */
export interface ChartEntry {
  id: string
  caption: string
  note: string
  drawing: Drawing
  table: TableProps
  page: { name: string; href: string }
}

/** Every chart of the site, of the documents that are shown first; that of the provinces counts all. An indicator drawn in several sizes has a chart for each, numbered from 1. */
export function chartEntries(front: Catalog, catalog: Catalog, words: Words, routes: Routes): ChartEntry[] {
  return [
    tilesChart(catalog, words, routes),
    timelineChart('timeline', front, words, routes),
    timelineChart('deadlines', front, words, routes),
    citationsChart(front, words, routes),
    ...front.indicators.filter((i) => hasPage(i.id, front)).flatMap((i) => seriesCharts(i.id, front, words, routes)),
  ]
}

/** Charts of one indicator, those of the largest regions first. */
export function seriesCharts(id: string, catalog: Catalog, words: Words, routes: Routes): ChartEntry[] {
  const page = indicatorPage(id, catalog, words, routes)
  const texts = words.charts
  return page.charts.map((props, i) => ({
    id: `${id}-${i + 1}`,
    caption: props.caption,
    note: props.note,
    drawing: { form: 'series', props },
    table: {
      label: words.pages.frame.table(page.name),
      head: [texts.region, texts.year, `${page.name}${words.format.aside(props.unit)}`],
      rows: [
        ...props.series.flatMap((s) => s.runs.flat().map((p) => [s.name, p.year, `${p.bound ? '≥ ' : ''}${p.value}`])),
        ...props.benchmarks.map((b) => [texts.goal, b.year, b.label]),
      ],
      words: [0],
    },
    page: { name: page.name, href: routes.indicator(id) },
  }))
}

/** Terms and deadlines; `timeline` with what happened meanwhile, `deadlines` without. */
export function timelineChart(id: 'timeline' | 'deadlines', catalog: Catalog, words: Words, routes: Routes): ChartEntry {
  const props = timelineOf(catalog, id === 'timeline' ? catalog.context : [])
  const texts = words.charts
  const due = (name: string) =>
    words.format.list(props.deadlines.filter((d) => d.name === name).map((d) => words.format.pair(String(d.year), String(d.count))))
  return {
    id,
    caption: words.format.sentence(props.label),
    note: id === 'timeline' ? words.pages.timeline.noteContext : words.pages.timeline.note,
    drawing: { form: 'timeline', props },
    table: {
      label: words.pages.frame.table(words.nav.timeline),
      head: [words.pages.targets.document, words.views.document.issued, words.views.document.term, texts.due],
      rows: catalog.documents.map((d) => [
        catalog.say(d.short),
        d.issuedOn ? words.format.date(d.issuedOn) : words.missing.date,
        words.format.span(d.term.from, d.term.to),
        due(catalog.say(d.short)) || words.pages.frame.nothing,
      ]),
      words: [0, 1, 2, 3],
    },
    page: { name: words.nav.timeline, href: routes.timeline() },
  }
}

/** Who cites what. */
export function citationsChart(catalog: Catalog, words: Words, routes: Routes): ChartEntry {
  const { answer, drawing } = citationsPage(catalog, words, routes)
  return {
    id: 'citations',
    caption: answer,
    note: words.pages.citations.thick,
    drawing: { form: 'citations', props: drawing },
    table: {
      label: words.pages.frame.table(words.nav.citations),
      head: [words.pages.targets.document, words.pages.provision.cites],
      rows: drawing.links.map((l) => [l.document, l.work]),
      words: [0, 1],
    },
    page: { name: words.nav.citations, href: routes.citations() },
  }
}

/** Provinces as tiles, with the number of documents held of each and of the places within it. */
export function tilesChart(catalog: Catalog, words: Words, routes: Routes): ChartEntry {
  const texts = words.charts
  const provinces = [
    ...new Map([...catalog.divisions, ...catalog.regions].filter((r) => r.level === 'province').map((r) => [r.code, r])).values(),
  ]
  const tiles = provinces
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map(({ code }) => {
      const name = catalog.regionName(code)
      const count = catalog.documents.filter((d) => d.region.startsWith(code.slice(0, 2))).length
      return { code, name, short: texts.short(name), count }
    })
  const held = tiles.filter((t) => t.count > 0)
  const label = texts.tiles(tiles.length, held.length, catalog.documents.length)
  return {
    id: 'regions',
    caption: label,
    note: texts.tilesNote,
    drawing: { form: 'tiles', props: { tiles, label } },
    table: {
      label: words.pages.frame.table(words.nav.regions),
      head: [texts.region, words.nav.documents],
      rows: held.map((t) => [t.name, t.count]),
      words: [0],
    },
    page: { name: words.nav.regions, href: routes.regions() },
  }
}
