import type { Point } from './table.ts'

/** A run of points in consecutive years: drawn as one line; between runs lies a gap that nothing fills. */
export type Run = Point[]

/** Points → runs. A missing year or a break of definition ends a run: 2012 | 2017 2018 2019 | 2021 … */
export function runsOf(points: Point[], breaks: number[] = []): Run[] {
  const runs: Run[] = []
  for (const point of points) {
    const last = runs.at(-1)?.at(-1)
    if (last && point.year === last.year + 1 && !breaks.includes(point.year)) runs.at(-1)?.push(point)
    else runs.push([point])
  }
  return runs
}

/** Years between the first and last point without a value: `2013—2016, 2020` as numbers. */
export function missingYears(points: Point[]): number[] {
  const have = new Set(points.map((p) => p.year))
  const years: number[] = []
  for (let y = points[0]?.year ?? 0; y <= (points.at(-1)?.year ?? -1); y++) if (!have.has(y)) years.push(y)
  return years
}

/** Where a benchmark stands against the latest value at or before its year; no judgement of anybody's progress. */
export function standOf(
  points: Point[],
  benchmark: { value: number; deadline: string },
): { year: number; value: number; gap: number } | null {
  const last = points.findLast((p) => p.year <= Number(benchmark.deadline))
  return last ? { year: last.year, value: last.value, gap: Math.round((last.value - benchmark.value) * 1e6) / 1e6 } : null
}
