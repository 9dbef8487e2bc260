import { diffWording, type Wording } from '../compare/wording.ts'
import type { Words } from '../i18n/words.ts'
import type { Alignment, Comparability, ComparabilityGrade, FactKind } from '../model/compare.ts'
import type { Document } from '../model/document.ts'
import { type Catalog, documentOf, groupBy, pairId } from './catalog.ts'
import { type DocumentHead, documentHead } from './document.ts'
import { formatPercent as percent } from './format.ts'
import { type ClauseLink, clauseLink } from './provision.ts'
import type { Routes } from './routes.ts'

/** Something named, with an address where it has one. */
export interface Named {
  text: string
  href?: string
}

/** Two figures that a reader may hold against one another, and why they may not be ranked. */
export interface FigurePair {
  name: string
  grade: ComparabilityGrade
  gradeText: string
  left: Named & { document: string }
  right: Named & { document: string }
  sentences: string[]
}

/** Two clauses on one matter with the facts in which they agree and differ. */
export interface ClausePair {
  id: string
  left: ClauseLink
  right: ClauseLink
  facts: { label: string; both: Named[]; left: Named[]; right: Named[] }[]
  evidence: string
  /** Official texts side by side by words, where both may be shown. */
  wording: Wording[]
}

export interface PairPage {
  left: DocumentHead
  right: DocumentHead
  answer: string
  kinship: string[]
  figures: FigurePair[]
  clauses: ClausePair[]
  alone: { document: string; caution: string; clauses: ClauseLink[] }[]
}

/** Two document ids → what they rule alike and differently, the telling things first. */
export function pairPage(
  a: string,
  b: string,
  catalog: Catalog,
  words: Words,
  routes: Routes,
  originals: ReadonlyMap<string, string> = new Map(),
): PairPage {
  const [left, right] = [a, b].map((id) => catalog.documentById.get(id) as Document) as [Document, Document]
  const figures = figurePairs(catalog.comparabilityOfPair(pairId(a, b)), catalog, words, routes)
  const aligned = [...catalog.alignmentsOfPair(pairId(a, b))].sort((x, y) => y.telling - x.telling || y.score - x.score)
  const texts = words.views.pair
  const ranked = figures.filter((f) => f.grade === 'ranked').length
  const apart = figures.filter((f) => f.grade === 'not-comparable').length
  const parts = [
    texts.aligned(aligned.length),
    figures.length > 0 ? texts.figures(figures.length, ranked) : texts.noFigures,
    ...(apart > 0 ? [texts.apart(apart)] : []),
  ]
  return {
    left: documentHead(left, catalog, words, routes),
    right: documentHead(right, catalog, words, routes),
    answer: texts.answer(catalog.say(left.short), catalog.say(right.short), parts),
    kinship: kinshipOf(left, right, catalog),
    figures,
    clauses: aligned.map((x) => clausePair(x, catalog, words, routes, originals)),
    alone: [aloneIn(left, right, catalog, routes), aloneIn(right, left, catalog, routes)],
  }
}

// what weighs most is said first
const said: Comparability['field'][] = [
  'none',
  'construct',
  'rule',
  'unit',
  'condition',
  'modality',
  'population',
  'per',
  'time-basis',
  'term',
  'stage',
]
const order: ComparabilityGrade[] = ['ranked', 'side-by-side', 'not-comparable']

/** Rows of comparability → one entry a pair of figures, those of the best grade first. */
export function figurePairs(rows: Comparability[], catalog: Catalog, words: Words, routes: Routes): FigurePair[] {
  const side = (id: string) => {
    const t = catalog.targetById.get(id)
    const document = documentOf(id)
    return { text: t ? catalog.written(t) : id, href: routes.target(id), document: catalog.shortName(document) }
  }
  return [...groupBy(rows, (r) => `${r.a}~${r.b}`).values()]
    .map((group) => {
      const [first] = group as [Comparability, ...Comparability[]]
      const names = [...new Set([first.constructA, first.constructB])].map(catalog.constructName)
      return {
        name: names.join(' / '),
        grade: first.grade,
        gradeText: words.comparability[first.grade],
        left: side(first.a),
        right: side(first.b),
        sentences: [...group].sort((x, y) => said.indexOf(x.field) - said.indexOf(y.field)).map((r) => catalog.say(r.sentence)),
      }
    })
    .sort((x, y) => order.indexOf(x.grade) - order.indexOf(y.grade))
}

