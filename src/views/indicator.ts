import type { Words } from '../i18n/words.ts'
import type { Indicator } from '../model/series.ts'
import { missingYears, type Run, runsOf, standOf } from '../statistics/series.ts'
import { countByRegion, type Point, pointsOf } from '../statistics/table.ts'
import type { Catalog } from './catalog.ts'
import { formatValue } from './format.ts'
import type { Routes } from './routes.ts'
import { type TargetProps, targetProps } from './target.ts'

export interface IndicatorPage {
  id: string
  name: string
  definition: string
  notes: string
  unit: string
  answer: string
  region: string
  runs: Run[]
  benchmarks: { value: number; year: number; label: string; work: string; grade: string; stand: string }[]
  rows: { year: number; value: string; change: string; source: string; publisher: string; date: string; grade: string }[]
  gaps: string
  dataset: { title: string; publisher: string; method: string; licence: string } | null
  targets: TargetProps[]
}

/** Indicator id → its series, benchmarks, table and sources. The chart and the table are made of the same rows. */
export function indicatorPage(id: string, catalog: Catalog, words: Words, routes: Routes): IndicatorPage {
  const indicator = catalog.indicators.find((i) => i.id === id) as Indicator
  const all = catalog.observations.filter((o) => o.indicator === id)
  const region = countByRegion(all)[0]?.region ?? ''
  const points = pointsOf(all.filter((o) => o.region === region))
  const dataset = catalog.statistics.find((s) => s.id === all[0]?.dataset)
  const benchmarks = catalog.benchmarks.filter((b) => b.indicator === id && b.region === region)
  return {
    id,
    name: indicator.name.zh,
    definition: indicator.definition.zh,
    notes: indicator.notes.zh,
    unit: indicator.unit,
    region: catalog.regionName(region),
    answer: answerOf(indicator, points, catalog.regionName(region)),
    runs: runsOf(
      points,
      indicator.breaks.map((b) => Number(b.year)),
    ),
    benchmarks: benchmarks.map((b) => ({
      value: b.value,
      year: Number(b.deadline),
      label: `${b.deadline}年${b.comparator === 'gte' ? '不低于' : ''}${b.value}${indicator.unit}`,
      work: b.work,
      grade: words.grades[b.grade],
      stand: standText(points, b, indicator.unit, catalog.asOf),
    })),
    rows: points.map((p) => rowOf(p, indicator.unit, words)),
    gaps: years(missingYears(points)),
    dataset: dataset
      ? { title: dataset.title.zh, publisher: dataset.publisher.zh, method: dataset.method.zh, licence: dataset.licence.zh }
      : null,
    targets: catalog.targets
      .filter((t) => indicator.measures.includes(t.construct ?? ''))
      .map((t) => targetProps(t, catalog, words, routes)),
  }
}

function answerOf(indicator: Indicator, points: Point[], region: string): string {
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) return '没有可展示的数据。'
  return `${region}${indicator.name.zh}由${first.year}年的${formatValue(first.value)}${indicator.unit}变为${last.year}年的${formatValue(last.value)}${indicator.unit}。`
}

function standText(points: Point[], b: { value: number; deadline: string }, unit: string, asOf: string): string {
  const stand = standOf(points, b)
  if (!stand) return '此前没有数据'
  const point = unit === '%' ? '个百分点' : unit
  const side = stand.gap >= 0 ? '高' : '低'
  const note = stand.year < Number(b.deadline) ? (asOf.slice(0, 4) <= b.deadline ? '（期限未到）' : '（期限当年没有数据）') : ''
  return `${stand.year}年为${formatValue(stand.value)}${unit}，比这一目标值${side}${formatValue(Math.abs(stand.gap))}${point}${note}`
}

function rowOf(p: Point, unit: string, words: Words) {
  const sign = (p.change ?? 0) > 0 ? '+' : ''
  return {
    year: p.year,
    value: `${formatValue(p.value)}${unit}`,
    change: p.change === null ? '—' : `${sign}${formatValue(p.change)}个百分点（较${p.changeSince}年）`,
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

/** All indicators with the reach of their series. */
export function indicatorsPage(catalog: Catalog, routes: Routes) {
  return catalog.indicators.map((i) => {
    const all = catalog.observations.filter((o) => o.indicator === i.id)
    const periods = all.map((o) => o.period).sort()
    const regions = [...new Set(all.map((o) => catalog.regionName(o.region)))].join('、')
    return {
      name: i.name.zh,
      href: routes.indicator(i.id),
      definition: i.definition.zh,
      reach: `${regions}，${periods[0]}—${periods.at(-1)}年，${all.length}个数值`,
    }
  })
}
