import { codes as enCodes } from './en/codes.ts'
import { format as enFormat } from './en/format.ts'
import { methods as enMethods } from './en/methods.ts'
import { pages as enPages } from './en/pages.ts'
import { views as enViews } from './en/views.ts'
import { codes } from './zh/codes.ts'
import { format } from './zh/format.ts'
import { methods } from './zh/methods.ts'
import { pages } from './zh/pages.ts'
import { views } from './zh/views.ts'

/** The same table with any wording in it. */
type AnyWording<T> = T extends (...of: infer A) => infer R
  ? (...of: A) => AnyWording<R>
  : T extends string
    ? string
    : { readonly [K in keyof T]: AnyWording<T[K]> }

const zh = { ...codes, format, methods, pages, views }
export type Words = AnyWording<typeof zh>
const en: Words = { ...enCodes, format: enFormat, methods: enMethods, pages: enPages, views: enViews }

const tables = { zh, en } satisfies Record<string, Words>

/** Languages the pages are made in. A further one is a further table of the same shape: what it lacks is an error of types. */
export type Lang = keyof typeof tables
export const languages = Object.keys(tables) as Lang[]

/** Wording of a language: `wordsOf('zh').nav.topics` → 事项对照. */
export const wordsOf = (lang: Lang): Words => tables[lang]
