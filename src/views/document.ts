import type { Words } from '../i18n/words.ts'
import type { Document } from '../model/document.ts'
import type { Provision } from '../model/provision.ts'
import type { Catalog } from './catalog.ts'
import { digestOf, type Segment } from './digest.ts'
import type { Routes } from './routes.ts'

export interface Fact {
  label: string
  text: string
  href?: string
}

/** Head of a document as cards, tables and pages show it. */
export interface DocumentHead {
  id: string
  short: string
  title: string
  href: string
  facts: Fact[]
  validity: string
  validityGround: string
  ended: boolean
  counts: Document['counts']
}

export function documentHead(d: Document, catalog: Catalog, words: Words, routes: Routes): DocumentHead {
  const { format, views } = words
  const labels = views.document
  const phrases = (list: string[]) => format.list(list.map((text) => catalog.phrase(d.id, text)))
  return {
    id: d.id,
    short: catalog.say(d.short),
    title: catalog.say(d.title),
    href: routes.document(d.id),
    facts: [
      { label: labels.issuers, text: phrases(d.issuers) },
      { label: labels.number, text: d.number ? numberText(d, words) : words.missing.number },
      { label: labels.issued, text: d.issuedOn ? format.date(d.issuedOn) : words.missing.date },
      { label: labels.region, text: catalog.regionName(d.region), href: routes.region(d.region) },
      { label: labels.level, text: words.levels[d.level] },
      { label: labels.kind, text: words.kinds[d.kind] },
      { label: labels.term, text: format.span(d.term.from, d.term.to) },
    ],
    validity: words.validity[d.validity.state],
    validityGround: labels.ground(catalog.say(d.validity.ground), format.date(d.validity.date)),
    ended: d.validity.state !== 'running',
    counts: d.counts,
  }
}

const numberText = ({ number }: Document, words: Words) =>
  number && number.printed !== number.normalized
    ? words.views.document.printedAs(number.normalized, number.printed)
    : (number?.normalized ?? '')

/** One provision within the page of its document. */
export interface OutlineRow {
  key: string
  href: string
  depth: number
  label: string
  heading: string
  paragraphs: Segment[][]
  topics: { name: string; href: string }[]
  agencies: string
  leaf: boolean
}

export interface DocumentPage {
  head: DocumentHead
  more: Fact[]
  completeness: string | null
  defects: string[]
  outline: OutlineRow[]
  noAgency: boolean
  officialText: string
  sha256: string
}

/** Document id → everything its page shows, in order of the text. */
export function documentPage(id: string, catalog: Catalog, words: Words, routes: Routes): DocumentPage {
  const d = catalog.documentById.get(id) as Document
  const labels = words.views.document
  const optional = (label: string, list: string[]) =>
    list.length > 0 ? [{ label, text: words.format.list(list.map((text) => catalog.phrase(id, text))) }] : []
  return {
    head: documentHead(d, catalog, words, routes),
    more: [
      ...(d.noticeTitle ? [{ label: labels.notice, text: catalog.phrase(id, d.noticeTitle) }] : []),
      ...optional(labels.addressees, d.addressees),
      ...optional(labels.signatories, d.signatories),
      ...optional(labels.copied, d.copiedTo),
      ...(d.printedOn ? [{ label: labels.printedOn, text: words.format.date(d.printedOn) }] : []),
      { label: labels.disclosure, text: words.disclosure[d.disclosure] },
      { label: labels.otherTitle, text: catalog.lang === 'zh' ? d.title.en : d.title.zh },
      { label: labels.attested, text: d.attestedFacts === null ? labels.notAttested : labels.attestedFacts(d.attestedFacts) },
    ],
    completeness: d.completeness.state === 'complete' ? null : catalog.say(d.completeness.note),
    defects: d.defects.map(catalog.say),
    outline: catalog.provisionsOf(id).map((p) => outlineRow(p, catalog, routes)),
    noAgency: d.counts.responsibilities === 0,
    officialText: catalog.say(d.officialText),
    sha256: d.sha256,
  }
}

function outlineRow(p: Provision, catalog: Catalog, routes: Routes): OutlineRow {
  const agencies = new Set(catalog.responsibilitiesOf(p.id).map((r) => catalog.phrase(r.document, r.printed)))
  return {
    key: p.key,
    href: routes.provision(p.id),
    depth: p.path.split('/').length,
    label: catalog.clauseName(p.id),
    heading: catalog.heading(p) ?? '',
    paragraphs: digestOf(p, catalog),
    topics: p.topics.map(({ topic }) => ({ name: catalog.topicName(topic), href: routes.topic(topic) })),
    agencies: catalog.words.format.list([...agencies]),
    leaf: p.leaf,
  }
}
