import type { Catalog } from './catalog.ts'
import type { Routes } from './routes.ts'

/** Clauses of one held document as the page of a draft compares them: path, heading, digest, figures, address. */
export const heldClauses = (id: string, catalog: Catalog, routes: Routes) =>
  catalog
    .provisionsOf(id)
    .filter((p) => p.leaf)
    .map((p) => ({
      path: catalog.clauseName(p.id),
      heading: p.heading ?? '',
      text: p.digestZh,
      figures: catalog.targetsOf(p.id).map((t) => t.printed),
      href: routes.provision(p.id),
    }))
