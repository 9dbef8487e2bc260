import type { SearchManifest, SearchRecord } from '../model/search.ts'
import { type Catalog, groupBy } from './catalog.ts'
import { hasPage } from './indicator.ts'
import type { Routes } from './routes.ts'
import { targetProps } from './target.ts'

/** Everything of the atlas that a search can find, in the language of the catalog. */
export function searchRecords(catalog: Catalog, routes: Routes): SearchRecord[] {
  const { words, say, lang } = catalog
  const space = lang === 'zh' ? '' : ' '
  const agencies = groupBy(catalog.responsibilities, (r) => r.agency)
  const families = new Map(catalog['agency-families'].map((f) => [f.id, say(f.name)]))
  const held = new Set(catalog.regions.map((r) => r.code))
  return [
    ...catalog.terms.map((t) => record('terms', catalog.termName(t.zh), `${routes.methods()}#terms`, `${say(t.plain)} ${t.zh} ${t.en}`)),
    ...catalog['entitlement-kinds'].map((k) => {
      const own = catalog.entitlements.filter((e) => e.kind === k.id)
      const said = own.map((e) => `${catalog.shortName(e.document)}${space}${catalog.phrase(e.document, e.sentence)}`)
      return record('entitlements', say(k.plain), routes.entitlement(k.id), [say(k.name), ...said].join('; '))
    }),
    ...catalog.topics.map((t) => record('topics', say(t.name), routes.topic(t.id), say(t.plain))),
    ...catalog.provisions
      .filter((p) => catalog.digest(p) || catalog.heading(p))
      .map((p) => {
        const title = [catalog.shortName(p.document), catalog.clauseName(p.id), catalog.heading(p) ?? ''].filter(Boolean).join(' ')
        return record('provisions', title, routes.provision(p.id), catalog.digest(p))
      }),
    ...catalog.targets.map((t) => {
      const target = targetProps(t, catalog, words, routes)
      const facts = target.facts.map((f) => f.text).join(' ')
      return record('targets', `${target.document} ${target.path} ${target.printed}`, routes.targetPage(t.id), `${target.name} ${facts}`)
    }),
    ...catalog.indicators.map((i) => record('indicators', say(i.name), indicatorHref(i.id, catalog, routes), say(i.definition))),
    ...catalog.documents.map((d) => {
      const facts = [d.number?.normalized ?? '', ...d.issuers.map((x) => catalog.phrase(d.id, x)), catalog.regionName(d.region)]
      return record('documents', `${say(d.short)} ${say(d.title)}`, routes.document(d.id), facts.join(' '))
    }),
    ...catalog.agencies.map((a) => {
      const own = agencies.get(a.id) ?? []
      const names = [...new Set(own.map((r) => catalog.phrase(r.document, r.printed)))]
      return record(
        'agencies',
        names[0] ?? families.get(a.family) ?? a.id,
        `${routes.agencies()}#families`,
        [families.get(a.family), ...names].join(' '),
      )
    }),
    ...[...catalog.regions, ...catalog.divisions.filter((d) => !held.has(d.code))].map((r) => {
      const above = r.parent && r.parent !== '100000' ? catalog.regionName(r.parent) : ''
      return record('places', catalog.regionName(r.code), routes.region(r.code), `${above} ${r.code} ${words.levels[r.level]}`)
    }),
  ]
}

const record = (group: SearchRecord['group'], title: string, href: string, text: string): SearchRecord => ({
  group,
  title,
  href,
  text: text.replace(/\s+/g, ' ').trim(),
})

const indicatorHref = (id: string, catalog: Catalog, routes: Routes) => (hasPage(id, catalog) ? routes.indicator(id) : routes.indicators())

/** Everyday words → what documents and the term base call it: 押金 → 先诊疗后付费. */
export function everydayWords(catalog: Catalog): SearchManifest['everyday'] {
  const rows = catalog.terms.flatMap((t) =>
    (t.everyday?.[catalog.lang] ?? []).map((word) => [word, catalog.termName(t.zh).toLowerCase()] as const),
  )
  return Object.fromEntries([...groupBy([...rows], ([word]) => word)].map(([word, all]) => [word, all.map(([, term]) => term)]))
}
