import { z } from 'zod'
import { AgencyFamily, Construct, EntitlementKind, ModalLexicon, Population, Term, Topic } from '../model/codebook.ts'
import { Moved, Site } from '../model/coding.ts'
import { ContextEvent, Opposition } from '../model/compare.ts'
import { Division, Region } from '../model/place.ts'
import type { Problem } from '../model/problem.ts'
import { Indicator } from '../model/series.ts'
import { parseTable } from '../parse/table.ts'
import { parseYaml } from '../parse/yaml.ts'
import type { Sources } from './sources.ts'

export interface Codebook {
  topics: Topic[]
  populations: Population[]
  kinds: EntitlementKind[]
  constructs: Construct[]
  families: AgencyFamily[]
  terms: Term[]
  indicators: Indicator[]
  regions: Region[]
  divisions: Division[]
  site: Site
  moved: Moved[]
  oppositions: Opposition[]
  context: ContextEvent[]
}

/** Reads data/codebook/ and data/site.yaml; duplicate ids and unreadable files are Problems. */
export function readCodebook(sources: Sources): { codebook: Codebook; problems: Problem[] } {
  const problems: Problem[] = []
  const list = <S extends z.ZodObject>(name: string, schema: S, key: string): z.infer<S>[] => {
    const file = `data/codebook/${name}.yaml`
    const text = need(sources, file, problems)
    if (text === null) return []
    const read = parseYaml(text, file, z.array(schema))
    problems.push(...read.problems)
    const rows = (read.value ?? []) as z.infer<S>[]
    problems.push(
      ...checkTwice(
        rows.map((r) => String((r as Record<string, unknown>)[key])),
        text,
        file,
      ),
    )
    return rows
  }
  const topics = list('topics', Topic, 'id')
  const codebook: Codebook = {
    topics,
    populations: list('populations', Population, 'id'),
    kinds: list('entitlements', EntitlementKind, 'id'),
    constructs: list('constructs', Construct, 'id'),
    families: list('agencies', AgencyFamily, 'id'),
    terms: list('terms', Term, 'zh'),
    indicators: list('indicators', Indicator, 'id'),
    regions: readRegions(sources, problems),
    divisions: readDivisions(sources, problems),
    site: readSite(sources, problems),
    moved: readMoved(sources, problems),
    oppositions: list('oppositions', Opposition, 'id'),
    context: list('context', ContextEvent, 'id'),
  }
  problems.push(...checkLexicon(sources))
  return { codebook, problems }
}

// the rules take the lexicon in when they are loaded; here it is checked like any other file
function checkLexicon(sources: Sources): Problem[] {
  const file = 'data/codebook/modality.json'
  const text = sources.get(file)
  return text === undefined ? [] : parseYaml(text, file, ModalLexicon).problems
}

function need(sources: Sources, file: string, problems: Problem[]): string | null {
  const text = sources.get(file)
  if (text === undefined)
    problems.push({ file, line: 1, column: 1, message: 'The file is missing.', fix: 'Restore it from the repository.' })
  return text || null
}

function checkTwice(ids: string[], text: string, file: string): Problem[] {
  const lines = text.split('\n')
  return ids.flatMap((id, i) => {
    if (ids.indexOf(id) === i) return []
    const line = lines.findLastIndex((l) => new RegExp(`\\b(?:id|zh):\\s*"?${id}"?[,\\s}]*`, 'u').test(l)) + 1
    return [{ file, line: Math.max(1, line), column: 1, message: `The id ${id} is used twice.`, fix: 'Give each record an id of its own.' }]
  })
}

function readRegions(sources: Sources, problems: Problem[]): Region[] {
  const file = 'data/codebook/regions.csv'
  const text = need(sources, file, problems)
  if (text === null) return []
  const csv = Region.extend({ parent: z.string().regex(/^(\d{6})?$/, 'must be six digits or empty') })
  const read = parseTable(text, file, csv)
  problems.push(...read.problems)
  const codes = new Set(read.rows.map((r) => r.value.code))
  const seen = new Set<string>()
  for (const { value, line } of read.rows) {
    if (seen.has(value.code))
      problems.push({ file, line, column: 1, message: `The code ${value.code} is used twice.`, fix: 'Remove one of the rows.' })
    seen.add(value.code)
    if (value.parent && !codes.has(value.parent))
      problems.push({
        file,
        line,
        column: 1,
        message: `The parent ${value.parent} is no row of this table.`,
        fix: 'Add the parent or correct its code.',
      })
  }
  return read.rows.map(({ value }) => ({ ...value, parent: value.parent || null }))
}

function readDivisions(sources: Sources, problems: Problem[]): Division[] {
  const file = 'data/codebook/divisions.csv'
  const text = need(sources, file, problems)
  if (text === null) return []
  const read = parseTable(text, file, Division)
  problems.push(...read.problems)
  return read.rows.map(({ value }) => value)
}

// a table without rows is as good as none: nothing has moved yet
function readMoved(sources: Sources, problems: Problem[]): Moved[] {
  const file = 'data/moved.csv'
  const text = sources.get(file)
  if (!text || text.trim() === 'from,to') return []
  const read = parseTable(text, file, Moved)
  problems.push(...read.problems)
  const froms = read.rows.map((r) => r.value.from)
  for (const { value, line } of read.rows) {
    const twice = froms.indexOf(value.from) !== froms.lastIndexOf(value.from)
    const again = froms.includes(value.to.replace(/[?#].*$/, ''))
    const message = twice ? `${value.from} has moved twice.` : again ? `${value.to} has moved itself.` : null
    if (message) problems.push({ file, line, column: 1, message, fix: 'Name the address that stands today, once.' })
  }
  return read.rows.map(({ value }) => value)
}

function readSite(sources: Sources, problems: Problem[]): Site {
  const file = 'data/site.yaml'
  const text = need(sources, file, problems)
  const read = text === null ? { value: null, problems: [] } : parseYaml(text, file, Site)
  problems.push(...read.problems)
  return read.value ?? { asOf: '1970-01-01', languages: ['zh'] }
}
