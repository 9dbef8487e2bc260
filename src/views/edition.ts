import type { Atlas } from '../model/atlas.ts'
import type { Document } from '../model/document.ts'
import type { Edition, EditionClause } from '../model/edition.ts'
import type { Provision } from '../model/provision.ts'
import { type Catalog, catalogOf } from './catalog.ts'
import { documentHead } from './document.ts'
import { licence } from './publication.ts'
import { routesOf } from './routes.ts'

/** Document id → its digest edition in the language of the catalog; `url` is the public address of the site, where there is one. */
export function editionOf(id: string, catalog: Catalog, url: string | null): Edition {
  const { words, lang } = catalog
  const d = catalog.documentById.get(id) as Document
  const routes = routesOf(lang)
  const head = documentHead(d, catalog, words, routes)
  const labels = words.views
  return {
    id,
    lang,
    title: catalog.say(d.title),
    facts: [
      ...head.facts.map(({ label, text }) => ({ label, text })),
      { label: labels.document.disclosure, text: words.disclosure[d.disclosure] },
      { label: words.data.codesHead.validity, text: words.format.pair(head.validity, head.validityGround) },
    ],
    number: d.number?.normalized ?? null,
    issuedOn: d.issuedOn,
    issuers: d.issuers.map((name) => catalog.phrase(id, name)),
    asOf: catalog.asOf,
    region: d.region,
    kind: d.kind,
    clauses: catalog.provisionsOf(id).map((p) => clauseOf(p, catalog)),
    caution: words.ours,
    official: catalog.say(d.officialText),
    hash: { text: words.data.readme.hash, sha256: d.sha256 },
    licence: { name: licence.name, url: licence.url, text: words.data.readme.licence },
    creator: words.site.name,
    url: url && url + routes.document(id),
    labels: words.data.edition,
  }
}

function clauseOf(p: Provision, catalog: Catalog): EditionClause {
  const { words } = catalog
  const text = catalog.digest(p)
  return {
    key: p.key,
    parent: p.parent && (catalog.provisionById.get(p.parent)?.key ?? null),
    level: p.level,
    label: p.label,
    place: catalog.clauseName(p.id),
    heading: catalog.heading(p),
    paragraphs: text ? text.split('\n') : [],
    figures: catalog.targetsOf(p.id).map((t) => ({
      number: t.number,
      text: catalog.written(t),
      about: t.construct ? catalog.constructName(t.construct) : words.types[t.type],
    })),
    agencies: catalog.responsibilitiesOf(p.id).map((r) => ({
      id: r.agency,
      name: catalog.phrase(r.document, r.printed),
      role: r.role,
      as: words.responsibility[r.role],
    })),
    cites: catalog.referencesOf(p.id).map((r) => ({
      printed: r.printed,
      title: r.title ?? r.documentNumber ?? r.printed,
      document: r.resolved,
    })),
    topics: p.topics.map(({ topic }) => ({ id: topic, name: catalog.topicName(topic) })),
  }
}

/** Every edition in every language of the site. */
export const everyEdition = (atlas: Atlas, url: string | null): Iterable<Edition> =>
  editionsOf(
    (atlas.site[0]?.languages ?? ['zh']).map((lang) => catalogOf(atlas, lang)),
    url,
  )

/** Every language's edition of every document, one after another. */
export function* editionsOf(catalogs: Catalog[], url: string | null): Generator<Edition> {
  for (const catalog of catalogs) for (const d of catalog.documents) yield editionOf(d.id, catalog, url)
}
