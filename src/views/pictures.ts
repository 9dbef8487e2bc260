import type { Document } from '../model/document.ts'
import type { Catalog } from './catalog.ts'
import { chartEntries, type Drawing } from './charts.ts'
import { pairPage, pairsAnswer } from './compare.ts'
import { entitlementPage } from './entitlement.ts'
import { formatExcerpt } from './format.ts'
import { hasPage, indicatorPage } from './indicator.ts'
import { regionPage } from './region.ts'
import type { Routes } from './routes.ts'
import { sourceLine } from './share.ts'
import { targetProps } from './target.ts'
import { topicPage } from './topic.ts'

/** What a picture of an item says: the figure or name, what it is, words, where they stand, and what holds of all. */
export interface Picture {
  /** its name below pictures/, without the form: `zh/documents/hubei-2023/2.3` */
  id: string
  lead: string
  title: string
  text: string
  source: string
  caution: string
  site: string
  href: string
  drawing?: Drawing
}

/** Name of the picture of a page: its address below the site, `/zh/documents/hubei-2023/2.3/` → `zh/documents/hubei-2023/2.3`. */
const nameOf = (href: string, home: string, lang: string) => `${lang}/${href.slice(home.length).replace(/\/$/, '')}`

/** Every picture in one language; of pages in parts that of the first, whose datasets are `front`. Texts are cut to what a picture holds. */
export function picturesOf(catalog: Catalog, front: Catalog, routes: Routes): Picture[] {
  const { words, say, asOf, lang, format } = { ...catalog, format: catalog.words.format }
  const room = lang === 'zh' ? 150 : 300
  const whole = {
    caution: `${words.share.caution}${lang === 'zh' ? '' : ' '}${words.asOf}${format.date(asOf)}`,
    site: words.site.name,
  }
  const make = (href: string, lead: string, title: string, text: string, source: string): Picture => ({
    id: nameOf(href, routes.home(), lang),
    lead,
    title: formatExcerpt(title, lang === 'zh' ? 56 : 110),
    text: formatExcerpt(text.replaceAll('\n', ' '), room),
    source,
    href,
    ...whole,
  })
  return [
    { ...make(`${routes.home()}index/`, words.site.name, words.site.tagline, '', ''), href: routes.home() },
    ...indexPages(catalog, routes).map(([href, name, answer]) => make(href, name, '', answer, '')),
    ...catalog.indicators
      .filter((i) => hasPage(i.id, catalog))
      .map((i) =>
        make(routes.indicator(i.id), format.start(say(i.name)), say(i.definition), indicatorPage(i.id, front, words, routes).answer, ''),
      ),
    ...catalog.regions.map((r) =>
      make(routes.region(r.code), catalog.regionName(r.code), '', regionPage(r.code, catalog, words, routes).answer, ''),
    ),
    ...catalog.documents.map((d) => {
      const { provisions, numericTargets, entitlements } = d.counts
      const answer = words.views.document.answer(say(d.short), provisions, numericTargets, entitlements, words.validity[d.validity.state])
      return make(routes.document(d.id), say(d.short), say(d.title), answer, d.number?.normalized ?? words.missing.number)
    }),
    ...catalog.provisions.map((p) => {
      const d = catalog.documentById.get(p.document) as Document
      const clause = catalog.clauseName(p.id)
      const lead = `${say(d.short)} ${clause}`
      return make(routes.provision(p.id), lead, catalog.heading(p) ?? '', catalog.digest(p), sourceLine(d, clause, catalog))
    }),
    ...catalog.targets.map((t) => {
      const d = catalog.documentById.get(t.document) as Document
      const target = targetProps(t, catalog, words, routes)
      const { type, role, attested } = words.views.target
      const facts = target.facts.filter((f) => ![type, role, attested].includes(f.label)).map((f) => format.pair(f.label, f.text))
      return make(target.pageHref, target.printed, target.name, format.chain(facts), sourceLine(d, target.path, catalog))
    }),
    ...catalog['entitlement-kinds'].map((k) => {
      const page = entitlementPage(k.id, front, words, routes)
      const said = page.cards.map((c) =>
        format.pair(c.document, c.rules.map((r) => r.figures[0]?.printed ?? r.sentence.replace(/[。.]$/, '')).join(' ')),
      )
      return make(
        routes.entitlement(k.id),
        page.plain,
        page.name,
        format.chain(said),
        words.views.entitlement.answer(page.name, front.documents.length, page.cards.length, front.scope.the),
      )
    }),
    ...catalog.topics.map((t) => {
      const page = topicPage(t.id, front, words, routes)
      const found = page.findings[0]?.map((piece) => piece.text).join('') ?? page.answer
      return make(routes.topic(t.id), format.start(page.name), page.plain, found, page.answer)
    }),
    ...catalog.pairs.map(({ a, b }) => {
      const page = pairPage(a, b, catalog, words, routes)
      return make(routes.pair(a, b), words.views.pair.names(page.left.short, page.right.short), '', page.answer, page.kinship[0] ?? '')
    }),
    ...chartEntries(front, catalog, words, routes).map((c) => ({
      ...make(routes.chart(c.id), format.start(c.page.name), '', c.caption, ''),
      drawing: c.drawing,
    })),
  ]
}

// pages that lead to others: address, name, what they answer
function indexPages(catalog: Catalog, routes: Routes): [string, string, string][] {
  const { words, documents, lang, scope } = catalog
  const { nav, pages, charts, data, explore, methods, style } = words
  const space = lang === 'zh' ? '' : ' '
  return [
    [routes.entitlements(), nav.entitlements, pages.entitlements.answer],
    [routes.topics(), nav.topics, pages.topics.answer],
    [routes.compare(), nav.compare, pairsAnswer(catalog)],
    [routes.documents(), nav.documents, pages.documents.title(documents.length, scope.the) + space + pages.documents.answer],
    [routes.targets(), nav.targets, pages.targets.title(nav.targets)],
    [routes.indicators(), nav.indicators, pages.indicators.answer],
    [routes.regions(), nav.regions, pages.regions.answer],
    [routes.agencies(), nav.agencies, pages.agencies.title],
    [routes.citations(), nav.citations, pages.citations.title],
    [routes.timeline(), nav.timeline, pages.timeline.title],
    [routes.reporting(), pages.reporting.title, pages.indicators.answer],
    [routes.methods(), nav.methods, methods.answer],
    [routes.data(), data.title, data.description],
    [routes.explore(), explore.title, explore.answer],
    [routes.charts(), charts.title, charts.answer],
    [routes.draft(), pages.draft.title, pages.draft.answer],
    [routes.style(), style.title, style.answer],
  ]
}
