import type { Lang } from '../i18n/words.ts'
import type { Document } from '../model/document.ts'
import type { FileEntry, Publication } from '../model/publication.ts'
import type { Catalog } from './catalog.ts'
import { dataFile } from './routes.ts'

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

/** All datasets of the atlas in the words of schema.org; `site` is the public address, where there is one. */
export function datasetOf(publication: Publication, files: FileEntry[], lang: Lang, site: string | null): object {
  const { title, description, version, asOf, keywords, licence, citation, creator, tables } = publication
  const whole = (path: string) => (site ? new URL(dataFile(path), site).href : dataFile(path))
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: title[lang],
    description: description[lang],
    inLanguage: ['zh-CN', 'en'],
    keywords: keywords[lang],
    version,
    license: licence.url,
    isAccessibleForFree: true,
    dateModified: asOf,
    citation: citation[lang],
    creator: { '@type': 'Organization', name: creator[lang] },
    variableMeasured: tables.map(({ table }) => table.title[lang]),
    distribution: files
      .filter(({ path }) => /^(?:atlas\.(?:zip|sqlite)|datapackage\.json)$/.test(path))
      .map(({ path, mediaType, size }) => ({
        '@type': 'DataDownload',
        name: path,
        encodingFormat: mediaType,
        contentSize: `${size} B`,
        contentUrl: whole(path),
      })),
  }
}
