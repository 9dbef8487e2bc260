import { mostSimilar } from '../compare/similar.ts'
import { splitSentences } from '../extract/clauses.ts'
import { findModalities } from '../extract/modality.ts'
import { findReferences } from '../extract/reference.ts'
import { findResponsibilities } from '../extract/responsibility.ts'
import { findTargets } from '../extract/target.ts'
import { format } from '../i18n/zh/format.ts'
import { parseDocument } from '../parse/document.ts'

/** One clause of a held document, as the page of a draft compares it. */
export interface HeldClause {
  path: string
  heading: string
  text: string
  figures: string[]
  href: string
}

/** What a draft holds, found in the browser. */
export interface DraftReport {
  title: string
  number: string
  outline: { path: string; heading: string; depth: number }[]
  figures: { path: string; printed: string; clause: string; deadline: string }[]
  modal: { value: string; count: number }[]
  references: { path: string; title: string; number: string }[]
  agencies: { path: string; names: string }[]
  /** Faults of the text, each with its place; `code` names the sort. */
  remarks: { code: string; line: number; column: number }[]
  /** What the copy was mended for, and how often. */
  repairs: { code: string; count: number }[]
}

/** Text of a draft → outline, figures, modal words, references, responsible bodies and what the parser remarked. */
export function reportDraft(text: string): DraftReport {
  const outline = parseDocument(text)
  const paths = new Map(outline.provisions.map((p) => [p.id, format.clause(p.path)]))
  const path = (id: string) => paths.get(id) ?? id
  const counts = new Map<string, number>()
  for (const { text: body } of Object.values(outline.bodies))
    for (const sentence of splitSentences(body))
      for (const value of findModalities(sentence.text)) counts.set(value, (counts.get(value) ?? 0) + 1)
  return {
    title: outline.metadata.title,
    number: outline.metadata.documentNumber?.printed ?? '',
    outline: outline.provisions.map((p) => ({
      path: format.clause(p.path),
      heading: p.heading ?? p.text.slice(0, 30),
      depth: p.path.split('/').length,
    })),
    figures: findTargets(outline).map((t) => ({
      path: path(t.provision),
      printed: t.printed,
      clause: t.clause,
      deadline: t.deadline ?? '',
    })),
    modal: [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count),
    references: findReferences(outline).map((r) => ({ path: path(r.provision), title: r.title ?? '', number: r.documentNumber ?? '' })),
    agencies: findResponsibilities(outline).map((r) => ({ path: path(r.provision), names: r.agencies.join('、') })),
    remarks: outline.diagnostics.filter((d) => d.severity !== 'info').map(({ code, line, column }) => ({ code, line, column })),
    repairs: countCodes(outline.diagnostics.filter((d) => d.severity === 'info')),
  }
}

const countCodes = (list: { code: string }[]): DraftReport['repairs'] => {
  const counts = new Map<string, number>()
  for (const { code } of list) counts.set(code, (counts.get(code) ?? 0) + 1)
  return [...counts].map(([code, count]) => ({ code, count })).sort((a, b) => b.count - a.count)
}

/** Clauses of a draft beside the most similar clauses of a held document, with the figures of both. */
export function compareDraft(
  text: string,
  held: HeldClause[],
): { path: string; heading: string; figures: string[]; other: HeldClause; score: number }[] {
  const outline = parseDocument(text)
  const clauses = outline.provisions.filter((p) => p.text.length > 10)
  const figures = Map.groupBy(findTargets(outline), (t) => t.provision)
  const pairs = mostSimilar(
    clauses.map((p) => `${p.heading ?? ''}${p.heading ?? ''}${p.text}`),
    held.map((h) => `${h.heading}${h.heading}${h.text}`),
  )
  return pairs.map(({ index, other, score }) => {
    const p = clauses[index] as (typeof clauses)[number]
    return {
      path: format.clause(p.path),
      heading: p.heading ?? '',
      figures: (figures.get(p.id) ?? []).map((t) => t.printed),
      other: held[other] as HeldClause,
      score,
    }
  })
}
