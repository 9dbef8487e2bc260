import type { Words } from '../i18n/words.ts'
import type { Statement } from '../model/compare.ts'
import type { Document } from '../model/document.ts'
import type { Provision } from '../model/provision.ts'
import { type Catalog, documentOf, groupBy } from './catalog.ts'
import { type FigurePair, figurePairs } from './compare.ts'
import { digestOf, type Segment } from './digest.ts'
import { type DocumentHead, documentHead } from './document.ts'
import { type Finding, topicFindings } from './findings.ts'
import { formatExcerpt } from './format.ts'
import { hasPage } from './indicator.ts'
import { type MatrixCell, matrixCell } from './matrix.ts'
import { type ClauseLink, clauseLink } from './provision.ts'
import type { Routes } from './routes.ts'
import { type TargetProps, targetProps } from './target.ts'

/** A sentence named by its clause. */
export interface Said {
  document: string
  path: string
  href: string
  text: string
}

export interface TopicPage {
  id: string
  name: string
  plain: string
  answer: string
  findings: Finding[]
  columns: {
    head: DocumentHead
    when: string
    cell: MatrixCell
    clauses: (ClauseLink & { paragraphs: Segment[][]; agencies: string; words: string[]; conditions: string })[]
  }[]
  figures: { construct: string; note: string | null; targets: TargetProps[]; pairs: FigurePair[] }[]
  apart: FigurePair[]
  strength: { documents: string[]; rows: { modality: string; cells: Said[][] }[] }
  money: Said[]
  shared: { everywhere: string[]; alone: { document: string; names: string[] }[]; caution: string }
  indicators: { name: string; href: string }[]
}

/** Topic id → every document's clauses side by side in order of time, figures by how far they compare, force, money, what all and only one say. */
export function topicPage(id: string, catalog: Catalog, words: Words, routes: Routes): TopicPage {
  const topic = catalog.topics.find((t) => t.id === id)
  const when = (d: Document | undefined) => d?.issuedOn ?? d?.id.slice(-4) ?? ''
  const cells = [...catalog.coverageOf(id)].sort((a, b) =>
    when(catalog.documentById.get(a.document)) < when(catalog.documentById.get(b.document)) ? -1 : 1,
  )
  const columns = cells.map((cell) => {
    const d = catalog.documentById.get(cell.document) as Document
    return {
      head: documentHead(d, catalog, words, routes),
      when: d.issuedOn ? words.format.date(d.issuedOn) : words.views.document.year(d.id.slice(-4), words.missing.date),
      cell: matrixCell(cell, catalog, words, routes),
      clauses: cell.provisions.flatMap((p) => topicClause(catalog.provisionById.get(p), catalog, words, routes)),
    }
  })
  const covered = cells.filter((c) => c.status === 'covered')
  const documents = covered.map((c) => c.document)
  const targets = catalog.targetsOfTopic(id)
  const all = figurePairs(
    catalog.comparability.filter((c) => targets.has(c.a) && targets.has(c.b)),
    catalog,
    words,
    routes,
  )
  const statements = catalog.statementsOn(id)
  const said = (s: (typeof statements)[number]): Said => ({
    document: catalog.shortName(s.document),
    path: catalog.clauseName(s.provision),
    href: routes.provision(s.provision),
    text: saidIn(s, catalog),
  })
  const spoken = groupBy(statements, (s) => `${s.modality} ${s.document}`)
  const heard = new Set(statements.map((s) => s.modality as string))
  const force = catalog.modality.filter((m) => heard.has(m.id))
  force.sort((a, b) => (b.force ?? 0) - (a.force ?? 0))
  return {
    id,
    name: catalog.topicName(id),
    plain: topic ? catalog.say(topic.plain) : '',
    answer: words.views.topic.answer(cells.length, covered.length, catalog.scope.the),
    findings: topicFindings(id, catalog, routes),
    columns,
    figures: figuresOf([...targets], all, catalog, words, routes),
    apart: all.filter((p) => p.grade === 'not-comparable'),
    strength: {
      documents: documents.map(catalog.shortName),
      rows: force.map((m) => ({
        modality: words.modality[m.id],
        cells: documents.map((d) => (spoken.get(`${m.id} ${d}`) ?? []).map(said)),
      })),
    },
    money: statements.filter((s) => s.funds).map(said),
    shared: sharedOf(id, documents, catalog),
    indicators: catalog.indicators
      .filter((i) => i.topic === id)
      .map((i) => ({ name: catalog.say(i.name), href: hasPage(i.id, catalog) ? routes.indicator(i.id) : routes.indicators() })),
  }
}

// the sentence, where the pages are in its language; else what its clause is about
function saidIn(s: Statement, catalog: Catalog): string {
  if (catalog.lang === 'zh') return formatExcerpt(s.sentence, 72)
  const p = catalog.provisionById.get(s.provision) as Provision
  return catalog.heading(p) || formatExcerpt(catalog.digest(p), 90)
}

function topicClause(p: Provision | undefined, catalog: Catalog, words: Words, routes: Routes) {
  if (!p) return []
  const agencies = [...new Set(catalog.responsibilitiesOf(p.id).map((r) => catalog.phrase(r.document, r.printed)))]
  return [
    {
      ...clauseLink(p, catalog, routes),
      paragraphs: digestOf(p, catalog),
      agencies: words.format.list(agencies),
      words: p.modalities.map((m) => words.modality[m]),
      conditions: words.format.chain(p.conditions.map((c) => catalog.phrase(p.document, c))),
    },
  ]
}

function figuresOf(ids: string[], pairs: FigurePair[], catalog: Catalog, words: Words, routes: Routes): TopicPage['figures'] {
  const targets = ids.flatMap((id) => catalog.targetById.get(id) ?? [])
  const names = [...new Set(targets.map((t) => t.construct ?? ''))].sort()
  return names.map((name) => {
    const title = name ? catalog.constructName(name) : words.views.topic.other
    return {
      construct: title,
      note: catalog.constructNote(name),
      targets: targets.filter((t) => (t.construct ?? '') === name).map((t) => targetProps(t, catalog, words, routes)),
      pairs: pairs.filter((p) => p.grade !== 'not-comparable' && p.name === title),
    }
  })
}

// terms of art and measured things in the sentences of a topic: those of every document, and those of one only
function sharedOf(id: string, documents: string[], catalog: Catalog): TopicPage['shared'] {
  const holders = new Map<string, Set<string>>()
  const put = (name: string, document: string) => holders.set(name, (holders.get(name) ?? new Set()).add(document))
  for (const s of catalog.statementsOn(id))
    for (const term of catalog.terms) if (s.sentence.includes(term.zh)) put(catalog.termName(term.zh), s.document)
  for (const target of catalog.targetsOfTopic(id)) {
    const construct = catalog.targetById.get(target)?.construct
    if (construct) put(catalog.constructName(construct), documentOf(target))
  }
  const entries = [...holders]
  const cut = catalog.documents.filter((d) => d.completeness.state !== 'complete').map((d) => d.id)
  return {
    everywhere: documents.length > 1 ? entries.filter(([, d]) => d.size === documents.length).map(([name]) => name) : [],
    alone:
      documents.length > 1
        ? documents.flatMap((d) => {
            const names = entries.filter(([, who]) => who.size === 1 && who.has(d)).map(([name]) => name)
            return names.length > 0 ? [{ document: catalog.shortName(d), names }] : []
          })
        : [],
    caution: catalog.words.views.topic.caution(catalog.words.format.list(cut.map(catalog.shortName)), catalog.scope.the),
  }
}
