import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import * as pagefind from 'pagefind'
import { buildAtlas } from '../../src/datasets/build.ts'
import type { Sources } from '../../src/datasets/sources.ts'
import { type Fetch, search } from '../../src/model/query.ts'
import type { SearchRecord } from '../../src/model/search.ts'
import { buildSearch, type SearchIndex } from '../../src/publish/search.ts'
import { catalogOf } from '../../src/views/catalog.ts'
import { searchRecords } from '../../src/views/found.ts'
import { routesOf } from '../../src/views/routes.ts'
import { openBrowser } from '../site/browser.ts'
import { serve } from '../site/server.ts'
import { keep, type Measures, medianOf, report } from './measure.ts'

interface Measured {
  name: string
  build: number
  size: number
  /** bytes fetched, milliseconds and share of the right clauses, per query */
  fetched: number[]
  time: number[]
  recall: number
}

// the same numbers each time
function dice(seed: number) {
  let state = seed
  return (most: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state % most
  }
}

/** Two to four characters that stand in some clause, and the clauses they stand in. */
function queriesOf(records: SearchRecord[], count: number): { text: string; hrefs: Set<string> }[] {
  const roll = dice(7)
  const runs = records.flatMap((r) => [...r.text.matchAll(/\p{Script=Han}{4,}/gu)].map((m) => m[0]))
  return Array.from({ length: count }, () => {
    const run = runs[roll(runs.length)] as string
    const length = 2 + roll(3)
    const at = roll(run.length - length + 1)
    const text = run.slice(at, at + length)
    return { text, hrefs: new Set(records.filter((r) => `${r.title} ${r.text}`.includes(text)).map((r) => r.href)) }
  })
}

const timed = async <T>(run: () => T | Promise<T>): Promise<[T, number]> => {
  const from = performance.now()
  const made = await run()
  return [made, performance.now() - from]
}
const share = (found: Iterable<string>, wanted: Set<string>) => [...new Set(found)].filter((href) => wanted.has(href)).length / wanted.size
const weigh = (text: string) => gzipSync(text).length

async function measureOwn(records: SearchRecord[], queries: ReturnType<typeof queriesOf>): Promise<Measured> {
  const [index, build] = await timed(() => buildSearch(records, {}))
  const size = [index.manifest, ...index.shards, ...index.chunks].reduce((sum: number, file) => sum + weigh(JSON.stringify(file)), 0)
  const measured: Measured = { name: 'pairs of characters, in shards', build, size, fetched: [], time: [], recall: 0 }
  const manifest = weigh(JSON.stringify(index.manifest))
  for (const { text, hrefs } of queries) {
    const seen = new Set<string>()
    const [, time] = await timed(() => search([text], index.manifest, fetchOf(index, seen), 3))
    measured.fetched.push([...seen].reduce((sum, name) => sum + weigh(JSON.stringify(fileOf(index, name))), manifest))
    measured.time.push(time)
    const all = await search([text], index.manifest, fetchOf(index, new Set()), Number.MAX_SAFE_INTEGER)
    measured.recall +=
      share(
        all.flatMap((f) => f.records.map((r) => r.href)),
        hrefs,
      ) / queries.length
  }
  return measured
}
const fileOf = (index: SearchIndex, name: string) => {
  const [kind, n] = name.split('/') as [string, string]
  return kind === 'keys' ? index.shards[Number(n)] : index.chunks[Number(n)]
}
const fetchOf = (index: SearchIndex, seen: Set<string>): Fetch =>
  (async (name: string) => {
    seen.add(name)
    return fileOf(index, name)
  }) as Fetch

async function measureScan(records: SearchRecord[], queries: ReturnType<typeof queriesOf>): Promise<Measured> {
  const size = weigh(JSON.stringify(records))
  const measured: Measured = { name: 'plain scan of the text', build: 0, size, fetched: queries.map(() => size), time: [], recall: 0 }
  for (const { text, hrefs } of queries) {
    const [found, time] = await timed(() => records.filter((r) => r.text.includes(text) || r.title.includes(text)))
    measured.time.push(time)
    measured.recall +=
      share(
        found.map((r) => r.href),
        hrefs,
      ) / queries.length
  }
  return measured
}

