import type { Catalog } from './catalog.ts'
import type { Routes } from './routes.ts'

/** Documents held, the one judged last first: what a subscriber is told of. */
export function feedOf(catalog: Catalog, routes: Routes) {
  const { words, say } = catalog
  return [...catalog.documents]
    .sort((a, b) => (a.validity.date === b.validity.date ? (a.id < b.id ? -1 : 1) : a.validity.date < b.validity.date ? 1 : -1))
    .map((d) => {
      const { provisions, numericTargets, entitlements } = d.counts
      return {
        title: say(d.title),
        href: routes.document(d.id),
        date: d.validity.date,
        text: words.views.document.answer(say(d.short), provisions, numericTargets, entitlements, words.validity[d.validity.state]),
      }
    })
}
