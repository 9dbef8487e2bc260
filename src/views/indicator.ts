import type { Words } from '../i18n/words.ts'
import type { Progress } from '../model/progress.ts'
import type { Benchmark, Indicator } from '../model/series.ts'
import { missingYears, runsOf, standOf } from '../statistics/series.ts'
import { countByRegion, type Point, pointsOf } from '../statistics/table.ts'
import type { Catalog } from './catalog.ts'
import { formatChange, formatMeasure, scaleOf } from './measure.ts'
import type { Routes } from './routes.ts'
import { type TargetProps, targetProps } from './target.ts'

/** One chart: its series by region, the goals drawn in it, and the sentence below it. */
export interface SeriesProps {
  series: { name: string; runs: { year: number; value: number; bound: boolean }[][] }[]
  benchmarks: { year: number; value: number; label: string }[]
  unit: string
  caption: string
  gaps: string
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
  dataset: { title: string; publisher: string; method: string; licence: string } | null
  targets: TargetProps[]
}

interface Own {
  region: string
  name: string
  points: Point[]
}

/** Whether an indicator has a page of its own: at least three values in one region. */
export const hasPage = (id: string, catalog: Catalog): boolean =>
  (countByRegion(catalog.observations.filter((o) => o.indicator === id))[0]?.count ?? 0) >= 3

