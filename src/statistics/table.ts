import { desc, from, op } from 'arquero'
import type { Observation } from '../model/series.ts'

/** One point of a series; `change` is the difference to the point before it in the unit of the value. */
export interface Point {
  year: number
  value: number
  change: number | null
  changeSince: number | null
  printed: string
  status: Observation['status']
  source: Pick<Observation, 'sourceTitle' | 'sourcePublisher' | 'sourceDate' | 'grade'>
}

/** Observations of one indicator and region → points in order of time, with the change since the last one. */
export function pointsOf(observations: Observation[]): Point[] {
  if (observations.length === 0) return []
  const rows = from(observations.map((o) => ({ ...o, year: Number(o.period) })))
    .orderby('year')
    .derive({ before: op.lag('value'), since: op.lag('year') })
    .objects() as (Observation & { year: number; before?: number; since?: number })[]
  return rows.map(({ year, value, before, since, printed, status, sourceTitle, sourcePublisher, sourceDate, grade }) => ({
    year,
    value,
    printed,
    status,
    change: before === undefined ? null : Math.round((value - before) * 1e6) / 1e6,
    changeSince: since ?? null,
    source: { sourceTitle, sourcePublisher, sourceDate, grade },
  }))
}

/** How many values each region has, most first: decides which regions get a line. */
export function countByRegion(observations: Observation[]): { region: string; count: number }[] {
  if (observations.length === 0) return []
  return from(observations).groupby('region').count().orderby(desc('count'), 'region').objects() as { region: string; count: number }[]
}

/** Counts with the same key, added up. */
export function sumByKey(rows: { key: string; count: number }[]): Map<string, number> {
  if (rows.length === 0) return new Map()
  const sums = from(rows)
    .groupby('key')
    .rollup({ count: op.sum('count') })
    .objects() as { key: string; count: number }[]
  return new Map(sums.map(({ key, count }) => [key, count]))
}
