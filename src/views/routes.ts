/** Every address of the site, made here and nowhere else. Ids are `hubei-2023/2.3`, `hubei-2023/2.3/1`. */
export const routesOf = (lang: string) => {
  const page = (...parts: string[]) => `/${[lang, ...parts].join('/')}/`
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
  }
}
export type Routes = ReturnType<typeof routesOf>

/** Address of a dataset file, the same for every language. */
export const dataAddress = (name: string) => `/data/${name}.json`

/** Datasets that are offered as a table for a spreadsheet too. */
export const tabled = ['coverage', 'alignments', 'comparability'] as const

/** Address of the values of one indicator as a table for a spreadsheet. */
export const tableAddress = (indicator: string) => `/data/indicators/${indicator}.csv`

/** Address of what one document says of every topic, which the page of comparisons loads. */
export const comparedAddress = (id: string) => `/data/compare/${id}.json`

/** Address of the clauses of one document that the page of a draft loads. */
export const clausesAddress = (id: string) => `/data/clauses/${id}.json`
