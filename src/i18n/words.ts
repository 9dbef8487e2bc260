import { zh } from './zh.ts'

/** Languages the pages can be made in; a further one is a further table of the same shape. */
export type Lang = 'zh'
export type Words = typeof zh

const tables: Record<Lang, Words> = { zh }

/** Wording of a language: `wordsOf('zh').nav.topics` → 事项对照. */
export const wordsOf = (lang: Lang): Words => tables[lang]
