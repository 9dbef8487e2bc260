import type { z } from 'zod'
import { type DatasetName, datasets } from './atlas.ts'
import { type Cell, type Column, columnsOf } from './column.ts'
import type { Bilingual } from './document.ts'
import { cellsOf, publishRecord } from './published.ts'

/** Datasets that are offered to others: all but the settings of the site and its retired addresses. */
export type TableName = Exclude<DatasetName, 'site' | 'moved'>

/** What belongs together on the page of the data. */
export const tableGroups = ['documents', 'comparison', 'places', 'statistics', 'codebook'] as const
export type TableGroup = (typeof tableGroups)[number]

interface Entry {
  group: TableGroup
  title: Bilingual
  /** one record is … */
  about: Bilingual
  key?: string[]
}
const entry = (group: TableGroup, title: [string, string], about: [string, string], key?: string[]): Entry => ({
  group,
  title: { zh: title[0], en: title[1] },
  about: { zh: about[0], en: about[1] },
  ...(key ? { key } : {}),
})

const entries: { [N in TableName]: Entry } = {
  documents: entry('documents', ['文件', 'Documents'], ['一份公文', 'one official document']),
  provisions: entry('documents', ['条款', 'Provisions'], ['文件的一条，转述为本站文字', 'one clause of a document, digested in our words']),
  targets: entry(
    'documents',
    ['目标', 'Targets'],
    ['条款里的一项目标、标准、限额、金额或门槛', 'one goal, standard, bound, amount or threshold of a clause'],
  ),
  entitlements: entry('documents', ['群众待遇', 'Entitlements'], ['条款写明的一项群众待遇', 'one thing people get under a clause']),
  responsibilities: entry('documents', ['责任单位', 'Responsibilities'], ['一条条款的一个责任单位', 'one body responsible for a clause']),
  references: entry('documents', ['引用的文件', 'References'], ['条款引用的一份文件', 'one work a clause cites']),
  coverage: entry(
    'documents',
    ['事项与文件对照', 'Coverage'],
    ['一个事项在一份文件里写没写、写在哪', 'whether and where one document regulates one topic'],
  ),
  statements: entry('documents', ['句子', 'Statements'], ['转述中讲到某事项的一句', 'one sentence of a digest on one topic']),
  phrases: entry(
    'documents',
    ['短语', 'Phrases'],
    ['页面上单独出现的用语及其英文', 'words that stand alone on a page, with their English'],
  ),
  pairs: entry('comparison', ['文件对', 'Pairs of documents'], ['相互比较的两份文件', 'two documents held side by side']),
  alignments: entry(
    'comparison',
    ['条款对应', 'Alignments'],
    ['两份文件里写同一事情的两条', 'two clauses of different documents on one matter'],
  ),
  'alignment-accuracy': entry(
    'comparison',
    ['条款对应的准确程度', 'Accuracy of the alignment'],
    ['一对文件的准确率和召回率', 'precision and recall for one pair of documents'],
  ),
  comparability: entry('comparison', ['目标可比性', 'Comparability'], ['两项目标的一处不同', 'one thing in which two targets differ']),
  inheritance: entry(
    'comparison',
    ['文字沿用', 'Inheritance'],
    ['一份官方文本在另一份中重现的比例', 'the share of one official text found in another'],
  ),
  agreement: entry(
    'comparison',
    ['编码一致性', 'Agreement of coders'],
    ['一个字段两次编码的一致程度', 'how far two codings of one field agree'],
  ),
  regions: entry('places', ['地区', 'Regions'], ['有文件或统计数字的一个行政区', 'one region of which something is held'], ['code']),
  divisions: entry('places', ['行政区划', 'Divisions'], ['可供查找的一个行政区', 'one division that can be looked up'], ['code']),
  agencies: entry('places', ['机构', 'Agencies'], ['一个地区的一个机构', 'one public body of one region']),
  indicators: entry('statistics', ['指标', 'Indicators'], ['一项统计指标的定义', 'one indicator, defined']),
  observations: entry(
    'statistics',
    ['观测值', 'Observations'],
    ['一个地区一年的一个公布数字', 'one published figure of one region and year'],
  ),
  benchmarks: entry('statistics', ['国家目标值', 'Benchmarks'], ['未收录文件中的一个目标值', 'one goal of a document that is not held']),
  statistics: entry(
    'statistics',
    ['统计来源', 'Statistics datasets'],
    ['一组公布数字的出处与方法', 'where one set of published figures comes from'],
  ),
  progress: entry('statistics', ['进展', 'Progress'], ['一组数字对照一个目标的判断', 'one series judged against one goal']),
  reporting: entry(
    'statistics',
    ['目标有无数字可对', 'Reporting'],
    ['一项目标有没有可对照的公布数字', 'what published figures can say of one target'],
  ),
  searches: entry(
    'statistics',
    ['检索记录', 'Searches'],
    ['为一份文件的一件事检索公布数字', 'one search for a published figure'],
    ['document', 'construct'],
  ),
  'protected-counts': entry(
    'statistics',
    ['受保护的人数', 'Protected counts'],
    ['一个修约或不公布的单元格', 'one cell, rounded or withheld'],
  ),
  disclosure: entry(
    'statistics',
    ['披露控制报告', 'Disclosure reports'],
    ['一组人数表的保护结果', 'what protection did to one set of tables'],
  ),
  topics: entry('codebook', ['事项', 'Topics'], ['文件规定的一类事情', 'one matter that documents regulate']),
  terms: entry('codebook', ['术语', 'Terms'], ['一个术语及其译法', 'one term of art and its English'], ['zh']),
  populations: entry('codebook', ['人群', 'Populations'], ['文件界定的一类人', 'one group of people as documents define it']),
  constructs: entry('codebook', ['所量事物', 'Constructs'], ['目标所量的一件事', 'one thing that targets measure']),
  'agency-families': entry(
    'codebook',
    ['机构系统', 'Agency families'],
    ['一类机构及其历次名称', 'one kind of public body through its renames'],
  ),
  'entitlement-kinds': entry('codebook', ['待遇种类', 'Kinds of entitlement'], ['一种群众待遇', 'one kind of entitlement']),
  modality: entry('codebook', ['语气词表', 'Modal lexicon'], ['一种语气', 'one modal value']),
  oppositions: entry('codebook', ['相反的规定', 'Oppositions'], ['一处没有数字的相反规定', 'one opposition of rules that no number shows']),
  context: entry('codebook', ['背景事件', 'Context'], ['时间线背后的一件事', 'one event behind the timeline']),
}

