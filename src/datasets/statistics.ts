import { z } from 'zod'
import type { Problem } from '../model/problem.ts'
import { Benchmark, DatasetFile, Observation, type StatisticsDataset } from '../model/series.ts'
import { convertValue, printedUnits } from '../model/unit.ts'
import { parseTable, type Row } from '../parse/table.ts'
import { parseYaml } from '../parse/yaml.ts'
import type { Codebook } from './codebook.ts'
import type { Sources } from './sources.ts'

// the columns of data.csv: value and unit as printed; 万 and 亿 are multiplied out here and nowhere else
const ObservationRow = z.object({
  ...Observation.pick({ indicator: true, region: true, period: true }).shape,
  value: z.number(),
  unit: z.string().min(1),
  ...Observation.pick({
    status: true,
    sourceTitle: true,
    sourcePublisher: true,
    sourceDate: true,
    sourceUrl: true,
    grade: true,
    note: true,
  }).shape,
})
type ObservationRow = z.infer<typeof ObservationRow>

/** Reads data/statistics/<dataset>/: dataset.yaml, data.csv and, where it is there, benchmarks.csv. */
export function buildStatistics(sources: Sources, codebook: Codebook) {
  const problems: Problem[] = []
  const observations: Observation[] = []
  const benchmarks: Benchmark[] = []
  const statistics: StatisticsDataset[] = []
  const ids = [...new Set([...sources.keys()].flatMap((path) => /^data\/statistics\/([^/]+)\//.exec(path)?.[1] ?? []))].sort()
  for (const id of ids) {
    const path = `data/statistics/${id}`
    const yaml = sources.get(`${path}/dataset.yaml`)
    if (yaml === undefined)
      problems.push({
        file: `${path}/dataset.yaml`,
        line: 1,
        column: 1,
        message: 'The file is missing.',
        fix: 'Add it; data/README.md shows what it holds.',
      })
    const file = yaml === undefined ? { value: null, problems: [] } : parseYaml(yaml, `${path}/dataset.yaml`, DatasetFile)
    const data = parseTable(sources.get(`${path}/data.csv`) ?? '', `${path}/data.csv`, ObservationRow, ['value'])
    const goals = sources.get(`${path}/benchmarks.csv`)
    const marks = goals === undefined ? { rows: [], problems: [] } : parseTable(goals, `${path}/benchmarks.csv`, Benchmark, ['value'])
    problems.push(...file.problems, ...data.problems, ...marks.problems)
    problems.push(
      ...checkRows(data.rows, `${path}/data.csv`, codebook, ({ indicator, region, period }) => `${indicator}/${region}/${period}`),
    )
    problems.push(...checkRows(marks.rows, `${path}/benchmarks.csv`, codebook, ({ id: mark }) => mark))
    for (const row of data.rows) {
      const read = convertRow(row, id, `${path}/data.csv`, codebook)
      if ('message' in read) problems.push(read)
      else observations.push(read)
    }
    benchmarks.push(...marks.rows.map((r) => r.value))
    if (file.value) statistics.push({ id, ...file.value, observations: data.rows.length })
  }
  return { observations, benchmarks, statistics, problems }
}

// value and unit as printed → the value in the indicator's unit
function convertRow(
  { value: o, line, columns }: Row<ObservationRow>,
  dataset: string,
  file: string,
  codebook: Codebook,
): Observation | Problem {
  const { unit: printedUnit, value: printed, ...rest } = o
  const fault = (message: string, fix: string): Problem => ({ file, line, column: columns.unit ?? 1, message, fix })
  const converted = convertValue(printed, printedUnit)
  if (!converted)
    return fault(
      `The unit "${printedUnit}" is not one of ${Object.keys(printedUnits).join(' ')}.`,
      'Correct it, or add it to src/model/unit.ts.',
    )
  const expected = codebook.indicators.find((i) => i.id === o.indicator)?.unit
  if (expected && expected !== converted.unit)
    return fault(`${o.indicator} is kept in ${expected}; "${printedUnit}" is ${converted.unit}.`, 'Correct the unit or the indicator.')
  const id = `${o.indicator}/${o.region}/${o.period}`
  return { id, dataset, ...rest, value: converted.value, printed: `${printed}${printedUnit.replace(/^1(?=\/)/, '')}` }
}

function checkRows<T extends { indicator: string; region: string; grade: string }>(
  rows: Row<T>[],
  file: string,
  { indicators, regions }: Codebook,
  keyOf: (row: T) => string,
) {
  const problems: Problem[] = []
  const seen = new Map<string, number>()
  const known = new Set(indicators.map((i) => i.id))
  const list = regions.map((r) => r.code)
  const codes = new Set(list)
  for (const { value, line, columns } of rows) {
    const at = (message: string, fix: string, field = '') => problems.push({ file, line, column: columns[field] ?? 1, message, fix })
    const key = keyOf(value)
    if (seen.has(key)) at(`${key} stands in line ${seen.get(key)} too.`, 'Remove one of the rows.')
    seen.set(key, line)
    if (!known.has(value.indicator))
      at(`The indicator ${value.indicator} is not in data/codebook/indicators.yaml.`, 'Correct it or add it to the codebook.', 'indicator')
    if (!codes.has(value.region))
      at(`The region "${value.region}" is not in data/codebook/regions.csv.`, nearest(value.region, list), 'region')
    if (value.grade === 'unverified')
      at('An unverified value may not be published.', 'Read it at the publisher or remove the row.', 'grade')
  }
  return problems
}

/** `11O000` → `Did you mean 110000?`, by the code that differs in the fewest places. */
export function nearest(code: string, codes: string[]): string {
  const distance = (a: string) => [...a].filter((c, i) => c !== code[i]).length + Math.abs(a.length - code.length)
  const best = [...codes].sort((a, b) => distance(a) - distance(b))[0]
  return best && distance(best) <= 2 ? `Did you mean ${best}?` : 'Add the region to the table or correct the code.'
}
