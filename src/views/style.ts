import type { Words } from '../i18n/words.ts'
import { topicGroups } from '../model/codebook.ts'
import type { Catalog } from './catalog.ts'
import { chartEntries } from './charts.ts'
import { figurePairs } from './compare.ts'
import { documentHead } from './document.ts'
import { entitlementCards } from './entitlement.ts'
import { homeFindings } from './findings.ts'
import { topicColour } from './matrix.ts'
import type { Routes } from './routes.ts'
import { targetProps } from './target.ts'

/** One of every component, filled from the datasets: what the style page shows is what the site is made of. */
export function stylePage(catalog: Catalog, words: Words, routes: Routes) {
  const grades = ['ranked', 'side-by-side', 'not-comparable'] as const
  const charts = chartEntries(catalog, catalog, words, routes)
  return {
    colours: Object.entries(words.style.colourOf).map(([id, name]) => ({ name, value: `var(--${id})` })),
    regions: [1, 2, 3, 4, 5, 6, 7, 8].map((n) => ({ name: `c${n}`, value: `var(--c${n})` })),
    topics: topicGroups.map((group) => ({ name: words.topicGroups[group], value: topicColour(group) })),
    steps: [1, 2, 3, 4, 5].map((n) => ({ name: `q${n}`, value: `var(--q${n})` })),
    badges: [
      ...Object.entries(words.coverage).map(([status, w]) => ({ status, name: w.badge })),
      ...grades.map((status) => ({ status, name: words.comparability[status] })),
      { status: 'ended', name: words.validity['term-ended'] },
    ],
    findings: homeFindings(catalog, words, routes).slice(0, 1),
    documents: catalog.documents.slice(0, 1).map((d) => documentHead(d, catalog, words, routes)),
    targets: catalog.targets.slice(0, 2).map((t) => targetProps(t, catalog, words, routes)),
    entitlements: entitlementCards(catalog.entitlements, catalog, words, routes).slice(0, 1),
    pairs: grades.flatMap((grade) =>
      figurePairs(
        catalog.comparability.filter((c) => c.grade === grade),
        catalog,
        words,
        routes,
      ).slice(0, 1),
    ),
    charts: ['tiles', 'timeline', 'series', 'citations'].flatMap((form) => charts.find((c) => c.drawing.form === form) ?? []),
  }
}
