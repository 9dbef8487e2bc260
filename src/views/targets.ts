import type { Words } from '../i18n/words.ts'
import { type Catalog, groupBy } from './catalog.ts'
import type { Routes } from './routes.ts'
import { type TargetProps, targetProps } from './target.ts'

export interface TargetsPage {
  answer: string
  counts: { document: string; href: string; numeric: number; worded: number }[]
  roles: { role: string; targets: TargetProps[] }[]
}

/** All targets by role; a restated figure is shown where it stands and counted once. */
export function targetsPage(catalog: Catalog, words: Words, routes: Routes): TargetsPage {
  const byRole = groupBy(catalog.targets, (t) => t.role)
  const numeric = catalog.documents.reduce((sum, d) => sum + d.counts.numericTargets, 0)
  const worded = catalog.documents.reduce((sum, d) => sum + d.counts.wordedTargets, 0)
  return {
    answer: words.views.targets.answer(catalog.documents.length, numeric, worded),
    counts: catalog.documents.map((d) => ({
      document: catalog.say(d.short),
      href: routes.document(d.id),
      numeric: d.counts.numericTargets,
      worded: d.counts.wordedTargets,
    })),
    roles: (Object.keys(words.roles) as (keyof Words['roles'])[])
      .map((role) => ({ role, targets: byRole.get(role) ?? [] }))
      .filter(({ targets }) => targets.length > 0)
      .map(({ role, targets }) => ({
        role: words.roles[role],
        targets: targets.map((t) => targetProps(t, catalog, words, routes)),
      })),
  }
}
