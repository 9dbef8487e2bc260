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
  targets: Target[]
  documents: Document[]
  observations: Observation[]
  benchmarks: Benchmark[]
}

const path = 'data/searches.csv'
const key = (indicator: string, region: string) => `${indicator}/${region}`

/** Targets and benchmarks beside what is measured: judgements of progress, and for every target of every document its reporting status. */
export function buildReporting(
  { targets, documents, observations, benchmarks }: Records,
  { indicators, constructs, site }: Codebook,
  sources: Sources,
): { progress: Progress[]; reporting: Reporting[]; searches: Search[]; problems: Problem[] } {
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
  const reporting = targets.map((target): Reporting => {
    const document = byId.get(target.document) as Document
    const held = { id: target.id, document: target.document, reason: null, observation: null, searchedOn: null, sources: null }
    const judged = isScored(target.type)
      ? judgeProgress({ ...target, issuedOn: document.issuedOn, direction: 'more' }, [], site.asOf)
      : { reason: 'not-scored' as const }
    if (judged.reason && /^(?:not-scored|no-case-data|no-official-statement)$/.test(judged.reason))
      return { ...held, status: 'not-assessable', reason: judged.reason }
    const latest = (list: Indicator[]) =>
      list.flatMap((i) => series.get(key(i.id, document.region)) ?? []).sort((a, b) => b.period.localeCompare(a.period))[0]
    const measuring = indicators.filter((i) => i.measures.includes(target.construct ?? ''))
    const exact = latest(measuring)
    const indicator = measuring.find((i) => i.id === exact?.indicator)
    if (exact && indicator) {
      const own = judge(indicator, document.region, { ...target, issuedOn: document.issuedOn })
      progress.push({ id: `target/${target.id}`, of: target.id, kind: 'target', indicator: indicator.id, region: document.region, ...own })
      return { ...held, status: own.reason ? 'not-assessable' : 'measured', reason: own.reason, observation: exact.id }
    }
    const near = latest(indicators.filter((i) => i.related.includes(target.construct ?? '')))
    if (near) return { ...held, status: 'related-only', observation: near.id }
    const search = searched.get(`${target.document}/${target.construct}`)
    return search
      ? { ...held, status: 'not-found', searchedOn: search.searchedOn, sources: search.sources }
      : { ...held, status: 'not-searched' }
  })
  return { progress, reporting, searches: read.rows.map((r) => r.value), problems }
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

// what a document promises is no measurement of whether it was kept
function checkOwnSources(documents: Document[], observations: Observation[], sources: Sources): Problem[] {
  const own = documents.flatMap((d) =>
    [d.title.zh, d.noticeTitle ?? '', d.number?.normalized ?? ''].map(letters).filter((name) => name.length > 8),
  )
  return observations.flatMap((o) => {
    const source = letters(`${o.sourceTitle}${o.note}`)
    if (!own.some((name) => source.includes(name))) return []
    const file = `data/statistics/${o.dataset}/data.csv`
    const before = (sources.get(file) ?? '').split('\n').findIndex((line) => line.startsWith(`${o.indicator},${o.region},${o.period},`))
    const message = `${o.id} is read from a document whose targets it would measure.`
    return [{ file, line: before + 1, column: 1, message, fix: 'Remove the row; a target is no observation.' }]
  })
}
