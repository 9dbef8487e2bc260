import { diffWording, type Wording } from '../compare/wording.ts'
import type { Words } from '../i18n/words.ts'
import type { Alignment, Comparability, ComparabilityGrade, FactKind } from '../model/compare.ts'
import type { Document } from '../model/document.ts'
import { type Catalog, documentOf, groupBy, pairId } from './catalog.ts'
import { type DocumentHead, documentHead } from './document.ts'
import { formatDeadline } from './format.ts'
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
  const ranked = figures.filter((f) => f.grade === 'ranked').length
  const apart = figures.filter((f) => f.grade === 'not-comparable').length
  const parts = [
    `有${aligned.length}对条款写同一事项`,
    ...(figures.length > 0
      ? [`可以放在一起看的数字和目标有${figures.length}组，其中${ranked > 0 ? `${ranked}组口径相同` : '没有一组口径完全相同'}`]
      : ['没有量同一事物的数字']),
    ...(apart > 0 ? [`${apart}组看似相同，其实不可比`] : []),
  ]
  return {
    left: documentHead(left, catalog, words, routes),
    right: documentHead(right, catalog, words, routes),
    answer: `${left.short.zh}与${right.short.zh}${parts.join('；')}。`,
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
    return { text: t?.printed ?? id, href: routes.target(id), document: catalog.documentById.get(documentOf(id))?.short.zh ?? '' }
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
        sentences: [...group].sort((x, y) => said.indexOf(x.field) - said.indexOf(y.field)).map((r) => r.sentence.zh),
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
    if (kind === 'figure') return { text: catalog.targetById.get(id)?.printed ?? id, href: routes.target(id) }
    if (kind === 'population') return { text: catalog.populationName(id) }
    if (kind === 'agency') return { text: catalog.familyName(id) }
    if (kind === 'modality') return { text: words.modality[id as keyof Words['modality']] }
    return { text: kind === 'deadline' ? formatDeadline(id) : id }
  }
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
    evidence: [
      `相合程度${x.score.toFixed(2)}`,
      `文字相近度${x.text.toFixed(2)}`,
      ...(x.topics.length > 0 ? [`共有事项：${x.topics.map(catalog.topicName).join('、')}`] : []),
      ...(x.terms.length > 0 ? [`共有术语：${x.terms.join('、')}`] : []),
    ].join('；'),
    wording: left && right ? diffWording(left, right) : [],
  }
}

const percent = (share: number) => `${Math.round(share * 1000) / 10}%`

// what official texts have in common, and whether one cites the other; no word of descent where neither is known to
function kinshipOf(a: Document, b: Document, catalog: Catalog): string[] {
  const of = (from: Document, to: Document) => catalog.inheritance.find((i) => i.from === from.id && i.to === to.id)
  const said = (from: Document, to: Document) => {
    const i = of(from, to)
    return i
      ? [`${from.short.zh}官方文本的八字片段有${percent(i.share)}也出现在${to.short.zh}（不计引言和总体要求，${percent(i.bodyShare)}）。`]
      : []
  }
  const cites = (from: Document, to: Document) => catalog.references.some((r) => r.document === from.id && r.resolved === to.id)
  const cited = cites(a, b) ? `${a.short.zh}引用了${b.short.zh}。` : cites(b, a) ? `${b.short.zh}引用了${a.short.zh}。` : null
  const cut = [a, b].some((d) => d.completeness.state !== 'complete') ? '（存本不全的，缺失部分无法判断）' : ''
  return [...said(a, b), ...said(b, a), cited ?? `在本站的文本里没有看到两份文件互相引用${cut}，所以只说两边各写了什么，不说谁承接谁。`]
}

function aloneIn(own: Document, other: Document, catalog: Catalog, routes: Routes) {
  const aligned = new Set(catalog.alignmentsOfPair(pairId(own.id, other.id)).flatMap((x) => [x.a, x.b]))
  const clauses = catalog.provisionsOf(own.id).filter((p) => p.leaf && !p.key.startsWith('annex') && !aligned.has(p.id))
  const caution =
    other.completeness.state === 'complete'
      ? `规则在${other.short.zh}里没有找到写同一事项的条款，可能有漏；当地也可能由其他文件规定。`
      : `${other.completeness.note.zh}所以不能说${other.short.zh}没有写到。`
  return { document: own.short.zh, caution, clauses: clauses.map((p) => clauseLink(p, catalog, routes)) }
}

/** Pairs that have a page, those with most to compare first. */
export function pairsPage(catalog: Catalog, routes: Routes) {
  const short = (id: string) => catalog.documentById.get(id)?.short.zh ?? id
  return [...catalog.pairs]
    .sort((x, y) => y.aligned - x.aligned || y.figures - x.figures)
    .map(({ a, b, aligned, figures }) => ({ left: short(a), right: short(b), href: routes.pair(a, b), aligned, figures }))
}
