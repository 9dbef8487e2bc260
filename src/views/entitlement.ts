import type { Words } from '../i18n/words.ts'
import type { Document } from '../model/document.ts'
import type { Entitlement } from '../model/entitlement.ts'
import { type Catalog, groupBy } from './catalog.ts'
import { formatPath } from './format.ts'
import { absenceOf } from './matrix.ts'
import type { Routes } from './routes.ts'

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
    const unlisted = kind?.unlisted?.constructs.some((c) => measured.includes(c)) ? kind.unlisted.note.zh : null
    const year = yearOf(d)
    return {
      kind: kind?.name.zh ?? id,
      kindHref: routes.entitlement(id),
      document: d.short.zh,
      documentHref: routes.document(d.id),
      year,
      region: catalog.regionName(d.region),
      validity: words.validity[d.validity.state],
      ended: d.validity.state !== 'running',
      rules: group.map((e) => entitlementRule(e, catalog, words, routes)),
      listNote: unlisted && `${unlisted}。`,
      ask: kind?.ask.zh ?? '',
      standing: words.standing(year),
    }
  })
}

function entitlementRule(e: Entitlement, catalog: Catalog, words: Words, routes: Routes): EntitlementRule {
  const rows = [
    { label: '给谁', text: e.who.length > 0 ? e.who.join('、') + (e.whoOpen ? '等' : '') : '这一句未写明对象' },
    { label: '在哪里', text: e.where ?? '' },
    { label: '场景', text: e.setting === 'any' ? '' : words.settings[e.setting] },
    { label: '条件', text: e.conditions ?? '' },
    { label: '还要付', text: e.pays ?? '' },
    { label: '语气', text: words.modality[e.modality] },
    { label: '由谁认定', text: e.decidedBy ?? '' },
    { label: '何时退出', text: e.exitRule ?? '' },
  ]
  return {
    clauseHref: routes.provision(e.provision),
    path: formatPath(catalog.provisionById.get(e.provision)?.path ?? ''),
    sentence: `${e.sentence}。`,
    figures: e.targets.flatMap((id) => {
      const t = catalog.targetById.get(id)
      return t ? [{ printed: t.printed, href: routes.target(id) }] : []
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
    name: kind?.name.zh ?? id,
    plain: kind?.plain.zh ?? '',
    topic: { name: catalog.topicName(topic), href: routes.topic(topic) },
    cards: entitlementCards(cards, catalog, words, routes),
    absent: catalog.documents
      .filter((d) => !holders.has(d.id))
      .map((d) => {
        const status = cells.get(d.id) ?? 'not-coded'
        const shown = status === 'covered' ? (d.completeness.state === 'complete' ? 'not-coded' : 'source-incomplete') : status
        return { document: d.short.zh, href: routes.document(d.id), ...absenceOf(shown, d, words) }
      }),
  }
}

/** All kinds with the documents that grant each. */
export function entitlementsPage(catalog: Catalog, routes: Routes) {
  const byKind = groupBy(catalog.entitlements, (e) => e.kind)
  return catalog['entitlement-kinds'].map((k) => ({
    name: k.name.zh,
    plain: k.plain.zh,
    href: routes.entitlement(k.id),
    documents: [...new Set((byKind.get(k.id) ?? []).map((e) => catalog.documentById.get(e.document)?.short.zh ?? e.document))],
  }))
}
