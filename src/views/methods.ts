import type { Words } from '../i18n/words.ts'
import type { Catalog } from './catalog.ts'
import { disclosureProps } from './disclosure.ts'
import type { TableProps } from './table.ts'

/** Counts per document, accuracy of alignment, agreement of coders, the lexicon and the files of the datasets. */
export function methodsPage(catalog: Catalog, front: Catalog, words: Words) {
  return {
    asOf: catalog.asOf,
    documents: catalog.documents.length,
    counts: countsTable(front),
    disclosure: disclosureProps(catalog, words),
    terms: catalog.terms.map((t) => ({ zh: t.zh, en: t.en, plain: catalog.say(t.plain) })),
    rules: words.format.list(
      [...new Set(catalog.provisions.flatMap((p) => p.topics.map((t) => t.coder)))].filter((c) => c.startsWith('rules')),
    ),
    alignment: alignmentTable(catalog),
    agreement: agreementTable(catalog),
    coded: catalog.agreement.some((a) => a.coders.endsWith('second')),
    inheritance: inheritanceTable(front),
    lexicon: lexiconTable(catalog, words),
    lexiconVersion: catalog.modality[0]?.version ?? 0,
  }
}

function countsTable({ documents, words, say }: Catalog): TableProps {
  return {
    label: words.pages.frame.table(words.views.methods.counts),
    head: words.views.methods.countsHead,
    rows: documents.map(({ short, counts: c, attestedFacts }) => [
      say(short),
      c.provisions,
      c.numericTargets,
      c.wordedTargets,
      c.entitlements,
      c.references,
      c.responsibilities,
      attestedFacts ?? '—',
    ]),
    words: [0],
  }
}

const ratio = (n: number | null) => (n === null ? '—' : n.toFixed(2))

function alignmentTable(catalog: Catalog): TableProps {
  const texts = catalog.words.views
  return {
    label: catalog.words.pages.frame.table(texts.methods.alignment),
    head: texts.methods.alignmentHead,
    rows: catalog['alignment-accuracy'].map((a) => [
      a.id === 'all' ? texts.methods.all : texts.pair.names(...(a.id.split('~').map(catalog.shortName) as [string, string])),
      a.coded,
      a.found,
      a.agreed,
      ratio(a.precision),
      ratio(a.recall),
    ]),
    words: [0],
  }
}

function agreementTable({ agreement, words }: Catalog): TableProps {
  const { fields, coders, ...texts } = words.views.methods
  return {
    label: words.pages.frame.table(texts.agreement),
    head: texts.agreementHead,
    rows: agreement.map((a) => [
      fields[a.field] ?? a.field,
      coders(a.coders),
      a.units,
      a.agreed,
      a.kappa === null ? '—' : a.kappa.toFixed(3),
    ]),
    words: [0, 1],
  }
}

function inheritanceTable(catalog: Catalog): TableProps {
  const { words, shortName: short } = catalog
  const ids = catalog.documents.map((d) => d.id).filter((id) => catalog.inheritance.some((i) => i.from === id))
  const share = (from: string, to: string) => {
    const i = catalog.inheritance.find((x) => x.from === from && x.to === to)
    const percent = (n: number) => `${(n * 100).toFixed(1)}%`
    return i ? `${percent(i.share)}${words.format.aside(percent(i.bodyShare))}` : words.pages.frame.nothing
  }
  return {
    label: words.pages.frame.table(words.views.methods.inheritance),
    head: [words.views.methods.inheritanceHead, ...ids.map((id) => words.views.methods.appears(short(id)))],
    rows: ids.map((from) => [short(from), ...ids.map((to) => share(from, to))]),
    words: [0],
  }
}

function lexiconTable({ modality }: Catalog, words: Words): TableProps {
  const { force, ...texts } = words.views.methods
  return {
    label: words.pages.frame.table(texts.lexicon),
    head: texts.lexiconHead,
    rows: modality.map((m) => [words.modality[m.id], m.force === null ? texts.pace : (force[m.force] ?? ''), m.match ?? texts.noWord]),
    words: [0, 1, 2],
  }
}
