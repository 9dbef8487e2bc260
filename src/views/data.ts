import type { Words } from '../i18n/words.ts'
import type { Column } from '../model/column.ts'
import type { ColumnSummary, FileEntry, Labelled, Publication, PublishedTable } from '../model/publication.ts'
import { tableGroups, tables } from '../model/tables.ts'
import { dataFile, type Routes } from './routes.ts'

type Lang = 'zh' | 'en'

/** A file to download: what it is called, where it is, how large. */
export interface Download {
  name: string
  note: string
  href: string
  size: string
  sha256: string
}

/** Bytes as people read them: 123 B, 12 kB, 1.2 MB. */
export const formatBytes = (n: number): string =>
  n < 1000 ? `${n} B` : n < 1e6 ? `${Math.round(n / 1000)} kB` : `${(n / 1e6).toFixed(1)} MB`

/** Tables whose CSV has so many bytes or more → their size as people read it. */
export function sizesAbove(files: FileEntry[], bytes: number): { [table: string]: string } {
  const sizes = new Map(files.map((file) => [file.path, file.size]))
  const sized = tables.map(({ name }) => [name, sizes.get(`${name}.csv`) ?? 0] as const)
  return Object.fromEntries(sized.filter(([, size]) => size >= bytes).map(([name, size]) => [name, formatBytes(size)]))
}

const downloadOf = (file: FileEntry, [name, note]: readonly [string, string]): Download => ({
  name,
  note,
  href: dataFile(file.path),
  size: formatBytes(file.size),
  sha256: file.sha256,
})

const formatsOf = (table: string, files: FileEntry[], words: Words): Download[] =>
  files
    .filter((f) => f.table === table)
    .map((f) => downloadOf(f, words.data.formats[f.format as keyof Words['data']['formats']] as unknown as [string, string]))

const metadata = [
  'datapackage.json',
  'csv-metadata.json',
  'croissant.json',
  'dcat.jsonld',
  'dictionary.csv',
  'sbom.cdx.json',
  'SHA256SUMS',
] as const

/** Everything the page of the data lists. */
export function dataPage(publication: Publication, files: FileEntry[], lang: Lang, words: Words, routes: Routes) {
  const byPath = new Map(files.map((f) => [f.path, f]))
  const single = (path: string, name: string, note = '') => downloadOf(byPath.get(path) as FileEntry, [name, note])
  const texts = words.data
  return {
    records: publication.tables.reduce((n, t) => n + t.count, 0),
    all: [
      single('atlas.zip', 'ZIP', texts.allText.zip),
      single('atlas.sqlite', 'SQLite', texts.allText.sqlite),
      single('datapackage.json', 'Data Package', texts.allText.package),
    ],
    metadata: metadata.map((path) => single(path, path)),
    groups: tableGroups.map((group) => ({
      title: texts.groups[group],
      tables: publication.tables
        .filter(({ table }) => table.group === group)
        .map(({ table, count }) => ({
          name: table.name,
          href: routes.table(table.name),
          title: table.title[lang],
          about: table.about[lang],
          rows: count,
          files: formatsOf(table.name, files, words),
        })),
    })),
    readme: publication.readme.map((r) => ({ title: r.title[lang], paragraphs: r.text[lang].split('\n') })),
    citation: publication.citation[lang],
  }
}

/** A column as the dictionary shows it. */
export interface ColumnEntry {
  name: string
  meaning: string
  type: string
  key: boolean
  unit: string | null
  of: { name: string; href: string } | null
  codes: { code: string; label: string }[]
  missing: string | null
  example: string | null
  filled: string
}

function columnEntry(
  column: Column,
  published: PublishedTable,
  publication: Publication,
  lang: Lang,
  words: Words,
  routes: Routes,
): ColumnEntry {
  const { table, count } = published
  const at = table.columns.indexOf(column)
  const { filled, example } = published.columns[at] as ColumnSummary
  const codes = publication.codesOf(column, table)
  const status = column.explains ? null : table.columns.find((c) => c.explains === column.name)
  const reasons = status ? publication.codesOf(status, table) : []
  return {
    name: column.name,
    meaning: column[lang],
    type: words.data.types[column.type],
    key: table.key.includes(column.name),
    unit: column.unit ? (words.units[column.unit as keyof Words['units']] ?? column.unit).trim() : null,
    of: column.of ? { name: column.of, href: routes.table(column.of) } : null,
    codes: column.explains ? [] : labelled(codes, lang),
    missing: reasons.length > 0 ? words.format.list(usedIn(reasons, published, status as Column).map((r) => r[lang])) : null,
    example: example === null || codes.length > 0 ? null : shorten(String(example)),
    filled: words.data.table.filled(filled, count),
  }
}

const labelled = (codes: Labelled[], lang: Lang) => codes.map((c) => ({ code: c.code, label: c[lang] }))
const shorten = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text)

// of the many reasons that could stand there, those that do
function usedIn(reasons: Labelled[], { table, columns }: PublishedTable, status: Column): Labelled[] {
  const used = columns[table.columns.indexOf(status)]?.codes
  const found = reasons.filter((r) => used?.has(r.code))
  return found.length > 0 ? found : reasons.slice(0, 1)
}

/** Everything the page of a dataset shows. */
export function tablePage(name: string, publication: Publication, files: FileEntry[], lang: Lang, words: Words, routes: Routes) {
  const published = publication.tables.find(({ table }) => table.name === name) as PublishedTable
  const { table, count } = published
  return {
    title: table.title[lang],
    about: table.about[lang],
    rows: count,
    columns: table.columns.map((c) => columnEntry(c, published, publication, lang, words, routes)),
    files: formatsOf(name, files, words),
    schema: dataFile(`schemas/${name}.json`),
  }
}

/** Every column of every dataset, but for those that say why another is empty. */
export const dictionaryPage = (publication: Publication, lang: Lang, words: Words, routes: Routes) => ({
  columns: publication.tables.reduce((n, t) => n + t.table.columns.length, 0),
  absences: labelled(publication.absences, lang),
  tables: publication.tables.map((published) => ({
    name: published.table.name,
    title: published.table.title[lang],
    href: routes.table(published.table.name),
    rows: published.count,
    columns: published.table.columns
      .filter((c) => !c.explains)
      .map((c) => {
        const { codes, ...entry } = columnEntry(c, published, publication, lang, words, routes)
        return { ...entry, example: entry.example ?? codes[0]?.code ?? null }
      }),
  })),
})
