import type { Words } from '../i18n/words.ts'
import type { Provision } from '../model/provision.ts'
import type { Target } from '../model/target.ts'
import type { Catalog } from './catalog.ts'
import { type FigurePair, figurePairs } from './compare.ts'
import { digestOf, type Segment } from './digest.ts'
import { type DocumentHead, documentHead } from './document.ts'
import { judgementText } from './indicator.ts'
import { type ClauseLink, clauseLink } from './provision.ts'
import { reportingText } from './reporting.ts'
import type { Routes } from './routes.ts'
import { quoteOf } from './share.ts'
import { type TargetProps, targetProps } from './target.ts'

/** One target on a page of its own. */
export interface TargetPage {
  target: TargetProps
  head: DocumentHead
  answer: string
  quote: string
  clause: ClauseLink
  paragraphs: Segment[][]
  comparables: FigurePair[]
  reporting: { badge: string; sentence: string }
  judgements: { text: string; href: string }[]
}

/** Target id → its clause, what other documents say of the same thing, and what published figures say of it. */
export function targetPage(id: string, catalog: Catalog, words: Words, routes: Routes): TargetPage {
  const t = catalog.targetById.get(id) as Target
  const p = catalog.provisionById.get(t.provision) as Provision
  const d = catalog.documentById.get(t.document)
  const target = targetProps(t, catalog, words, routes)
  const status = catalog.reportingOf(id)
  const comparables = figurePairs(catalog.comparabilityOf(t.restates ?? id), catalog, words, routes)
  const ranked = comparables.filter((c) => c.grade === 'ranked').length
  const texts = words.views.goal
  const found = comparables.length === 0 ? texts.alone : texts.others(comparables.length, ranked)
  return {
    target,
    head: documentHead(d as never, catalog, words, routes),
    answer: texts.answer(target.document, target.path, target.printed, found),
    quote: quoteOf(d as never, target.path, words.format.pair(target.name, target.printed), catalog),
    clause: clauseLink(p, catalog, routes),
    paragraphs: digestOf(p, catalog),
    comparables,
    reporting: status ? reportingText(status, catalog, words) : words.reportingStatus['not-searched'],
    judgements: catalog.progress
      .filter((x) => x.kind === 'target' && x.of === id)
      .flatMap((x) => {
        const indicator = catalog.indicators.find((i) => i.id === x.indicator)
        return indicator ? [{ text: judgementText(x, indicator, words), href: routes.indicator(x.indicator) }] : []
      }),
  }
}