export const tableNames = Object.keys(entries) as TableName[]

/** A dataset as a table: what it is, its key, its columns. */
export interface Table {
  name: TableName
  group: TableGroup
  title: Bilingual
  about: Bilingual
  /** names of the columns that together are unique */
  key: string[]
  columns: Column[]
}

/** Name of a dataset → its description as a table, the key first among the columns. */
export function tableOf(name: TableName): Table {
  const { key = ['id'], ...rest } = entries[name]
  const columns = columnsOf(datasets[name])
  const first = key.map((k) => columns.find((c) => c.name === k) as Column)
  return { name, ...rest, key, columns: [...first, ...columns.filter((c) => !first.includes(c))] }
}

/** Every dataset as a table. */
export const tables: Table[] = tableNames.map(tableOf)

/** Record of a dataset as published: whole, and as the cells of its table. */
export interface Row {
  record: { [name: string]: unknown }
  cells: Cell[]
}

/** Record of a dataset → what every format writes of it. */
export function rowOf(table: Table, record: object): Row {
  const published = publishRecord(datasets[table.name] as z.ZodType, record as Row['record'])
  return { record: published, cells: cellsOf(table.columns, published) }
}
export const rowsOf = (table: Table, records: object[]): Row[] => records.map((record) => rowOf(table, record))

/** Key of a record: `hubei-2023/2.3`; several fields joined by a slash. */
export const keyOf = (table: Table, record: Row['record']): string => table.key.map((name) => String(record[name])).join('/')
