import { z } from 'zod'
import { IsoDate } from './code.ts'
import { Bilingual } from './document.ts'
import { field } from './field.ts'
import { Comparator } from './parsed.ts'

/** Units that statistics may use; a value in any other is refused. */
export const Unit = z.enum([
  '%',
  'percentage-point',
  'person',
  'person-time',
  'per-100000',
  'per-1000',
  'year',
  'yuan',
  'institution',
  'bed',
])
export const SourceGrade = z.enum(['primary', 'secondary', 'derived', 'unverified'])
const Year = z.string().regex(/^\d{4}$/, 'must be a year of four digits')

/** What is measured, by whom and how: a row of the codebook. */
export const Indicator = z.strictObject({
  id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  name: Bilingual,
  unit: Unit,
  direction: field(z.enum(['more', 'less']), '越多越好或越少越好', 'whether more or less is better'),
  definition: Bilingual,
  topic: z.string(),
  notes: Bilingual,
  breaks: field(z.array(z.strictObject({ year: Year, reason: Bilingual })), '口径变动', 'breaks of definition'),
  measures: field(z.array(z.string()), '可量的目标事物', 'constructs of targets it measures'),
})
export type Indicator = z.infer<typeof Indicator>

const source = {
  sourceTitle: z.string().min(1),
  sourcePublisher: z.string().min(1),
  sourceDate: field(
    z.string().regex(/^(\d{4}(-\d{2}(-\d{2})?)?)?$/, 'must be empty or a date like 2023-08-22'),
    '来源日期',
    'date of the source',
  ),
  grade: field(SourceGrade, '来源等级', 'grade of the source'),
}

/** One measured value. */
export const Observation = z.object({
  id: z.string(),
  dataset: z.string(),
  indicator: z.string(),
  region: z.string(),
  period: Year,
  value: z.number(),
  status: z.enum(['final', 'preliminary', 'estimate', 'bound']),
  ...source,
  note: z.string(),
})
export type Observation = z.infer<typeof Observation>

/** A goal of a document that the atlas does not hold. */
export const Benchmark = z.object({
  id: z.string(),
  indicator: z.string(),
  region: z.string(),
  comparator: Comparator,
  value: z.number(),
  deadline: Year,
  work: field(z.string().min(1), '出处文件', 'work that sets the goal'),
  ...source,
})
export type Benchmark = z.infer<typeof Benchmark>

/** dataset.yaml of a folder under data/statistics. */
export const DatasetFile = z.strictObject({
  title: Bilingual,
  publisher: Bilingual,
  licence: Bilingual,
  retrieved: IsoDate,
  definition: Bilingual,
  method: Bilingual,
})
export const StatisticsDataset = DatasetFile.extend({ id: z.string(), observations: z.int() })
export type StatisticsDataset = z.infer<typeof StatisticsDataset>
