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

/** What the atlas is and found: findings, topic x document, the timeline. */
export function homePage(catalog: Catalog, words: Words, routes: Routes): HomePage {
  return {
    findings: homeFindings(catalog, words, routes),
    matrix: matrixOf(catalog, words, routes),
    counts: {
      documents: catalog.documents.length,
      provisions: catalog.provisions.length,
      figures: catalog.documents.reduce((sum, d) => sum + d.counts.numericTargets, 0),
    },
  }
}