async function measurePagefind(records: SearchRecord[], queries: ReturnType<typeof queriesOf>): Promise<Measured> {
  const root = mkdtempSync(join(tmpdir(), 'pagefind-'))
  const [, build] = await timed(async () => {
    const { index } = await pagefind.createIndex({ forceLanguage: 'zh' })
    for (const r of records) await index?.addCustomRecord({ url: r.href, content: `${r.title} ${r.text}`, language: 'zh' })
    await index?.writeFiles({ outputPath: join(root, 'pagefind') })
    await pagefind.close()
  })
  writeFileSync(join(root, '404.html'), '')
  const site = await serve(root)
  const browser = await openBrowser()
  const page = await browser.newPage()
  const measured: Measured = { name: 'Pagefind', build, size: 0, fetched: [], time: [], recall: 0 }
  let bytes = 0
  page.on('response', async (r) => {
    bytes += (await r.body().catch(() => Buffer.alloc(0))).length
  })
  for (const { text, hrefs } of queries) {
    bytes = 0
    await page.goto(`${site.url}/pagefind/pagefind-entry.json`)
    const query = `(async () => { const p = await import('/pagefind/pagefind.js'); await p.init(); const t = performance.now(); const s = await p.search(${JSON.stringify(text)}); const time = performance.now() - t; const all = await Promise.all(s.results.map((r) => r.data())); return { time, hrefs: all.map((d) => d.url) } })()`
    const { time, hrefs: found } = (await page.evaluate(query)) as { time: number; hrefs: string[] }
    measured.time.push(time)
    measured.fetched.push(bytes)
    measured.recall += share(found, hrefs) / queries.length
  }
  await browser.close()
  site.close()
  rmSync(root, { recursive: true })
  return measured
}

const middle = (list: number[]) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0
const kilobytes = (n: number) => (n / 1000).toFixed(0).padStart(7)
function show(name: string, records: number, rows: Measured[]): void {
  keep(
    name,
    rows.map((m) => ({
      size: records,
      index: m.name,
      'ms build': m.build,
      'kB whole': m.size / 1000,
      'kB median': middle(m.fetched) / 1000,
      'ms median': middle(m.time),
      recall: m.recall,
    })),
  )
  console.log('build ms  whole kB  query kB (median, most)  query ms (median, most)  recall')
  for (const m of rows) {
    const times = `${middle(m.time).toFixed(2).padStart(9)} ${Math.max(...m.time)
      .toFixed(1)
      .padStart(7)}`
    console.log(
      `${m.build.toFixed(0).padStart(8)} ${kilobytes(m.size)}  ${kilobytes(middle(m.fetched))} ${kilobytes(Math.max(...m.fetched))}  ${times}  ${m.recall.toFixed(3)}  ${m.name}`,
    )
  }
}

/** As many clauses as so many documents have, of sentences of the digests in a new order. */
function clausesOf(documents: number, records: SearchRecord[]): SearchRecord[] {
  const roll = dice(11)
  const sentences = records.flatMap((r) => r.text.split(/(?<=。)/)).filter((s) => s.length > 8)
  return Array.from({ length: 40 * documents }, (_, i) => {
    let text = ''
    while (text.length < 900) text += sentences[roll(sentences.length)]
    return {
      group: 'provisions',
      title: `文件${Math.floor(i / 40)} 第${i % 40}条`,
      href: `/zh/documents/d${Math.floor(i / 40)}/${i % 40}/`,
      text,
    }
  })
}

/** Search at three sizes, beside a scan of the same text: what is built once, what a query fetches and takes, what it finds. */
async function benchSizes(records: SearchRecord[], sizes = [10, 100, 1000]): Promise<void> {
  const rows: Measures = []
  for (const documents of sizes) {
    const clauses = clausesOf(documents, records)
    const queries = queriesOf(clauses, 30)
    const [own, scan] = [await measureOwn(clauses, queries), await measureScan(clauses, queries)]
    rows.push({
      size: documents,
      clauses: clauses.length,
      'ms build': await medianOf(5, () => buildSearch(clauses, {})),
      'kB whole': own.size / 1000,
      'kB query': middle(own.fetched) / 1000,
      'kB scan': scan.size / 1000,
      'ms query': middle(own.time),
      'ms scan': middle(scan.time),
      'x scan': middle(own.time) / middle(scan.time),
      recall: own.recall,
    })
  }
  report('search-sizes', rows, ['ms build', 'kB query', 'kB scan', 'ms query', 'ms scan'])
}

/** Three ways to search on what the atlas holds, two of them at three sizes. Pagefind is measured on the former only: see README. */
export async function benchSearch(sources: Sources): Promise<void> {
  const records = searchRecords(catalogOf(buildAtlas(sources).atlas), routesOf('zh'))
  const queries = queriesOf(records, 100)
  console.log(`${records.length} records`)
  show('search', records.length, [
    await measureOwn(records, queries),
    await measureScan(records, queries),
    await measurePagefind(records, queries.slice(0, 40)),
  ])
  await benchSizes(records.filter((r) => r.group === 'provisions'))
}
