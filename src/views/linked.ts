import type { Document } from '../model/document.ts'
import type { Catalog } from './catalog.ts'

const language = (lang: string) => (lang === 'zh' ? 'zh-CN' : lang)

/** A document in the words of schema.org, for search engines: what is not printed is left out. */
export function legislationOf(d: Document | undefined, { say, lang, regionName, phrase }: Catalog): object | undefined {
  if (!d) return undefined
  const bodies = d.issuers.map((name) => ({ '@type': 'GovernmentOrganization', name: phrase(d.id, name) }))
  return {
    '@context': 'https://schema.org',
    '@type': 'Legislation',
    name: say(d.title),
    inLanguage: language('zh'),
    ...(d.number ? { legislationIdentifier: d.number.normalized } : {}),
    ...(d.issuedOn ? { legislationDate: d.issuedOn } : {}),
    ...(bodies.length > 0 ? { legislationPassedBy: bodies } : {}),
    spatialCoverage: regionName(d.region),
    temporalCoverage: `${d.term.from}/${d.term.to}`,
    description: say(d.validity.ground),
    workExample: { '@type': 'CreativeWork', inLanguage: language(lang), license: 'https://creativecommons.org/licenses/by/4.0/' },
  }
}

/** All datasets of the atlas in the words of schema.org. */
export function datasetOf({ words, asOf, documents, lang }: Catalog, address: string): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: words.site.name,
    description: words.pages.home.answer(
      words.site.tagline,
      documents.length,
      documents.reduce((n, d) => n + d.counts.provisions, 0),
    ),
    inLanguage: ['zh-CN', 'en'],
    license: 'https://creativecommons.org/licenses/by/4.0/',
    dateModified: asOf,
    creator: { '@type': 'Organization', name: words.site.name },
    distribution: [{ '@type': 'DataDownload', encodingFormat: 'application/json', contentUrl: address, inLanguage: language(lang) }],
  }
}
