import { tableNames } from '../model/tables.ts'
import type { Catalog } from './catalog.ts'
import { chartEntries } from './charts.ts'
import { hasPage } from './indicator.ts'
import { matrixOrders } from './matrix.ts'
import type { Routes } from './routes.ts'

/** Addresses of the pages in one language that a search engine should know: all but places of which nothing is held. */
export function pageAddresses(catalog: Catalog, routes: Routes): string[] {
  return [
    ...[routes.home(), routes.entitlements(), routes.documents(), routes.topics(), routes.compare(), routes.targets(), routes.indicators()],
    ...[routes.regions(), routes.agencies(), routes.citations(), routes.timeline(), routes.reporting(), routes.methods(), routes.charts()],
    ...[routes.draft(), routes.style(), routes.data(), routes.explore(), routes.dictionary(), routes.api(), routes.changes()],
    ...tableNames.map(routes.table),
    ...matrixOrders.slice(1).map(routes.topicsBy),
    ...catalog['entitlement-kinds'].map((k) => routes.entitlement(k.id)),
    ...catalog.documents.map((d) => routes.document(d.id)),
    ...catalog.provisions.map((p) => routes.provision(p.id)),
    ...catalog.topics.map((t) => routes.topic(t.id)),
    ...catalog.pairs.map(({ a, b }) => routes.pair(a, b)),
    ...catalog.targets.map((t) => routes.targetPage(t.id)),
    ...catalog.indicators.filter((i) => hasPage(i.id, catalog)).map((i) => routes.indicator(i.id)),
    ...catalog.regions.map((r) => routes.region(r.code)),
    ...chartEntries(catalog, catalog.words, routes).map((c) => routes.chart(c.id)),
  ]
}
