import type { Words } from '../i18n/words.ts'
import { type DatasetName, datasets } from '../model/atlas.ts'
import type { Catalog } from './catalog.ts'
import { disclosureProps } from './disclosure.ts'
import { dataAddress } from './routes.ts'

/** Counts per document and the files of the datasets, for the page on methods and data. */
export function methodsPage(catalog: Catalog, words: Words) {
  return {
    asOf: catalog.asOf,
    documents: catalog.documents.map((d) => ({ short: d.short.zh, attested: d.attestedFacts ?? '—', ...d.counts })),
    files: (Object.keys(datasets) as DatasetName[]).map((name) => ({ name, href: dataAddress(name), rows: catalog[name].length })),
    disclosure: disclosureProps(catalog, words),
    terms: catalog.terms.map((t) => ({ zh: t.zh, en: t.en, plain: t.plain.zh })),
    rules: [...new Set(catalog.provisions.flatMap((p) => p.topics.map((t) => t.coder)))].filter((c) => c.startsWith('rules')).join('、'),
  }
}

export type MethodsPage = ReturnType<typeof methodsPage>
