import type { Words } from '../i18n/words.ts'
import type { Catalog } from './catalog.ts'
import { type MatrixCell, matrixCell } from './matrix.ts'
import type { Routes } from './routes.ts'

/** What one document says of every topic: what the page of comparisons loads for each document chosen. */
export interface ComparedDocument {
  id: string
  short: string
  href: string
  years: string
  topics: { id: string; name: string; href: string; cell: MatrixCell }[]
}

/** Document id → its column of topic x document. */
export function comparedDocument(id: string, catalog: Catalog, words: Words, routes: Routes): ComparedDocument {
  const d = catalog.documentById.get(id)
  return {
    id,
    short: catalog.shortName(id),
    href: routes.document(id),
    years: d ? words.format.span(d.term.from, d.term.to) : '',
    topics: catalog.coverage
      .filter((c) => c.document === id)
      .map((c) => ({
        id: c.topic,
        name: catalog.topicName(c.topic),
        href: routes.topic(c.topic),
        cell: matrixCell(c, catalog, words, routes),
      })),
  }
}
