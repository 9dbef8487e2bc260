import { type Words, wordsOf } from '../i18n/words.ts'
import { absences } from '../model/absence.ts'
import type { Atlas } from '../model/atlas.ts'
import type { Bilingual } from '../model/document.ts'
import { type Publication, publishTable } from '../model/publication.ts'
import { tables } from '../model/tables.ts'
import { citationsOf } from './cite.ts'
import { labelsOf } from './labels.ts'
import { mostInPart } from './parts.ts'
import { routesOf } from './routes.ts'

const [zh, en] = [wordsOf('zh'), wordsOf('en')]
const both = (wordingOf: (words: Words) => string): Bilingual => ({ zh: wordingOf(zh), en: wordingOf(en) })

export const licence = {
  name: 'CC-BY-4.0',
  title: 'Creative Commons Attribution 4.0 International',
  url: 'https://creativecommons.org/licenses/by/4.0/',
}

/** Datasets → everything that is written for others: the tables, and the words that stand in every archive. */
export function publicationOf(atlas: Atlas, version: string): Publication {
  const site = atlas.site[0]
  const asOf = site?.asOf ?? ''
  const url = site?.url?.replace(/\/$/, '') ?? null
  return {
    name: 'rural-health-policy-atlas',
    version,
    asOf,
    url,
    title: both((w) => w.site.name),
    description: both((w) => w.data.description),
    creator: both((w) => w.site.name),
    keywords: { zh: [...zh.data.keywords], en: [...en.data.keywords] },
    readme: readmeOf(atlas, asOf, url),
    citation: both((w) => citationOf(w, version, url)),
    licence: { ...licence, text: both((w) => w.data.readme.licence) },
    tables: tables.map((table) => publishTable(table, atlas[table.name])),
    codesOf: (column) => {
      const [inZh, inEn] = [labelsOf(column, zh), labelsOf(column, en)]
      return column.codes.map((code) => ({ code, zh: inZh[code] as string, en: inEn[code] as string }))
    },
    absences: absences.map((code) => ({ code, ...both((w) => ({ ...w.progressReasons, ...w.data.absences })[code as 'silent']) })),
  }
}

/** The datasets of a version, cited. */
export function citationOf(words: Words, version: string, url: string | null): string {
  const lang = words === zh ? 'zh' : 'en'
  const address = url ? `${url}/data/${version}/` : `/data/${version}/`
  const item = {
    id: `atlas-${version}`,
    title: `${words.data.nav} ${version}`,
    url: address,
    date: version.slice(0, 10),
    kind: 'dataset' as const,
    lang: lang as 'zh' | 'en',
  }
  return citationsOf(item, words)[lang === 'zh' ? 0 : 2]?.text ?? ''
}

function readmeOf({ documents }: Atlas, asOf: string, url: string | null): Publication['readme'] {
  const entry = (titleOf: (w: Words) => string, textOf: (w: Words) => string) => ({ title: both(titleOf), text: both(textOf) })
  const where = (lang: 'zh' | 'en') => documents.map((d) => `${d.id}: ${d.officialText[lang]} SHA-256 ${d.sha256}`).join('\n')
  return [
    entry(
      (w) => w.data.readme.what,
      (w) =>
        `${w.data.description}\n${w.data.readme.generated(w.format.date(asOf))}${url ? `\n${url}${routesOf(w === zh ? 'zh' : 'en').home()}` : ''}`,
    ),
    entry(
      (w) => w.data.readme.use,
      (w) => w.data.readme.licence,
    ),
    entry(
      (w) => w.data.readme.caution,
      (w) => w.methods.digest.text,
    ),
    entry(
      (w) => w.data.readme.selection,
      (w) => w.methods.choice.text(documents.length),
    ),
    entry(
      (w) => w.data.readme.missing,
      (w) => `${w.data.readme.missingText}\n${w.data.readme.formulas}\n${w.data.readme.ids}`,
    ),
    entry(
      (w) => w.data.readme.official,
      (w) => `${w.data.readme.hash}\n${documents.length > mostInPart ? w.data.readme.hashes : where(w === zh ? 'zh' : 'en')}`,
    ),
    entry(
      (w) => w.data.readme.files,
      (w) => `${w.data.readme.dictionary}\n${w.data.readme.checksums}`,
    ),
  ]
}
