import { tableNames } from '../model/tables.ts'
import type { Catalog } from './catalog.ts'
import { chartEntries } from './charts.ts'
import { hasPage } from './indicator.ts'
import { matrixOrders } from './matrix.ts'
import { partsOf } from './parts.ts'
import { partAddress, type Routes } from './routes.ts'

/** Addresses of the pages in one language that a search engine should know: all but places of which nothing is held. */
export function pageAddresses(catalog: Catalog, front: Catalog, routes: Routes): string[] {
  const parted = [
    ...[routes.entitlements(), routes.documents(), routes.topics(), routes.compare(), routes.targets()],
    ...[routes.agencies(), routes.citations(), routes.timeline(), routes.reporting()],
    ...matrixOrders.slice(1).map(routes.topicsBy),
    ...catalog['entitlement-kinds'].map((k) => routes.entitlement(k.id)),
    ...catalog.topics.map((t) => routes.topic(t.id)),
    ...catalog.indicators.filter((i) => hasPage(i.id, catalog)).map((i) => routes.indicator(i.id)),
  ]
  return [
    ...partsOf(catalog).flatMap(({ id }) => parted.map((address) => partAddress(address, id))),
    ...[routes.home(), routes.indicators(), routes.regions(), routes.methods(), routes.charts()],
    ...[routes.draft(), routes.style(), routes.data(), routes.explore(), routes.dictionary(), routes.api(), routes.changes()],
    ...tableNames.map(routes.table),
    ...catalog.documents.map((d) => routes.document(d.id)),
    ...catalog.provisions.map((p) => routes.provision(p.id)),
    ...catalog.pairs.map(({ a, b }) => routes.pair(a, b)),
    ...catalog.targets.map((t) => routes.targetPage(t.id)),
    ...catalog.regions.map((r) => routes.region(r.code)),
    ...chartEntries(front, catalog, front.words, routes).map((c) => routes.chart(c.id)),
  ]
}
