import type { Words } from '../i18n/words.ts'
import type { Progress } from '../model/progress.ts'
import type { Benchmark, Indicator } from '../model/series.ts'
import { missingYears, runsOf, standOf } from '../statistics/series.ts'
import { countByRegion, type Point, pointsOf } from '../statistics/table.ts'
import { type Catalog, groupBy } from './catalog.ts'
import { formatChange, formatMeasure, scaleOf } from './measure.ts'
import type { Routes } from './routes.ts'
import { type TargetProps, targetProps } from './target.ts'

/** One chart: its series by region, the goals drawn in it, and the sentence below it. */
export interface SeriesProps {
  series: { code: string; name: string; runs: { year: number; value: number; bound: boolean }[][] }[]
  benchmarks: { year: number; value: number; label: string }[]
  unit: string
  caption: string
  note: string
}

export interface RowProps {
  year: number
  value: string
  change: string
  source: string
  publisher: string
  date: string
  grade: string
}

export interface IndicatorPage {
  id: string
  name: string
  definition: string
  notes: string
  answer: string
  charts: SeriesProps[]
  tables: { region: string; rows: RowProps[] }[]
  marks: { label: string; work: string; grade: string; stand: string; judgement: string }[]
  dataset: { publisher: string; method: string; licence: string } | null
  targets: TargetProps[]
}

interface Own {
  region: string
  name: string
  points: Point[]
}

/** Whether an indicator has a page of its own: at least three values in one region. */
export const hasPage = (id: string, catalog: Catalog): boolean => catalog.pagedIndicators.has(id)

/** Indicator id → its series by region, goals, tables and sources. Charts and tables are made of the same rows. */
export function indicatorPage(id: string, catalog: Catalog, words: Words, routes: Routes): IndicatorPage {
  const indicator = catalog.indicators.find((i) => i.id === id) as Indicator
  const all = catalog.observationsOn(id)
  const byRegion = groupBy(all, (o) => o.region)
  const own = countByRegion(all).map(({ region }) => ({
    region,
    name: catalog.regionName(region),
    points: pointsOf(byRegion.get(region) ?? []),
  }))
  const dataset = catalog.statistics.find((s) => s.id === all[0]?.dataset)
  const goals = catalog.benchmarks.filter((b) => b.indicator === id)
  return {
    id,
    name: catalog.say(indicator.name),
    definition: catalog.say(indicator.definition),
    notes: catalog.say(indicator.notes),
    answer: own[0] ? sentenceOf(own[0], indicator, catalog) : words.views.indicator.none,
    charts: chartsOf(own, indicator, goals, catalog),
    tables: own.map(({ name, points }) => ({ region: name, rows: points.map((p) => rowOf(p, indicator, catalog)) })),
    marks: goals.map((b) => {
      const points = own.find(({ region }) => region === b.region)?.points ?? []
      const judged = catalog.progress.find((p) => p.of === b.id)
      return {
        label: markLabel(b, indicator, words),
        work: b.work,
        grade: words.grades[b.grade],
        stand: standText(points, b, indicator, catalog),
        judgement: judged ? judgementText(judged, indicator, words) : '',
      }
    }),
    dataset: dataset
      ? {
          publisher: catalog.say(dataset.publisher),
          method: catalog.say(dataset.method),
          licence: catalog.say(dataset.licence),
        }
      : null,
    targets: catalog.targets
      .filter((t) => [...indicator.measures, ...indicator.related].includes(t.construct ?? ''))
      .map((t) => targetProps(t, catalog, words, routes)),
  }
}

const topOf = ({ points }: Own) => Math.max(...points.map((p) => p.value))

// regions of one size share a chart: the largest is at most three times the least
function groupBySize(drawn: Own[]): Own[][] {
  const groups: Own[][] = []
  for (const one of [...drawn].sort((a, b) => topOf(b) - topOf(a))) {
    const open = groups.at(-1)
    if (open && topOf(open[0] as Own) <= topOf(one) * 3) open.push(one)
    else groups.push([one])
  }
  return groups
}

// one chart for each size of region
function chartsOf(own: Own[], indicator: Indicator, goals: Benchmark[], catalog: Catalog): SeriesProps[] {
  const { words } = catalog
  const texts = words.views.indicator
  const drawn = own.filter(({ points }) => points.length > 1)
  const groups = groupBySize(drawn)
  const breaks = indicator.breaks.map((b) => Number(b.year))
  return groups.map((group) => {
    const { factor, name } = scaleOf(
      group.flatMap(({ points }) => points.map((p) => p.value)),
      indicator.unit,
      words,
    )
    const scaled = (value: number) => Math.round((value / factor) * 100) / 100
    const regions = new Set(group.map(({ region }) => region))
    return {
      series: group.map(({ region: code, name: region, points }) => ({
        code,
        name: region,
        runs: runsOf(points, breaks).map((run) => run.map((p) => ({ year: p.year, value: scaled(p.value), bound: p.status === 'bound' }))),
      })),
      benchmarks: goals
        .filter((b) => regions.has(b.region))
        .map((b) => ({ value: scaled(b.value), year: Number(b.deadline), label: markLabel(b, indicator, words) })),
      unit: `${name}${words.units[indicator.unit]}`.trim(),
      caption: group.map((one) => sentenceOf(one, indicator, catalog)).join(catalog.lang === 'zh' ? '' : ' '),
      note: noteOf(
        group.flatMap(({ name: region, points }) =>
          missingYears(points).length > 0 ? [texts.gap(region, years(missingYears(points), words))] : [],
        ),
        goals.some((b) => regions.has(b.region)),
        words,
      ),
    }
  })
}

