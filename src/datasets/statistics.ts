import { z } from 'zod'
import { snake } from '../model/column.ts'
import type { Problem } from '../model/problem.ts'
import { CountsFile, type DisclosureReport, type ProtectedCount } from '../model/protected.ts'
import { Benchmark, DatasetFile, Observation, type StatisticsDataset } from '../model/series.ts'
import { convertValue, printedUnits } from '../model/unit.ts'
import { parseTable, type Row } from '../parse/table.ts'
import { parseYaml, placeInYaml } from '../parse/yaml.ts'
import { smallest } from '../statistics/disclosure/rules.ts'
import type { Codebook } from './codebook.ts'
import { protectCounts } from './counts.ts'
import { checkColumns } from './declared.ts'
import { checkPersonal } from './gate.ts'
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

const AnyDataset = z.discriminatedUnion('counts', [DatasetFile.extend({ counts: z.literal('none') }), CountsFile])

/**
 * Reads data/statistics/<dataset>/: dataset.yaml, data.csv and, where it is there, benchmarks.csv. A dataset that counts people has counts.csv
 * in place of them, and leaves only as protected tables.
 */
export function buildStatistics(sources: Sources, codebook: Codebook) {
  const paths = [...sources.keys()].filter((path) => path.startsWith('data/statistics/'))
  const ids = [...new Set(paths.flatMap((path) => /^data\/statistics\/([^/]+)\//.exec(path)?.[1] ?? []))].sort()
  const made: Built[] = ids.map((id) => buildDataset(id, sources, codebook))
  made.push({ problems: paths.filter((path) => !expected.test(path)).flatMap((path) => refuse(path, sources)) })
  return {
    observations: made.flatMap((m) => m.observations ?? []),
    benchmarks: made.flatMap((m) => m.benchmarks ?? []),
    statistics: made.flatMap((m) => m.statistics ?? []),
    'protected-counts': made.flatMap((m) => m.cells ?? []),
    disclosure: made.flatMap((m) => m.report ?? []),
    problems: made.flatMap((m) => m.problems),
  }
}

const expected = /^data\/statistics\/[a-z]+(?:-[a-z0-9]+)*\/(?:dataset\.yaml|(?:data|benchmarks|counts|released\/\d{4}-\d{2}-\d{2})\.csv)$/

// a file that no dataset has: said what it is before all else where it is about persons
function refuse(file: string, sources: Sources): Problem[] {
  const personal = file.endsWith('.csv') ? checkPersonal(sources.get(file) ?? '', file, 'count', smallest) : []
  const fix = 'Remove it; data/README.md says which files a dataset has.'
  return personal.length > 0 ? personal : [{ file, line: 1, column: 1, message: 'No dataset has a file of this name.', fix }]
}

interface Built {
  observations?: Observation[]
  benchmarks?: Benchmark[]
  statistics?: StatisticsDataset[]
  cells?: ProtectedCount[]
  report?: DisclosureReport | null
  problems: Problem[]
}

function buildDataset(id: string, sources: Sources, codebook: Codebook): Built {
  const path = `data/statistics/${id}`
  const yaml = sources.get(`${path}/dataset.yaml`)
  const missing = { file: `${path}/dataset.yaml`, line: 1, column: 1, message: 'The file is missing.' }
  const file =
    yaml === undefined
      ? { value: null, problems: [{ ...missing, fix: 'Add it; data/README.md shows what it holds.' }] }
      : parseYaml(yaml, `${path}/dataset.yaml`, AnyDataset)
  if (file.value?.counts === 'people') return protectCounts(id, file.value, sources)
  if (!file.value && sources.has(`${path}/counts.csv`)) return { problems: file.problems }
  const [dataFile, goalsFile] = [`${path}/data.csv`, `${path}/benchmarks.csv`]
  const [text, goals] = [sources.get(dataFile) ?? '', sources.get(goalsFile)]
  const personal = [...checkPersonal(text, dataFile, null, 1), ...checkPersonal(goals ?? '', goalsFile, null, 1)]
  if (personal.length > 0) return { problems: [...file.problems, ...personal] }
  const data = parseTable(text, dataFile, ObservationRow, ['value'])
  const marks = goals === undefined ? { rows: [], problems: [] } : parseTable(goals, goalsFile, Benchmark, ['value'])
  const converted = data.rows.map((row) => convertRow(row, id, dataFile, codebook))
  return {
    observations: converted.filter((made): made is Observation => !isProblem(made)),
    benchmarks: marks.rows.map((r) => r.value),
    statistics: file.value ? [{ id, ...file.value, observations: data.rows.length, breaks: breaksOf(data.rows, codebook) }] : [],
    problems: [
      file.problems,
      file.value ? checkDeclared(file.value, `${path}/dataset.yaml`, data.rows, sources, codebook) : [],
      data.problems,
      marks.problems,
      checkRows(data.rows, dataFile, codebook, ({ indicator, region, period }) => `${indicator}/${region}/${period}`),
      checkRows(marks.rows, goalsFile, codebook, ({ id: mark }) => mark),
      converted.filter(isProblem),
    ].flat(),
  }
}

// what dataset.yaml says of its table, held against the table and the codebook
function checkDeclared(
  { columns, breaks }: DatasetFile,
  file: string,
  rows: Row<ObservationRow>[],
  sources: Sources,
  codebook: Codebook,
): Problem[] {
  const source = sources.get(file) ?? ''
  const at = (path: PropertyKey[], message: string, fix: string): Problem => ({ file, ...placeInYaml(source, path), message, fix })
  const expected = breaksOf(rows, codebook).map((b) => b.id)
  const missing = expected.filter((id) => !breaks.includes(id))
  return [
    ...checkColumns(columns, Object.keys(ObservationRow.shape).map(snake), at),
    ...breaks.flatMap((id, i) =>
      expected.includes(id)
        ? []
        : [at(['breaks', i], `The codebook has no break ${id} for an indicator of this table.`, 'Remove it or add it to indicators.yaml.')],
    ),
    ...(missing.length > 0 ? [at(['breaks'], `The codebook has the break ${missing.join(' ')}.`, 'Add it.')] : []),
  ]
}

function breaksOf(rows: Row<ObservationRow>[], { indicators }: Codebook) {
  const used = new Set(rows.map((r) => r.value.indicator))
  return indicators.flatMap((i) => (used.has(i.id) ? i.breaks.map((b) => ({ id: `${i.id}/${b.year}`, indicator: i.id, ...b })) : []))
}

const isProblem = (made: Observation | Problem): made is Problem => 'message' in made

// value and unit as printed → the value in the indicator's unit
function convertRow(row: Row<ObservationRow>, dataset: string, file: string, codebook: Codebook): Observation | Problem {
  const o = row.value
  const { unit: printedUnit, value: printed, ...rest } = o
  const fault = (message: string, fix: string): Problem => ({ file, line: row.line, column: row.columns.unit ?? 1, message, fix })
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
  for (const row of rows) {
    const { value, line } = row
    const at = (message: string, fix: string, field = '') => problems.push({ file, line, column: row.columns[field] ?? 1, message, fix })
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
