import type { Words } from '../i18n/words.ts'
import type { Document } from '../model/document.ts'
import type { Provision } from '../model/provision.ts'
import type { Catalog } from './catalog.ts'
import { digestOf, type Segment } from './digest.ts'
import { type DocumentHead, documentHead } from './document.ts'
import { type EntitlementCard, entitlementCards } from './entitlement.ts'
import { formatChecked } from './format.ts'
import type { Routes } from './routes.ts'
import { quoteOf } from './share.ts'
import { type TargetProps, targetProps } from './target.ts'

/** A clause named by a link: document, place, heading or first words. */
export interface ClauseLink {
  href: string
  document: string
  path: string
  title: string
}

export function clauseLink(p: Provision, catalog: Catalog, routes: Routes): ClauseLink {
  return {
    href: routes.provision(p.id),
    document: catalog.shortName(p.document),
    path: catalog.clauseName(p.id),
    title: catalog.clauseTitle(p),
  }
}

export interface ProvisionPage {
  head: DocumentHead
  title: string
  path: string
  paragraphs: Segment[][]
  targets: TargetProps[]
  entitlements: EntitlementCard[]
  responsibilities: { role: string; agencies: string[] }[]
  noAgency: boolean
  references: { printed: string; state: string; href: string | null }[]
  topics: { name: string; href: string; others: ClauseLink[]; more: string | null }[]
  counterparts: { clause: ClauseLink; pairHref: string }[]
  children: ClauseLink[]
  parent: ClauseLink | null
  previous: ClauseLink | null
  next: ClauseLink | null
  source: string
  quote: string
  checked: string
}

/** Provision id → its page: the clause, all that was found in it, and the clauses of other documents on the same matters. */
export function provisionPage(id: string, catalog: Catalog, words: Words, routes: Routes): ProvisionPage {
  const p = catalog.provisionById.get(id) as Provision
  const d = catalog.documentById.get(p.document) as Document
  const siblings = catalog.provisionsOf(p.document)
  const link = (q: Provision | undefined) => (q ? clauseLink(q, catalog, routes) : null)
  const number = d.number ? words.format.aside(d.number.normalized) : ''
  return {
    head: documentHead(d, catalog, words, routes),
    title: catalog.clauseTitle(p),
    path: catalog.clauseName(id),
    paragraphs: digestOf(p, catalog),
    targets: catalog.targetsOf(id).map((t) => targetProps(t, catalog, words, routes)),
    entitlements: entitlementCards(catalog.entitlementsOf(id), catalog, words, routes),
    responsibilities: groupRoles(id, catalog, words),
    noAgency: p.leaf && catalog.responsibilitiesOf(id).length === 0,
    references: catalog.referencesOf(id).map((r) => ({
      printed: catalog.phrase(r.document, r.printed),
      state: r.resolved ? words.resolved : words.unresolved,
      href: r.resolved && routes.document(r.resolved),
    })),
    topics: p.topics.map(({ topic }) => {
      const { shown, all } = otherClauses(topic, p, catalog)
      const others = shown.map((q) => clauseLink(q, catalog, routes))
      const more = all > others.length ? words.views.document.moreClauses(all) : null
      return { name: catalog.topicName(topic), href: routes.topic(topic), others, more }
    }),
    counterparts: [...catalog.alignmentsOf(id)]
      .sort((x, y) => y.score - x.score)
      .flatMap((x) => {
        const other = catalog.provisionById.get(x.a === id ? x.b : x.a)
        return other ? [{ clause: clauseLink(other, catalog, routes), pairHref: routes.pair(x.documentA, x.documentB) }] : []
      }),
    children: siblings.filter((q) => q.parent === id).map((q) => clauseLink(q, catalog, routes)),
    parent: link(catalog.provisionById.get(p.parent ?? '')),
    previous: link(siblings[p.order - 1]),
    next: link(siblings[p.order + 1]),
    source: words.views.document.source(catalog.say(d.title), number, catalog.clauseName(id)),
    quote: quoteOf(d, catalog.clauseName(id), catalog.digest(p) || catalog.clauseTitle(p), catalog),
    checked: formatChecked(p.checked, d.sha256, words),
  }
}

function groupRoles(id: string, catalog: Catalog, words: Words) {
  const rows = catalog.responsibilitiesOf(id)
  return [...new Set(rows.map((r) => r.role))].map((role) => ({
    role: words.responsibility[role],
    agencies: [...new Set(rows.filter((r) => r.role === role).map((r) => catalog.phrase(r.document, r.printed)))],
  }))
}

/** So many clauses of one topic stand on the page of another; the page of the topic has all. */
const mostOthers = 24

// clauses of other documents on a topic; where they are many, those of the documents that this one is compared with come first
function otherClauses(topic: string, p: Provision, catalog: Catalog): { shown: Provision[]; all: number } {
  const every = catalog.clausesOn(topic)
  const all = every.length - catalog.clausesOn(topic, p.document).length
  const near = all > mostOthers ? catalog.comparedWith(p.document).flatMap((d) => catalog.clausesOn(topic, d)) : []
  const shown = new Set(near.slice(0, mostOthers))
  for (const q of every) {
    if (shown.size >= mostOthers) break
    if (q.document !== p.document) shown.add(q)
  }
  return { shown: [...shown], all }
}