/** Indicator id → its series by region, goals, tables and sources. Charts and tables are made of the same rows. */
export function indicatorPage(id: string, catalog: Catalog, words: Words, routes: Routes): IndicatorPage {
  const indicator = catalog.indicators.find((i) => i.id === id) as Indicator
  const all = catalog.observations.filter((o) => o.indicator === id)
  const own = countByRegion(all).map(({ region }) => ({
    region,
    name: catalog.regionName(region),
    points: pointsOf(all.filter((o) => o.region === region)),
  }))
  const dataset = catalog.statistics.find((s) => s.id === all[0]?.dataset)
  const goals = catalog.benchmarks.filter((b) => b.indicator === id)
  return {
    id,
    name: indicator.name.zh,
    definition: indicator.definition.zh,
    notes: indicator.notes.zh,
    answer: own[0] ? sentenceOf(own[0], indicator, words) : '没有可展示的数据。',
    charts: chartsOf(own, indicator, goals, words),
    tables: own.map(({ name, points }) => ({ region: name, rows: points.map((p) => rowOf(p, indicator, words)) })),
    marks: goals.map((b) => {
      const points = own.find(({ region }) => region === b.region)?.points ?? []
      const judged = catalog.progress.find((p) => p.of === b.id)
      return {
        label: markLabel(b, indicator, words),
        work: b.work,
        grade: words.grades[b.grade],
        stand: standText(points, b, indicator, catalog.asOf, words),
        judgement: judged ? judgementText(judged, indicator, words) : '',
      }
    }),
    dataset: dataset
      ? { title: dataset.title.zh, publisher: dataset.publisher.zh, method: dataset.method.zh, licence: dataset.licence.zh }
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
function chartsOf(own: Own[], indicator: Indicator, goals: Benchmark[], words: Words): SeriesProps[] {
  const drawn = own.filter(({ points }) => points.length > 1)
  const groups = groupBySize(drawn)
  const breaks = indicator.breaks.map((b) => Number(b.year))
  return groups.map((group) => {
    const { factor, name } = scaleOf(
      group.flatMap(({ points }) => points.map((p) => p.value)),
      indicator.unit,
    )
    const scaled = (value: number) => Math.round((value / factor) * 100) / 100
    const regions = new Set(group.map(({ region }) => region))
    return {
      series: group.map(({ name: region, points }) => ({
        name: region,
        runs: runsOf(points, breaks).map((run) => run.map((p) => ({ year: p.year, value: scaled(p.value), bound: p.status === 'bound' }))),
      })),
      benchmarks: goals
        .filter((b) => regions.has(b.region))
        .map((b) => ({ value: scaled(b.value), year: Number(b.deadline), label: markLabel(b, indicator, words) })),
      unit: `${name}${words.units[indicator.unit]}`,
      caption: group.map((one) => sentenceOf(one, indicator, words)).join(''),
      gaps: group
        .flatMap(({ name: region, points }) => (missingYears(points).length > 0 ? [`${region}${years(missingYears(points))}`] : []))
        .join('；'),
    }
  })
}

function sentenceOf({ name, points }: Own, indicator: Indicator, words: Words): string {
  const [first, last] = [points[0] as Point, points.at(-1) as Point]
  const said = (p: Point) => `${p.year}年${p.status === 'bound' ? '不低于' : ''}${formatMeasure(p.value, indicator.unit, words)}`
  if (points.length === 1) return `${name}${indicator.name.zh}：${said(last)}。`
  return `${name}${indicator.name.zh}由${said(first).replace('年', '年的')}变为${said(last).replace('年', '年的')}。`
}

const bounds: Record<string, string> = { gte: '不低于', gt: '高于', lte: '不高于', lt: '低于' }
const markLabel = (b: Benchmark, indicator: Indicator, words: Words) =>
  `${b.deadline}年${bounds[b.comparator] ?? ''}${formatMeasure(b.value, indicator.unit, words)}`

function standText(points: Point[], b: Benchmark, { unit }: Indicator, asOf: string, words: Words): string {
  const stand = standOf(points, b)
  if (!stand) return '此前没有数据'
  const side = stand.gap >= 0 ? '高' : '低'
  const note = stand.year < Number(b.deadline) ? (asOf.slice(0, 4) <= b.deadline ? '（期限未到）' : '（期限当年没有数据）') : ''
  const gap = formatChange(Math.abs(stand.gap), unit, words).replace('+', '')
  const side1 = stand.gap === 0 ? '，与这一目标值相等' : `，比这一目标值${side}${gap}`
  return `${stand.year}年为${formatMeasure(stand.value, unit, words)}${side1}${note}`
}

/** A judgement in words: both methods, their inputs, whether they disagree, or why there is none. */
export function judgementText(p: Progress, { unit }: Indicator, words: Words): string {
  const inputs = [
    p.base === null ? '' : `y0=${formatMeasure(p.base, unit, words)}（${p.baseYear}年）`,
    p.latest === null ? '' : `y=${formatMeasure(p.latest, unit, words)}（${p.latestYear}年）`,
    p.goal === null ? '' : `T=${formatMeasure(p.goal, unit, words)}（${p.dueYear}年）`,
  ].filter(Boolean)
  const first = p.label ? `${words.progressLabels[p.label]}${p.ratio === null ? '' : `（线性比${p.ratio}）`}` : ''
  const second = p.growthLabel ? `；增长率法：${words.progressLabels[p.growthLabel]}（比值${p.growthRatio}）` : ''
  const base = p.label && p.base === null ? '；没有公布基期值，不算比值' : ''
  const to = p.assessedTo ? `；只评到${p.assessedTo}年` : ''
  const odd = p.disagree ? '；两种方法不一致' : ''
  const reason = p.reason ? words.progressReasons[p.reason] : ''
  return `${first || reason}${second}${odd}${base}${to}。${inputs.join('，')}`
}

function rowOf(p: Point, { unit }: Indicator, words: Words): RowProps {
  return {
    year: p.year,
    value: `${p.status === 'bound' ? '不低于' : ''}${p.printed}${words.valueStatus[p.status]}`,
    change: p.change === null ? '—' : `${formatChange(p.change, unit, words)}（较${p.changeSince}年）`,
    source: p.source.sourceTitle,
    publisher: p.source.sourcePublisher,
    date: p.source.sourceDate,
    grade: words.grades[p.source.grade],
  }
}

/** `[2013, 2014, 2015, 2016, 2020]` → `2013—2016年、2020年`. */
export function years(list: number[]): string {
  const runs: number[][] = []
  for (const y of list) {
    const open = runs.at(-1)
    if (open && open.at(-1) === y - 1) open.push(y)
    else runs.push([y])
  }
  return runs.map((r) => (r.length > 1 ? `${r[0]}—${r.at(-1)}年` : `${r[0]}年`)).join('、')
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
        const all = catalog.observations.filter((o) => o.indicator === i.id)
        const periods = all.map((o) => o.period).sort()
        const regions = [...new Set(all.map((o) => catalog.regionName(o.region)))].join('、')
        const values = all.map((o) => `${catalog.regionName(o.region)}${o.period}年${formatMeasure(o.value, i.unit, words)}`).join('；')
        const paged = hasPage(i.id, catalog)
        return {
          name: i.name.zh,
          href: paged ? routes.indicator(i.id) : null,
          definition: i.definition.zh,
          reach: paged ? `${regions}，${periods[0]}—${periods.at(-1)}年，${all.length}个数值` : values,
        }
      }),
  }))
}
