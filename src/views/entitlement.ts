import type { Words } from '../i18n/words.ts'
import type { Document } from '../model/document.ts'
import type { Entitlement } from '../model/entitlement.ts'
import { type Catalog, groupBy } from './catalog.ts'
import { absenceOf } from './matrix.ts'
import type { Routes } from './routes.ts'
import { quoteOf } from './share.ts'

/** One rule of an entitlement: who gets what, where, under which condition. */
export interface EntitlementRule {
  clauseHref: string
  path: string
  sentence: string
  figures: { printed: string; href: string }[]
  rows: { label: string; text: string }[]
}

/** What one document gives people under one kind of entitlement. */
export interface EntitlementCard {
  kind: string
  kindHref: string
  document: string
  documentHref: string
  year: string
  region: string
  validity: string
  ended: boolean
  rules: EntitlementRule[]
  listNote: string | null
  ask: string
  standing: string
}

/** Entitlements → one card for each kind and document, in the order given. */
export function entitlementCards(all: Entitlement[], catalog: Catalog, words: Words, routes: Routes): EntitlementCard[] {
  return [...groupBy(all, (e) => `${e.kind} ${e.document}`).values()].map((group) => {
    const { kind: id, document } = group[0] as Entitlement
    const d = catalog.documentById.get(document) as Document
    const kind = catalog['entitlement-kinds'].find((k) => k.id === id)
    const measured = group.flatMap((e) => e.targets.flatMap((t) => catalog.targetById.get(t)?.construct ?? []))
    const unlisted = kind?.unlisted?.constructs.some((c) => measured.includes(c)) ? catalog.say(kind.unlisted.note) : null
    const year = yearOf(d)
    return {
      kind: kind ? catalog.say(kind.name) : id,
      kindHref: routes.entitlement(id),
      document: catalog.say(d.short),
      documentHref: routes.document(d.id),
      year,
      region: catalog.regionName(d.region),
      validity: words.validity[d.validity.state],
      ended: d.validity.state !== 'running',
      rules: group.map((e) => entitlementRule(e, catalog, words, routes)),
      listNote: unlisted && words.format.sentence(unlisted),
      ask: kind ? words.pages.entitlements.ask(catalog.say(kind.ask)) : '',
      standing: words.standing(year),
    }
  })
}

function entitlementRule(e: Entitlement, catalog: Catalog, words: Words, routes: Routes): EntitlementRule {
  const labels = words.views.entitlement
  const phrase = (zh: string | null) => (zh ? catalog.phrase(e.document, zh) : '')
  const who = words.format.list(e.who.map(phrase)) + (e.whoOpen ? labels.open : '')
  const rows = [
    { label: labels.who, text: e.who.length > 0 ? who : labels.noWho },
    { label: labels.where, text: phrase(e.where) },
    { label: labels.setting, text: e.setting === 'any' ? '' : words.settings[e.setting] },
    { label: labels.condition, text: phrase(e.conditions) },
    { label: labels.pays, text: phrase(e.pays) },
    { label: labels.modality, text: words.modality[e.modality] },
    { label: labels.decidedBy, text: phrase(e.decidedBy) },
    { label: labels.exit, text: phrase(e.exitRule) },
  ]
  return {
    clauseHref: routes.provision(e.provision),
    path: catalog.clauseName(e.provision),
    sentence: words.format.sentence(phrase(e.sentence)),
    figures: e.targets.flatMap((id) => {
      const t = catalog.targetById.get(id)
      return t ? [{ printed: catalog.written(t), href: routes.target(id) }] : []
    }),
    rows: rows.filter(({ text }) => text),
  }
}

const yearOf = (d: Document) => d.issuedOn?.slice(0, 4) ?? d.id.slice(-4)

export interface EntitlementPage {
  id: string
  name: string
  plain: string
  topic: { name: string; href: string }
  cards: EntitlementCard[]
  /** text to paste: what each document says */
  quote: string
  absent: { document: string; href: string; badge: string; sentence: string }[]
}

/** Kind of entitlement → one card per document that grants it, and why the other documents have none. */
export function entitlementPage(id: string, catalog: Catalog, words: Words, routes: Routes): EntitlementPage {
  const kind = catalog['entitlement-kinds'].find((k) => k.id === id)
  const cards = catalog.entitlements.filter((e) => e.kind === id)
  const holders = new Set(cards.map((e) => e.document))
  const topic = kind?.topic ?? ''
  const cells = new Map(catalog.coverageOf(topic).map((c) => [c.document, c.status]))
  return {
    id,
    name: kind ? catalog.say(kind.name) : id,
    plain: kind ? catalog.say(kind.plain) : '',
    topic: { name: catalog.topicName(topic), href: routes.topic(topic) },
    cards: entitlementCards(cards, catalog, words, routes),
    quote: cards
      .map((e) => {
        const d = catalog.documentById.get(e.document) as Document
        const said = words.format.sentence(catalog.phrase(e.document, e.sentence))
        return quoteOf(d, catalog.clauseName(e.provision), said, catalog)
      })
      .join('\n'),
    absent: catalog.documents
      .filter((d) => !holders.has(d.id))
      .map((d) => {
        const status = cells.get(d.id) ?? 'not-coded'
        const shown = status === 'covered' ? (d.completeness.state === 'complete' ? 'not-coded' : 'source-incomplete') : status
        return { document: catalog.say(d.short), href: routes.document(d.id), ...absenceOf(shown, d, catalog) }
      }),
  }
}

/** All kinds with the documents that grant each. */
export function entitlementsPage(catalog: Catalog, routes: Routes) {
  const byKind = groupBy(catalog.entitlements, (e) => e.kind)
  return catalog['entitlement-kinds'].map((k) => ({
    name: catalog.say(k.name),
    plain: catalog.say(k.plain),
    href: routes.entitlement(k.id),
    documents: [...new Set((byKind.get(k.id) ?? []).map((e) => catalog.shortName(e.document)))],
  }))
}
