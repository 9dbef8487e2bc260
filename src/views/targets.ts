import type { Words } from '../i18n/words.ts'
import { type Catalog, groupBy } from './catalog.ts'
import type { Routes } from './routes.ts'
import { type TargetProps, targetProps } from './target.ts'

export interface TargetsPage {
  answer: string
  counts: { document: string; href: string; numeric: number; worded: number }[]
  roles: { role: string; targets: TargetProps[] }[]
  /** By what the live table is filtered and sorted, each with its values. */
  filters: { field: string; label: string; options: [value: string, name: string][] }[]
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
    filters: filtersOf(catalog, words, routes),
    roles: (Object.keys(words.roles) as (keyof Words['roles'])[])
      .map((role) => ({ role, targets: byRole.get(role) ?? [] }))
      .filter(({ targets }) => targets.length > 0)
      .map(({ role, targets }) => ({
        role: words.roles[role],
        targets: targets.map((t) => targetProps(t, catalog, words, routes)),
      })),
  }
}

function filtersOf(catalog: Catalog, words: Words, routes: Routes): TargetsPage['filters'] {
  const texts = words.pages.targets
  const keys = catalog.targets.map((t) => targetProps(t, catalog, words, routes).keys)
  const fields = Object.keys(texts.fields) as (keyof TargetProps['keys'])[]
  return [
    ...fields.map((field) => {
      const values = [...new Set(keys.flatMap((k) => k[field].split('|').filter(Boolean)))].sort((a, b) => (a < b ? -1 : 1))
      const options = values.map((v): [string, string] => [v, words.format.start(v)])
      return { field, label: texts.fields[field], options: [['', texts.all] as [string, string], ...options] }
    }),
    {
      field: 'sort',
      label: texts.sort,
      options: [['', texts.byRole], ...fields.map((field): [string, string] => [field, texts.by.replace('{field}', texts.fields[field])])],
    },
  ]
}
