import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

const rows = <T>(name: string) => JSON.parse(readFileSync(`dist/data/latest/${name}.json`, 'utf8')) as T[]
const first = (folder: string) => readdirSync(`dist/zh/${folder}`, { withFileTypes: true }).find((f) => f.isDirectory())?.name ?? ''
const held = () => new Set(rows<{ code: string }>('regions').map((r) => r.code))

/** A pair with figures to compare, and a target that is compared. */
export const pair = () => {
  const [most] = rows<{ a: string; b: string; figures: number }>('pairs').sort((x, y) => y.figures - x.figures)
  return `${most?.a}/${most?.b}`
}
export const target = () => rows<{ a: string }>('comparability')[0]?.a ?? ''
export const document = () => first('documents')

/** Route of every page, by its file below src/pages/[lang] → addresses of that kind, below the language. */
const samples: { [route: string]: () => string[] } = {
  index: () => [''],
  'agencies/[...part]': () => ['agencies/'],
  'briefs/[...brief]': () => [
    'briefs/topics/treatment-before-payment/',
    `briefs/pairs/${pair()}/`,
    `briefs/regions/${[...held()].find((c) => c !== '100000' && rows<{ region: string }>('documents').some((d) => d.region === c))}/`,
  ],
  'charts/[chart]': () => ['charts/timeline/', 'charts/regions/'],
  'charts/index': () => ['charts/'],
  'citations/[...part]': () => ['citations/'],
  'compare/[left]/[right]': () => [`compare/${pair()}/`],
  'compare/[...part]': () => ['compare/'],
  'data/index': () => ['data/'],
  'data/[table]': () => ['data/targets/', 'data/observations/'],
  'data/api': () => ['data/api/'],
  'data/changes': () => ['data/changes/'],
  'data/dictionary': () => ['data/dictionary/'],
  'documents/[document]': () => [`documents/${document()}/`],
  'documents/[document]/[provision]': () => [`documents/${document()}/${first(`documents/${document()}`)}/`],
  'documents/[...part]': () => ['documents/'],
  'draft/index': () => ['draft/'],
  'embed/[chart]': () => ['embed/health-literacy-1/', 'embed/citations/'],
  'entitlements/[kind]/[...part]': () => ['entitlements/hospital-deposit/'],
  'entitlements/[...part]': () => ['entitlements/'],
  'explore/index': () => ['explore/', 'explore/?d=targets&g=document&p=role&c=bar'],
  'indicators/[indicator]/[...part]': () => ['indicators/health-literacy/', 'indicators/health-personnel/'],
  'indicators/index': () => ['indicators/'],
  'methods/index': () => ['methods/'],
  'methods/style/index': () => ['methods/style/'],
  'regions/[region]': () => [
    `regions/${first('regions')}/`,
    `regions/${rows<{ code: string }>('divisions').find((d) => !held().has(d.code))?.code}/`,
  ],
  'regions/index': () => ['regions/'],
  'reporting/[...part]': () => ['reporting/'],
  'search/index': () => ['search/', `search/?q=${encodeURIComponent('医保')}`],
  'targets/[document]/[provision]/[number]': () => [`targets/${target()}/`],
  'targets/[...part]': () => ['targets/'],
  'timeline/[...part]': () => ['timeline/'],
  'topics/[topic]/[...part]': () => ['topics/pairing-assistance/'],
  'topics/by/[order]/[...part]': () => ['topics/by/level/'],
  'topics/[...part]': () => ['topics/'],
}

/** Every kind of page, taken from the files of the routes: one without a sample is an error. */
export function kindsOf(lang: string): string[] {
  const root = 'src/pages/[lang]'
  const routes = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((f) => f.isFile() && f.name.endsWith('.astro'))
    .map((f) => relative(root, join(f.parentPath, f.name)).replace(/\.astro$/, ''))
  const untested = routes.filter((route) => !samples[route])
  if (untested.length > 0) throw new Error(`No sample of ${untested.join(', ')} in tests/site/kinds.ts.`)
  return [...routes.flatMap((route) => samples[route]?.() ?? []).map((path) => `/${lang}/${path}`), '/404.html']
}
