import { brief as enBrief } from './en/brief.ts'
import { charts as enCharts } from './en/charts.ts'
import { codes as enCodes } from './en/codes.ts'
import { data as enData } from './en/data.ts'
import { explore as enExplore } from './en/explore.ts'
import { format as enFormat } from './en/format.ts'
import { methods as enMethods } from './en/methods.ts'
import { pages as enPages } from './en/pages.ts'
import { share as enShare } from './en/share.ts'
import { style as enStyle } from './en/style.ts'
import { views as enViews } from './en/views.ts'
import { brief } from './zh/brief.ts'
import { charts } from './zh/charts.ts'
import { codes } from './zh/codes.ts'
import { data } from './zh/data.ts'
import { explore } from './zh/explore.ts'
import { format } from './zh/format.ts'
import { methods } from './zh/methods.ts'
import { pages } from './zh/pages.ts'
import { share } from './zh/share.ts'
import { style } from './zh/style.ts'
import { views } from './zh/views.ts'

/** The same table with any wording in it. */
type AnyWording<T> = T extends (...of: infer A) => infer R
  ? (...of: A) => AnyWording<R>
  : T extends string
    ? string
    : { readonly [K in keyof T]: AnyWording<T[K]> }

const zh = { ...codes, brief, charts, data, explore, format, methods, pages, share, style, views }
export type Words = AnyWording<typeof zh>
const en: Words = {
  ...enCodes,
  brief: enBrief,
  charts: enCharts,
  data: enData,
  explore: enExplore,
  format: enFormat,
  methods: enMethods,
  pages: enPages,
  share: enShare,
  style: enStyle,
  views: enViews,
}

const tables = { zh, en } satisfies Record<string, Words>

/** Languages the pages are made in. A further one is a further table of the same shape: what it lacks is an error of types. */
export type Lang = keyof typeof tables
export const languages = Object.keys(tables) as Lang[]

/** Wording of a language: `wordsOf('zh').nav.topics` → 事项对照. */
export const wordsOf = (lang: Lang): Words => tables[lang]