/** An alignment as it is shown: both clauses, and by kind the facts of both and of either. */
export function clausePair(
  x: Alignment,
  catalog: Catalog,
  words: Words,
  routes: Routes,
  originals: ReadonlyMap<string, string> = new Map(),
): ClausePair {
  const [left, right] = [originals.get(x.a), originals.get(x.b)]
  const name = (kind: FactKind, id: string): Named => {
    const figure = catalog.targetById.get(id)
    if (kind === 'figure') return { text: figure ? catalog.written(figure) : id, href: routes.target(id) }
    if (kind === 'population') return { text: catalog.populationName(id) }
    if (kind === 'agency') return { text: catalog.familyName(id) }
    if (kind === 'modality') return { text: words.modality[id as keyof Words['modality']] }
    if (kind === 'deadline') return { text: words.format.date(id) }
    const said = [x.documentA, x.documentB].map((d) => catalog.phrase(d, id))
    return { text: said.find((text) => text !== id) ?? id }
  }
  const texts = words.views.pair
  const link = (id: string) => clauseLink(catalog.provisionById.get(id) as never, catalog, routes)
  return {
    id: x.id,
    left: link(x.a),
    right: link(x.b),
    facts: x.facts.map((f) => ({
      label: words.factKinds[f.kind],
      both: f.both.map((id) => name(f.kind, id)),
      left: f.onlyA.map((id) => name(f.kind, id)),
      right: f.onlyB.map((id) => name(f.kind, id)),
    })),
    evidence: words.format.chain([
      texts.score(x.score.toFixed(2)),
      texts.text(x.text.toFixed(2)),
      ...(x.topics.length > 0 ? [texts.topics(words.format.list(x.topics.map(catalog.topicName)))] : []),
      ...(x.terms.length > 0 ? [texts.terms(words.format.list(x.terms.map(catalog.termName)))] : []),
    ]),
    wording: left && right ? diffWording(left, right) : [],
  }
}

// what official texts have in common, and whether one cites the other; no word of descent where neither is known to
function kinshipOf(a: Document, b: Document, catalog: Catalog): string[] {
  const { say } = catalog
  const texts = catalog.words.views.pair
  const of = (from: Document, to: Document) => catalog.inheritanceOf(from.id).find((i) => i.to === to.id)
  const said = (from: Document, to: Document) => {
    const i = of(from, to)
    return i ? [texts.shared(say(from.short), percent(i.share), say(to.short), percent(i.bodyShare))] : []
  }
  const cites = (from: Document, to: Document) =>
    catalog.provisionsOf(from.id).some((p) => catalog.referencesOf(p.id).some((r) => r.resolved === to.id))
  const citing = (from: Document, to: Document) => (cites(from, to) ? [texts.cites(say(from.short), say(to.short))] : [])
  const cut = [a, b].some((d) => d.completeness.state !== 'complete')
  const cited = [...citing(a, b), ...citing(b, a)]
  return [...said(a, b), ...said(b, a), ...(cited.length > 0 ? cited : [texts.noCitation(cut)])]
}

function aloneIn(own: Document, other: Document, catalog: Catalog, routes: Routes) {
  const { say } = catalog
  const texts = catalog.words.views.pair
  const aligned = new Set(catalog.alignmentsOfPair(pairId(own.id, other.id)).flatMap((x) => [x.a, x.b]))
  const clauses = catalog.provisionsOf(own.id).filter((p) => p.leaf && !p.key.startsWith('annex') && !aligned.has(p.id))
  const caution =
    other.completeness.state === 'complete' ? texts.notFound(say(other.short)) : texts.cut(say(other.completeness.note), say(other.short))
  return { document: say(own.short), caution, clauses: clauses.map((p) => clauseLink(p, catalog, routes)) }
}

/** What the page of comparisons answers: how many pairs there are, each with each while documents are few. */
export const pairsAnswer = ({ documents, pairs, words }: Catalog): string =>
  words.pages.compare.answer(documents.length, pairs.length, pairs.length === (documents.length * (documents.length - 1)) / 2)

/** Pairs that have a page, those with most to compare first. */
export function pairsPage(catalog: Catalog, routes: Routes) {
  return [...catalog.pairs]
    .sort((x, y) => y.aligned - x.aligned || y.figures - x.figures)
    .map(({ a, b, aligned, figures }) => ({
      left: catalog.shortName(a),
      right: catalog.shortName(b),
      href: routes.pair(a, b),
      aligned,
      figures,
    }))
}
