import type { Words } from '../i18n/words.ts'
import type { Document } from '../model/document.ts'
import type { Provision } from '../model/provision.ts'
import type { Catalog } from './catalog.ts'
import { digestOf, type Segment } from './digest.ts'
import { formatDate, formatPath } from './format.ts'
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
  return {
    id: d.id,
    short: d.short.zh,
    title: d.title.zh,
    href: routes.document(d.id),
    facts: [
      { label: '发文机关', text: d.issuers.join('、') },
      { label: '发文字号', text: d.number ? numberText(d) : words.missing.number },
      { label: '成文日期', text: d.issuedOn ? formatDate(d.issuedOn) : words.missing.date },
      { label: '地区', text: catalog.regionName(d.region), href: routes.region(d.region) },
      { label: '层级', text: words.levels[d.level] },
      { label: '文种', text: words.kinds[d.kind] },
      { label: '目标期限', text: d.term.from === d.term.to ? `${d.term.from}年` : `${d.term.from}—${d.term.to}年` },
    ],
    validity: words.validity[d.validity.state],
    validityGround: `${d.validity.ground.zh}（判断日期：${formatDate(d.validity.date)}）`,
    ended: d.validity.state !== 'running',
    counts: d.counts,
  }
}

const numberText = ({ number }: Document) =>
  number && number.printed !== number.normalized ? `${number.normalized}（文本印作“${number.printed}”）` : (number?.normalized ?? '')

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
}

/** Document id → everything its page shows, in order of the text. */
export function documentPage(id: string, catalog: Catalog, words: Words, routes: Routes): DocumentPage {
  const d = catalog.documentById.get(id) as Document
  const optional = (label: string, list: string[]) => (list.length > 0 ? [{ label, text: list.join('、') }] : [])
  return {
    head: documentHead(d, catalog, words, routes),
    more: [
      ...(d.noticeTitle ? [{ label: '印发通知', text: d.noticeTitle }] : []),
      ...optional('主送', d.addressees),
      ...optional('落款', d.signatories),
      ...optional('抄送', d.copiedTo),
      ...(d.printedOn ? [{ label: '印发日期', text: formatDate(d.printedOn) }] : []),
      { label: '公开方式', text: words.disclosure[d.disclosure] },
      { label: '英文标题', text: d.title.en },
      { label: '核验', text: d.attestedFacts === null ? '尚未与官方文本逐项比对' : `与官方文本逐项比对${d.attestedFacts}项事实，无差异` },
    ],
    completeness: d.completeness.state === 'complete' ? null : d.completeness.note.zh,
    defects: d.defects.map((x) => x.zh),
    outline: catalog.provisionsOf(id).map((p) => outlineRow(p, catalog, routes)),
    noAgency: d.counts.responsibilities === 0,
    officialText: d.officialText.zh,
  }
}

function outlineRow(p: Provision, catalog: Catalog, routes: Routes): OutlineRow {
  const agencies = new Set(catalog.responsibilitiesOf(p.id).map((r) => r.printed))
  return {
    key: p.key,
    href: routes.provision(p.id),
    depth: p.path.split('/').length,
    label: formatPath(p.path),
    heading: p.heading ?? '',
    paragraphs: p.digestZh ? digestOf(p.digestZh, catalog.targetsOf(p.id)) : [],
    topics: p.topics.map(({ topic }) => ({ name: catalog.topicName(topic), href: routes.topic(topic) })),
    agencies: [...agencies].join('、'),
    leaf: p.leaf,
  }
}
