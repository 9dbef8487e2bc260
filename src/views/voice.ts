import type { Lang, Words } from '../i18n/words.ts'
import type { Catalog } from './catalog.ts'
import type { PartLinks } from './parts.ts'
import type { Routes } from './routes.ts'

/** What every page needs of its language: the datasets told in it, its wording, its addresses. */
export interface Voice {
  lang: Lang
  atlas: Catalog
  words: Words
  routes: Routes
  /** address of a page as the current release keeps it; null where none does */
  frozen: (page: string) => string | null
  /** which of the parts a page shows in which all documents are shown; null where it shows the only one, and on other pages */
  part?: { id: string; links: PartLinks } | null
}
