// the folder of the host that the site lives in: `npm run build -- --base /atlas/`; programs beside the site know of none
function readBase(): string {
  try {
    return import.meta.env.BASE_URL.replace(/\/$/, '')
  } catch {
    return ''
  }
}
const base = readBase()

/** Every address of the site, made here and nowhere else. Ids are `hubei-2023/2.3`, `hubei-2023/2.3/1`. */
export const routesOf = (lang: string) => {
  const page = (...parts: string[]) => `${base}/${[lang, ...parts].join('/')}/`
  return {
    home: () => page(),
    entitlements: () => page('entitlements'),
    entitlement: (kind: string) => page('entitlements', kind),
    documents: () => page('documents'),
    document: (id: string) => page('documents', id),
    provision: (id: string) => page('documents', id),
    target: (id: string) => `${page('documents', id.replace(/\/\d+$/, ''))}#t${id.split('/').at(-1)}`,
    targetPage: (id: string) => page('targets', id),
    compare: () => page('compare'),
    pair: (a: string, b: string) => page('compare', a, b),
    agencies: () => page('agencies'),
    citations: () => page('citations'),
    timeline: () => page('timeline'),
    topics: () => page('topics'),
    topic: (id: string) => page('topics', id),
    topicsBy: (order: string) => (order === 'year' ? page('topics') : page('topics', 'by', order)),
    targets: () => page('targets'),
    indicators: () => page('indicators'),
    indicator: (id: string) => page('indicators', id),
    reporting: () => page('reporting'),
    regions: () => page('regions'),
    region: (code: string) => page('regions', code),
    methods: () => page('methods'),
    draft: () => page('draft'),
    search: () => page('search'),
    brief: (id: string) => page('briefs', id),
    charts: () => page('charts'),
    chart: (id: string) => page('charts', id),
    embed: (id: string) => page('embed', id),
    style: () => page('methods', 'style'),
    data: () => page('data'),
    table: (name: string) => page('data', name),
    dictionary: () => page('data', 'dictionary'),
    changes: () => page('data', 'changes'),
    api: () => page('data', 'api'),
    explore: () => page('explore'),
    frozen: (release: string) => `${base}/${release}/${lang}/`,
  }
}
export type Routes = ReturnType<typeof routesOf>

const languagePart = /^\/(zh|en)(?=\/|$)/

/** Address of the same page in another language; as it is where it belongs to none: `/zh/topics/` → `/en/topics/`. */
export const mirrorOf = (address: string, lang: string): string => base + address.slice(base.length).replace(languagePart, `/${lang}`)

/** Whether a page belongs to a language, and so has its like in the others. */
export const isMirrored = (address: string): boolean => languagePart.test(address.slice(base.length))

const partTail = /in\/[^/]+\/$/

/** Whether a page is one of several that show all documents in parts, and not the first of them. */
export const isPart = (address: string): boolean => partTail.test(address)

/** Address of a page for another part of the documents; for the first where the id is empty. */
export const partAddress = (address: string, id: string): string => address.replace(partTail, '') + (id === '' ? '' : `in/${id}/`)

/** Language of a page by its address. */
export const languageOf = (address: string): string => languagePart.exec(address.slice(base.length))?.[1] ?? 'zh'

/** Address of a file beside the pages. */
export const fileAddress = (name: string) => `${base}/${name}`

/** Address of a brief as a document for a word processor. */
export const briefFile = (id: string, lang: string) => fileAddress(`briefs/${lang}/${id}.docx`)

/** Address of the picture of a page: a portrait to keep, or the card that other sites show beside a link. */
export const pictureAddress = (address: string, form: 'portrait' | 'social') =>
  fileAddress(`pictures${address.slice(base.length).replace(/\/$/, '')}.${form}.png`)

/** Address of a chart as a file: csv, svg or png. */
export const chartFile = (id: string, lang: string, form: 'csv' | 'svg' | 'png') => fileAddress(`charts/${lang}/${id}.${form}`)

/** Address of a data file, of the current data or of a release: `targets.csv`. */
export const dataFile = (path: string, release = 'latest') => fileAddress(`data/${release}/${path}`)

/** Address of a dataset as JSON. */
export const dataAddress = (name: string) => dataFile(`${name}.json`)

/** Address of a record in the API, or of the list of them. */
export const recordAddress = (table: string, key?: string) =>
  fileAddress(`api/v1/${table}${key === undefined ? '' : `/${key.split('/').map(encodeURIComponent).join('/')}`}.json`)

/** Address of a file of a document beside its page: `/zh/documents/hubei-2023.md`. */
export const documentFile = (id: string, lang: string, ending: string) => fileAddress(`${lang}/documents/${id}.${ending}`)

/** Address of the values of one indicator as a table for a spreadsheet. */
export const tableAddress = (indicator: string) => fileAddress(`data/indicators/${indicator}.csv`)

/** Address of what one document says of every topic, which the page of comparisons loads. */
export const comparedAddress = (id: string, lang: string) => fileAddress(`data/compare/${lang}/${id}.json`)

/** Address of the clauses of one document that the page of a draft loads. */
export const clausesAddress = (id: string) => fileAddress(`data/clauses/${id}.json`)

/** Address of the columns of a dataset that the page of explorations loads. */
export const exploredAddress = (table: string, lang: string) => fileAddress(`data/explore/${lang}/${table}.json`)

/** Address of a page as a release keeps it, by the paths of the pages it keeps; null where it does not. */
export function frozenAddress(page: string, kept: { release: string; pages: Set<string> } | null): string | null {
  const path = page.slice(base.length + 1)
  return kept?.pages.has(`${path}index.html`) ? fileAddress(`${kept.release}/${path}`) : null
}
