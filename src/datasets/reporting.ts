import type { Document } from '../model/document.ts'
import type { Problem } from '../model/problem.ts'
import type { Judgement, Progress, Reporting } from '../model/progress.ts'
import { type Benchmark, type Indicator, type Observation, Search } from '../model/series.ts'
import type { Target } from '../model/target.ts'
import { parseTable, type Row } from '../parse/table.ts'
import { isScored, judgeProgress } from '../statistics/progress.ts'
import type { Codebook } from './codebook.ts'
import type { Sources } from './sources.ts'

interface Records {
  documents: Document[]
  observations: Observation[]
  benchmarks: Benchmark[]
}

const path = 'data/searches.csv'
const key = (indicator: string, region: string) => `${indicator}/${region}`

/** What is measured, ready to be held against targets one by one. */
export interface Reporter {
  /** reporting status of a target of a held document, and the judgement where its indicator is measured */
  report(target: Target): { reporting: Reporting; progress: Progress | null }
  /** judgements of goals of documents that are not held */
  progress: Progress[]
  searches: Search[]
  problems: Problem[]
}

/** Benchmarks beside what is measured: judgements of progress; and the same for every target that is asked about. */
export function reporterOf(
  { documents, observations, benchmarks }: Records,
  { indicators, constructs, site }: Codebook,
  sources: Sources,
): Reporter {
  const table = sources.get(path)
  const read = table === undefined ? { rows: [], problems: [] } : parseTable(table, path, Search, ['sources'])
  const problems = [
    ...read.problems,
    ...checkSearches(read.rows, documents, constructs),
    ...checkOwnSources(documents, observations, sources),
  ]
  const series = Map.groupBy(observations, (o) => key(o.indicator, o.region))
  const judge = (indicator: Indicator, region: string, goal: Omit<Parameters<typeof judgeProgress>[0], 'direction'>): Judgement => {
    const measured = (series.get(key(indicator.id, region)) ?? []).map((o) => ({ year: Number(o.period), value: o.value }))
    const breaks = indicator.breaks.map((b) => Number(b.year))
    return judgeProgress({ ...goal, direction: indicator.direction }, measured, site.asOf, breaks)
  }
  const progress: Progress[] = benchmarks.flatMap((b) => {
    const indicator = indicators.find((i) => i.id === b.indicator)
    if (!indicator) return []
    const judged = judge(indicator, b.region, { ...b, issuedOn: b.issued || null })
    return [{ id: `benchmark/${b.id}`, of: b.id, kind: 'benchmark', indicator: b.indicator, region: b.region, ...judged }]
  })
  const searched = new Map(read.rows.map(({ value }) => [`${value.document}/${value.construct}`, value]))
  const byId = new Map(documents.map((d) => [d.id, d]))
  const report: Reporter['report'] = (target) => {
    const document = byId.get(target.document) as Document
    const held = { id: target.id, document: target.document, reason: null, observation: null, searchedOn: null, sources: null }
    const alone = (reporting: Partial<Reporting> & Pick<Reporting, 'status'>) => ({ reporting: { ...held, ...reporting }, progress: null })
    const judged = isScored(target.type)
      ? judgeProgress({ ...target, issuedOn: document.issuedOn, direction: 'more' }, [], site.asOf)
      : { reason: 'not-scored' as const }
    if (judged.reason && /^(?:not-scored|no-case-data|no-official-statement)$/.test(judged.reason))
      return alone({ status: 'not-assessable', reason: judged.reason })
    const latest = (list: Indicator[]) =>
      list.flatMap((i) => series.get(key(i.id, document.region)) ?? []).sort((a, b) => b.period.localeCompare(a.period))[0]
    const measuring = indicators.filter((i) => i.measures.includes(target.construct ?? ''))
    const exact = latest(measuring)
    const indicator = measuring.find((i) => i.id === exact?.indicator)
    if (exact && indicator) {
      const own = judge(indicator, document.region, { ...target, issuedOn: document.issuedOn })
      return {
        reporting: { ...held, status: own.reason ? 'not-assessable' : 'measured', reason: own.reason, observation: exact.id },
        progress: { id: `target/${target.id}`, of: target.id, kind: 'target', indicator: indicator.id, region: document.region, ...own },
      }
    }
    const near = latest(indicators.filter((i) => i.related.includes(target.construct ?? '')))
    if (near) return alone({ status: 'related-only', observation: near.id })
    const search = searched.get(`${target.document}/${target.construct}`)
    return search
      ? alone({ status: 'not-found', searchedOn: search.searchedOn, sources: search.sources })
      : alone({ status: 'not-searched' })
  }
  return { report, progress, searches: read.rows.map((r) => r.value), problems }
}

function checkSearches(rows: Row<Search>[], documents: Document[], constructs: { id: string }[]): Problem[] {
  const [held, known] = [new Set(documents.map((d) => d.id)), new Set(constructs.map((c) => c.id))]
  return rows.flatMap(({ value, line, columns }) => {
    const at = (message: string, fix: string, column: string): Problem => ({ file: path, line, column: columns[column] ?? 1, message, fix })
    return [
      ...(held.has(value.document)
        ? []
        : [at(`The document ${value.document} is not held.`, 'Correct the id or remove the row.', 'document')]),
      ...(known.has(value.construct)
        ? []
        : [at(`The construct ${value.construct} is not in data/codebook/constructs.yaml.`, 'Correct it or remove the row.', 'construct')]),
    ]
  })
}

const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '')
const nameLength = 9

// what a document promises is no measurement of whether it was kept
function checkOwnSources(documents: Document[], observations: Observation[], sources: Sources): Problem[] {
  const own = documents.flatMap((d) =>
    [d.title.zh, d.noticeTitle ?? '', d.number?.normalized ?? ''].map(letters).filter((name) => name.length >= nameLength),
  )
  // names by how they begin, so that each source is walked once
  const names = Map.groupBy(new Set(own), (name) => name.slice(0, nameLength))
  const known = new Map<string, boolean>()
  const isOwn = (source: string): boolean => {
    const found =
      known.get(source) ??
      [...source].some((_, i) => names.get(source.slice(i, i + nameLength))?.some((name) => source.startsWith(name, i)))
    known.set(source, found ?? false)
    return found ?? false
  }
  return observations.flatMap((o) => {
    if (!isOwn(letters(`${o.sourceTitle}${o.note}`))) return []
    const file = `data/statistics/${o.dataset}/data.csv`
    const before = (sources.get(file) ?? '').split('\n').findIndex((line) => line.startsWith(`${o.indicator},${o.region},${o.period},`))
    const message = `${o.id} is read from a document whose targets it would measure.`
    return [{ file, line: before + 1, column: 1, message, fix: 'Remove the row; a target is no observation.' }]
  })
}
