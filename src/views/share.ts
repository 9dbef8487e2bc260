import type { Document } from '../model/document.ts'
import type { Catalog } from './catalog.ts'
import { type Citation, type CitedItem, citationsOf } from './cite.ts'

/** What a page gives to pass it on. */
export interface Share {
  /** Text to paste into a paper: what, from which document, article and year, and where it was read. */
  text: string
  citations: Citation[]
  report: { subject: string; body: string; mail: string | null }
}

/** Where words of a clause come from: document, number and article, every missing part named. */
function sourceOf(d: Document, clause: string, { words, say }: Catalog): string {
  const year = d.issuedOn?.slice(0, 4) ?? d.id.slice(-4)
  return words.share.quote(year, say(d.title), d.number?.normalized ?? words.missing.number, clause)
}

// a document that is only available on request is to be checked first
function withCaution(text: string, d: Document, { words, lang }: Catalog): string {
  return d.disclosure === 'on-request' ? `${text}${lang === 'zh' ? '' : ' '}${words.share.onRequest}` : text
}

/** Words of one clause or figure → text with its source. */
export const quoteOf = (d: Document, clause: string, said: string, catalog: Catalog): string =>
  withCaution(catalog.words.format.pair(sourceOf(d, clause, catalog), said), d, catalog)

/** The source alone, as a sentence. */
export const sourceLine = (d: Document, clause: string, catalog: Catalog): string =>
  withCaution(catalog.words.format.sentence(sourceOf(d, clause, catalog)), d, catalog)

/** Title, sentence and address of a page → everything to pass it on by. */
export function shareOf(page: { id: string; title: string; quote: string; url: string; kind: CitedItem['kind'] }, catalog: Catalog): Share {
  const { words, asOf, lang, site } = catalog
  const item = { id: page.id, title: page.title, url: page.url, date: asOf, kind: page.kind, lang }
  return {
    text: `${page.quote}\n${words.share.source(words.site.name, words.format.date(asOf), page.url)}`,
    citations: citationsOf(item, words),
    report: { subject: words.share.subject(page.id), body: words.share.body(page.id, page.url), mail: site[0]?.contact ?? null },
  }
}
