import { delimiter } from '../model/column.ts'
import type { Publication } from '../model/publication.ts'
import { writeTable } from '../parse/table.ts'

/** What stands in every archive, in both languages. */
export function renderReadme({ title, version, readme, citation, tables }: Publication): string {
  const part = (lang: 'zh' | 'en') => [
    `# ${title[lang]} ${version}`,
    ...readme.map((r) => `## ${r.title[lang]}\n\n${r.text[lang].replaceAll('\n', '\n\n')}`),
    tables.map(({ table, rows }) => `- ${table.name}.csv (${rows.length}): ${table.title[lang]}; ${table.about[lang]}`).join('\n'),
    citation[lang],
  ]
  return `${[...part('zh'), ...part('en')].join('\n\n')}\n`
}

/** Rows of words about the archive, for formats that are one file: part, Chinese, English. */
export const aboutRows = ({ title, version, readme, citation, licence }: Publication): string[][] => [
  ['title', `${title.zh} ${version}`, `${title.en} ${version}`],
  ...readme.map((r) => [r.title.en, `${r.title.zh}\n${r.text.zh}`, r.text.en]),
  ['Citation', citation.zh, citation.en],
  ['Licence', `${licence.text.zh} ${licence.url}`, `${licence.text.en} ${licence.url}`],
]

export const dictionaryHead = [
  'table',
  'column',
  'type',
  'zh',
  'en',
  'unit',
  'codes',
  'codes_zh',
  'codes_en',
  'refers_to',
  'required',
  'example',
  'rows',
]

/** Every column of the tables, a row each: meaning, type, unit, codes, whose key it names, an example, how many values it has. */
export function dictionaryRows(publication: Publication, only?: string): string[][] {
  return publication.tables
    .filter(({ table }) => !only || table.name === only)
    .flatMap((published) =>
      published.table.columns.map((column, i) => {
        const codes = publication.codesOf(column, published.table)
        const join = (of: (c: (typeof codes)[number]) => string) => codes.map((c) => of(c).replaceAll(';', ',')).join(delimiter)
        return [
          published.table.name,
          column.name,
          column.type,
          column.zh,
          column.en,
          column.unit ?? '',
          join((c) => c.code),
          join((c) => `${c.code} ${c.zh}`),
          join((c) => `${c.code} ${c.en}`),
          column.of ?? '',
          String(column.required),
          String(published.columns[i]?.example ?? ''),
          String(published.columns[i]?.filled),
        ]
      }),
    )
}

/** The dictionary as CSV. */
export const renderDictionary = (publication: Publication): string =>
  writeTable(
    dictionaryHead,
    dictionaryRows(publication).map((row) => row.map((cell) => (cell === '' ? null : cell))),
    '\n',
  )

/** CITATION.cff of the datasets. */
export const renderCitation = ({ title, version, asOf, description, licence, url }: Publication): string =>
  `${[
    'cff-version: 1.2.0',
    'message: "Please cite the datasets with their release."',
    'type: dataset',
    `title: "${title.en} (${title.zh})"`,
    `abstract: "${description.en}"`,
    `version: "${version}"`,
    `date-released: ${asOf}`,
    `license: ${licence.name}`,
    ...(url ? [`url: "${url}/data/${version}/"`] : []),
    'authors:',
    `  - name: "${title.en}"`,
  ].join('\n')}\n`

export const renderLicence = ({ licence }: Publication): string =>
  `${licence.title} (${licence.name})\n${licence.url}\n\n${licence.text.zh}\n\n${licence.text.en}\n`
