import { z } from 'zod'
import { IsoDate } from './code.ts'
import { Bilingual } from './document.ts'
import { field } from './field.ts'
import { DatasetFile } from './series.ts'

const Id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens')

/** A way to divide people: its members form a tree with one total. */
const CountsDimension = z.strictObject({
  id: Id,
  name: Bilingual,
  members: z
    .array(
      z.strictObject({
        id: Id,
        name: Bilingual,
        parent: field(Id.nullable().default(null), '上级', 'member it is part of; none for the total', {
          missing: 'not-applicable',
        }),
        level: field(
          z.enum(['province', 'prefecture', 'county', 'township', 'village']).optional(),
          '行政层级',
          'administrative level: counts from prefecture level up are not withheld for being small',
        ),
      }),
    )
    .min(2),
})

const CountsTable = z.strictObject({ id: Id, title: Bilingual, dimensions: z.array(Id).min(1) })

/** dataset.yaml of a folder with counts of people: what it counts, the tables it releases and what was released before. */
export const CountsFile = DatasetFile.extend({
  counts: z.literal('people'),
  address: field(z.url().optional(), '发布机构网址', 'address of the publisher; a simulated table has none'),
  simulated: field(z.boolean().default(false), '是否模拟', 'made up to show the method; appears on the methods page only'),
  dimensions: z.array(CountsDimension).min(1),
  tables: z.array(CountsTable).min(1),
  releases: z
    .array(
      z.strictObject({
        date: IsoDate,
        rounded: field(z.union([z.literal(1), z.literal(5)]), '修约单位', 'what its counts were rounded to; 1 for exact counts'),
      }),
    )
    .default([]),
})
export type CountsFile = z.infer<typeof CountsFile>

/** What is said of a cell: rounded, or withheld for whatever reason. */
export const CellCode = z.enum(['rounded', 'withheld'])

/** One cell of a protected table. */
export const ProtectedCount = z.object({
  id: z.string(),
  dataset: field(z.string(), '所属的表组', 'dataset of protected tables', { of: 'disclosure' }),
  table: z.string(),
  members: field(z.array(z.string()), '各维度的成员', 'member of each dimension, in order of the dimensions'),
  value: field(z.int().nullable(), '人数（修约到5）', 'count rounded to 5; empty where withheld', {
    unit: 'person',
    missing: 'see:code',
  }),
  code: CellCode,
  share: field(z.number().nullable(), '占总计的百分比', 'share of the total of the table; empty below a total of 100', {
    unit: '%',
    missing: 'see:code',
  }),
})
export type ProtectedCount = z.infer<typeof ProtectedCount>

/** What protection did to one dataset; the parameters of dominance rules are never part of it. */
export const DisclosureReport = z.object({
  id: z.string(),
  title: Bilingual,
  definition: Bilingual,
  simulated: z.boolean(),
  dimensions: z.array(CountsDimension),
  tables: z.array(CountsTable),
  cells: field(z.int(), '单元格数', 'cells of all tables'),
  primary: field(z.int(), '因数小或群体暴露不公布', 'cells withheld for what they say'),
  secondary: field(z.int(), '为防倒推不公布', 'cells withheld so that the former cannot be computed'),
  lost: field(z.number(), '信息损失', 'share of the people counted whose innermost cells are withheld', '%'),
  releases: field(z.int(), '比对的以往发布次数', 'earlier releases it was checked against'),
  attacked: field(z.int(), '攻击检验的单元格数', 'cells whose interval was tested'),
  exposed: field(z.int(), '被推出的单元格数', 'cells the attack found: a release has none'),
})
export type DisclosureReport = z.infer<typeof DisclosureReport>
