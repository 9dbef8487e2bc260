import { z } from 'zod'
import { IsoDate } from './code.ts'
import { Bilingual } from './document.ts'
import { field } from './field.ts'
import { Comparator, TargetType } from './parsed.ts'
import { Unit } from './unit.ts'

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
  measures: field(z.array(z.string()), '可量的目标事物', 'constructs of targets it measures', { of: 'constructs' }),
  related: field(z.array(z.string()).default([]), '相近而口径不同的目标事物', 'constructs it is only related to', {
    of: 'constructs',
  }),
})
export type Indicator = z.infer<typeof Indicator>

const source = {
  sourceTitle: z.string().min(1),
  sourcePublisher: z.string().min(1),
  sourceDate: field(
    z.string().regex(/^(\d{4}(-\d{2}(-\d{2})?)?)?$/, 'must be empty or a date like 2023-08-22'),
    '来源日期',
    'date of the source',
    { missing: 'not-coded', blank: true },
  ),
  grade: field(SourceGrade, '来源等级', 'grade of the source'),
}

/** One measured value; `value` is in the indicator's unit, `printed` as the source prints it. */
export const Observation = z.object({
  id: z.string(),
  dataset: z.string(),
  indicator: z.string(),
  region: z.string(),
  period: Year,
  value: z.number(),
  printed: field(z.string(), '来源写法', 'value and unit as the source prints them'),
  status: z.enum(['final', 'preliminary', 'estimate', 'bound']),
  ...source,
  sourceUrl: z.string(),
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
  type: field(TargetType, '目标类型', 'type of the goal: decides how progress is judged'),
  issued: field(
    z.string().regex(/^(\d{4}-\d{2}-\d{2})?$/, 'must be empty or a date like 2016-10-25'),
    '出处文件印发日期',
    'day the work was issued; empty where no source says it',
    { missing: 'not-coded', blank: true },
  ),
  work: field(z.string().min(1), '出处文件', 'work that sets the goal'),
  ...source,
})
export type Benchmark = z.infer<typeof Benchmark>

/** dataset.yaml of a folder under data/statistics. */
export const DatasetFile = z.strictObject({
  title: Bilingual,
  publisher: Bilingual,
  address: field(z.url(), '发布机构网址', 'address of the publisher'),
  licence: Bilingual,
  retrieved: IsoDate,
  definition: Bilingual,
  method: Bilingual,
  columns: field(z.array(z.string()).min(1), '数据表的列', 'columns of the table, in order'),
  breaks: field(
    z.array(z.string().regex(/^[a-z-]+\/\d{4}$/, 'must be an indicator and a year: bed-density/2021')),
    '口径变动',
    'breaks of definition of its indicators; the codebook says why',
  ),
  counts: field(z.enum(['none', 'people']), '是否含人数小计数', 'whether it holds counts of people that need protection'),
})
export type DatasetFile = z.infer<typeof DatasetFile>
/** A dataset as the atlas publishes it; its breaks carry the reason that the codebook gives. */
export const StatisticsDataset = DatasetFile.extend({
  id: z.string(),
  observations: z.int(),
  breaks: field(
    z.array(z.strictObject({ id: z.string(), indicator: z.string(), year: Year, reason: Bilingual })),
    '口径变动',
    'breaks of definition of its indicators',
  ),
})
export type StatisticsDataset = z.infer<typeof StatisticsDataset>

/** A search for a published figure of one construct in the place of one document: data/searches.csv. */
export const Search = z.object({
  document: z.string(),
  construct: z.string(),
  searchedOn: field(IsoDate, '检索日期', 'day of the search'),
  sources: field(z.int().min(1), '检索的来源数', 'number of sources searched'),
  note: z.string(),
})
export type Search = z.infer<typeof Search>
