import type { Words } from '../i18n/words.ts'
import type { Catalog } from './catalog.ts'
import { type Finding, homeFindings } from './findings.ts'
import { type Matrix, matrixOf } from './matrix.ts'
import type { Routes } from './routes.ts'

export interface HomePage {
  findings: Finding[]
  matrix: Matrix
  counts: { documents: number; provisions: number; figures: number }
}

/** What the atlas is and found: findings, topic x document, of the documents that are shown first; counts of all. */
export function homePage(front: Catalog, catalog: Catalog, words: Words, routes: Routes): HomePage {
  return {
    findings: homeFindings(front, words, routes),
    matrix: matrixOf(front, words, routes),
    counts: {
      documents: catalog.documents.length,
      provisions: catalog.provisions.length,
      figures: catalog.documents.reduce((sum, d) => sum + d.counts.numericTargets, 0),
    },
  }
}
