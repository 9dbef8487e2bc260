import type { Lang, Words } from '../i18n/words.ts'
import type { Catalog } from './catalog.ts'
import type { Routes } from './routes.ts'

/** What every page needs of its language: the datasets told in it, its wording, its addresses. */
export interface Voice {
  lang: Lang
  atlas: Catalog
  words: Words
  routes: Routes
  /** address of a page as the current release keeps it; null where none does */
  frozen: (page: string) => string | null
}
