import { join } from 'node:path'
import type { DatasetName } from '../model/atlas.ts'
import type { Site } from '../model/coding.ts'
import type { Alignment } from '../model/compare.ts'
import type { Problem } from '../model/problem.ts'
import type { Target } from '../model/target.ts'
import { isCoded, measureAccuracy } from './accuracy.ts'
import { Cache, cacheKey } from './cache.ts'
import { readCodebook } from './codebook.ts'
import type { Compared } from './comparison.ts'
import { ownDatasets, validate } from './contribution.ts'
import { gatherContributions, sharedFiles } from './gather.ts'
import { joinHeads, settleProblems } from './join.ts'
import { comparePairs } from './pairing.ts'
import type { Pool } from './pool.ts'
import type { Reporter } from './reporting.ts'
import { readShared, type Sources } from './sources.ts'
import { type DatasetWriter, linesOf, openDatasets, recordsOf } from './store.ts'

/** Where a run works: the project folder, the pool, what the rules are (`markOfRules`), and where entries are kept. */
export interface Place {
  root: string
  pool: Pool
  rules: string
  cache?: string
  /** Problems that are told and do not keep the datasets from being written: a site that is only looked at while a digest is edited */
  tolerates?: (problem: Problem) => boolean
}

/** What a run did: with Problems, nothing was written. `made` are documents and comparisons made anew, the others being as before. */
export interface Run {
  problems: Problem[]
  made: { documents: number; comparisons: number }
  counts: { [dataset: string]: number }
  site: Site
}

/**
 * data/ → data/datasets/, document by document: each is read once and let go, what it contributes is kept in a cache by its content, and the
 * datasets are put together from there: the same bytes as `buildAtlas` makes, in the memory that the joined records take.
 */
export async function runPipeline({ root, pool, rules, cache: folder = join(root, '.cache/datasets'), tolerates }: Place): Promise<Run> {
  const cache = new Cache(folder)
  const { sources, problems: unread } = readShared(root)
  const { codebook, problems } = readCodebook(sources)
  const works = { cache, pool, mark: cacheKey(rules, JSON.stringify(sharedFiles(sources))) }
  const gathered = await gatherContributions(root, sources, works)
  const { rows, reporter, problems: ofJoin } = joinHeads(gathered.heads, codebook, sources)
  const entries = new Map(gathered.heads.flatMap((h, n) => (h.document ? [[h.id, gathered.keys[n] as string] as const] : [])))
  const compared = await comparePairs(rows, gathered, entries, works, codebook)
  const accuracy = measureCoded(entries, compared.keys, sources, cache)
  const known = new Map([...sources, ...gathered.empty.map((path) => [path, ''] as const)])
  const found = settleProblems([...unread, ...gathered.unread], [...problems, ...ofJoin, ...accuracy.problems], known)
  const run: Run = { problems: found, made: { documents: gathered.made, comparisons: compared.made }, counts: {}, site: codebook.site }
  if (found.some((p) => !tolerates?.(p))) return run
  const writer = openDatasets(root)
  try {
    const pieces = { own: [...entries.values()], compared: compared.keys }
    run.counts = writeAll(writer, cache, pieces, { ...rows, 'alignment-accuracy': accuracy.rows }, reporter)
    writer.finish()
  } catch (cause) {
    writer.abandon()
    throw cause
  }
  cache.prune(new Set([...gathered.keys, ...compared.keys]))
  return run
}

// documents with hand-coded counterparts are few: of them all alignments and clauses are read
function measureCoded(entries: Map<string, string>, compared: string[], sources: Sources, cache: Cache) {
  const coded = new Map([...entries].filter(([id]) => isCoded(id, sources)))
  const clauses = [...coded.values()].flatMap((key) => (JSON.parse(cache.take(key).text('compared')) as Compared).clauses.map((c) => c.id))
  const found = coded.size === 0 ? [] : compared.flatMap((key) => recordsOf<Alignment>(cache.take(key).text('alignments')))
  const own = found.filter((a) => coded.has(a.documentA) && coded.has(a.documentB))
  return measureAccuracy(own, new Set(clauses), sources)
}

// one entry after another, as lines; only targets are read as records, to be reported on
function writeAll(writer: DatasetWriter, cache: Cache, pieces: { own: string[]; compared: string[] }, joined: object, reporter: Reporter) {
  const counts: Run['counts'] = {}
  const put = (name: DatasetName, lines: string | Uint8Array, count: number) => {
    writer.put(name, lines)
    counts[name] = (counts[name] ?? 0) + count
  }
  const putRows = (name: DatasetName, rows: unknown[]) => put(name, linesOf(rows), rows.length)
  for (const [name, rows] of Object.entries(joined)) putRows(name as DatasetName, rows as unknown[])
  for (const key of pieces.own) {
    const entry = cache.take(key)
    for (const name of ownDatasets) put(name, entry.plain(name), entry.lines(name))
    const found = recordsOf<Target>(entry.text('targets')).map(reporter.report)
    const reported = validate({ reporting: found.map((r) => r.reporting), progress: found.flatMap((r) => r.progress ?? []) })
    for (const name of ['reporting', 'progress'] as const) putRows(name, reported[name])
  }
  for (const key of pieces.compared) {
    const entry = cache.take(key)
    for (const name of ['pairs', 'alignments', 'comparability'] as const) put(name, entry.plain(name), entry.lines(name))
  }
  return counts
}