// what the drawing leaves open, and what its diamonds are
const noteOf = (gaps: string[], goals: boolean, { format, views }: Words) =>
  (gaps.length > 0 ? views.indicator.gaps(format.chain(gaps)) : '') + (goals ? views.indicator.diamonds : '')

function sentenceOf({ name, points }: Own, indicator: Indicator, { words, say }: Catalog): string {
  const [first, last] = [points[0] as Point, points.at(-1) as Point]
  const texts = words.views.indicator
  const said = (p: Point) =>
    texts.said(p.year, `${p.status === 'bound' ? texts.bound : ''}${formatMeasure(p.value, indicator.unit, words)}`)
  if (points.length === 1) return texts.single(name, say(indicator.name), said(last))
  return texts.change(name, say(indicator.name), said(first), said(last))
}

const markLabel = (b: Benchmark, indicator: Indicator, words: Words) =>
  words.views.indicator.mark(
    b.deadline,
    words.views.indicator.comparators[b.comparator] ?? '',
    formatMeasure(b.value, indicator.unit, words),
  )

function standText(points: Point[], b: Benchmark, { unit }: Indicator, { asOf, words }: Catalog): string {
  const stand = standOf(points, b)
  const texts = words.views.indicator
  if (!stand) return texts.noStand
  const note = stand.year < Number(b.deadline) ? (asOf.slice(0, 4) <= b.deadline ? texts.notDue : texts.noDue) : ''
  const gap = formatChange(Math.abs(stand.gap), unit, words).replace('+', '')
  const side = stand.gap === 0 ? texts.equal : texts.apart(stand.gap > 0, gap)
  return texts.stand(stand.year, formatMeasure(stand.value, unit, words), side, note)
}

/** A judgement in words: both methods, their inputs, whether they disagree, or why there is none. */
export function judgementText(p: Progress, { unit }: Indicator, words: Words): string {
  const texts = words.views.indicator
  const input = (name: string, value: number | null, year: string | number | null) =>
    value === null ? [] : [texts.input(name, formatMeasure(value, unit, words), String(year))]
  const inputs = [...input('y0', p.base, p.baseYear), ...input('y', p.latest, p.latestYear), ...input('T', p.goal, p.dueYear)]
  const first = p.label ? texts.linear(words.progressLabels[p.label], p.ratio) : ''
  const second = p.growthLabel ? texts.growth(words.progressLabels[p.growthLabel], p.growthRatio) : ''
  const base = p.label && p.base === null ? texts.noBase : ''
  const to = p.assessedTo ? texts.assessedTo(String(p.assessedTo)) : ''
  const odd = p.disagree ? texts.disagree : ''
  const reason = p.reason ? words.progressReasons[p.reason] : ''
  return words.format.sentence(`${first || reason}${second}${odd}${base}${to}`) + texts.inputs(inputs)
}

function rowOf(p: Point, { unit }: Indicator, { lang, words }: Catalog): RowProps {
  const texts = words.views.indicator
  const value = lang === 'zh' ? p.printed : formatMeasure(p.value, unit, words)
  return {
    year: p.year,
    value: `${p.status === 'bound' ? texts.bound : ''}${value}${words.valueStatus[p.status]}`,
    change: p.change === null ? words.pages.frame.nothing : texts.since(formatChange(p.change, unit, words), p.changeSince),
    source: p.source.sourceTitle,
    publisher: p.source.sourcePublisher,
    date: p.source.sourceDate,
    grade: words.grades[p.source.grade],
  }
}

/** `[2013, 2014, 2015, 2016, 2020]` → `2013—2016年、2020年`. */
export function years(list: number[], words: Words): string {
  const runs: number[][] = []
  for (const y of list) {
    const open = runs.at(-1)
    if (open && open.at(-1) === y - 1) open.push(y)
    else runs.push([y])
  }
  return words.views.indicator.runs(runs)
}

export interface IndicatorCard {
  name: string
  href: string | null
  definition: string
  reach: string
}

/** All indicators by topic with the reach of their series; those without a page of their own say their values. */
export function indicatorsPage(catalog: Catalog, words: Words, routes: Routes): { topic: string; cards: IndicatorCard[] }[] {
  const topics = [...new Set(catalog.indicators.map((i) => i.topic))]
  return topics.map((topic) => ({
    topic: catalog.topicName(topic),
    cards: catalog.indicators
      .filter((i) => i.topic === topic)
      .map((i) => {
        const all = catalog.observationsOn(i.id)
        const periods = all.map((o) => o.period).sort()
        const regions = words.format.list([...new Set(all.map((o) => catalog.regionName(o.region)))])
        const texts = words.views.indicator
        const values = all.map((o) => texts.value(catalog.regionName(o.region), o.period, formatMeasure(o.value, i.unit, words)))
        const paged = hasPage(i.id, catalog)
        return {
          name: catalog.say(i.name),
          href: paged ? routes.indicator(i.id) : null,
          definition: catalog.say(i.definition),
          reach: paged ? texts.reach(regions, periods[0] ?? '', periods.at(-1) ?? '', all.length) : words.format.chain(values),
        }
      }),
  }))
}
