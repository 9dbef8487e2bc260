import { z } from 'zod'
import type { Problem } from '../model/problem.ts'
import type { CountsFile, DisclosureReport, ProtectedCount } from '../model/protected.ts'
import { parseTable } from '../parse/table.ts'
import { placeInYaml } from '../parse/yaml.ts'
import { attackAll, combine, type Known, unknown } from '../statistics/disclosure/attack.ts'
import { fillCells, keyOf, leavesOf, type Relations, relate } from '../statistics/disclosure/relations.ts'
import { primary, roundCount, roundedFrom, shareOf, smallest } from '../statistics/disclosure/rules.ts'
import { suppress } from '../statistics/disclosure/suppress.ts'
import { checkColumns } from './declared.ts'
import { checkPersonal } from './gate.ts'
import type { Sources } from './sources.ts'

const base = 5

/** Tables that may be published, what was done to them, and why not where there is a Problem. */
export interface Released {
  cells: ProtectedCount[]
  report: DisclosureReport | null
  problems: Problem[]
}

/** counts.csv of one dataset → protected tables. No value of a cell is ever part of a Problem. */
export function protectCounts(id: string, file: CountsFile, sources: Sources): Released {
  const path = `data/statistics/${id}`
  const shape = checkShape(file, `${path}/dataset.yaml`, sources)
  if (shape.length > 0) return { cells: [], report: null, problems: shape }
  const relations = relate(
    file.dimensions,
    file.tables.map((t) => t.dimensions),
  )
  const read = readCounts(file, `${path}/counts.csv`, sources)
  const before = file.releases.map((r) => readRelease(file, relations, r, `${path}/released/${r.date}.csv`, sources))
  const problems = [...read.problems, ...before.flatMap((b) => b.problems)]
  if (problems.length > 0) return { cells: [], report: null, problems }
  const values = fillCells(relations, file.dimensions, read.counts)
  const need = primary(relations, values, (cell) => isLarge(cell, file))
  const fixed = new Set(values.keys().filter((i) => before.some((b) => b.lines.has(i))))
  const { withheld } = suppress(relations, values, need, fixed)
  const now = values.map((v, i): Known => (withheld.has(i) ? unknown : [v, v]))
  const known = now.map((k, i) => combine([k, ...before.map((b) => b.known[i] as Known)]))
  const wrong = known.flatMap((k, i) => (k ? [] : [i]))
  const { attacked, exposed } =
    wrong.length > 0 ? { attacked: 0, exposed: [] } : attackAll(relations, values, known as Known[], need, withheld)
  const fault = (i: number, message: string, fix: string): Problem => {
    const release = before.find((b) => b.lines.has(i)) ?? before.at(-1)
    return { file: release?.file ?? `${path}/counts.csv`, line: release?.lines.get(i) ?? 1, column: 1, message, fix }
  }
  const nameOf = (i: number) => (relations.cells[i] as string[]).join('/')
  problems.push(
    ...wrong.map((i) => fault(i, `The release says of ${nameOf(i)} what the counts deny.`, 'Correct the release or the counts.')),
    ...exposed.map((i) =>
      fault(
        i,
        `${nameOf(i)} can be computed from all that is published.`,
        'Withdraw the release that tells it; nothing is published until then.',
      ),
    ),
  )
  const report = reportOf(id, file, relations, values, need.filter((r) => relations.published[r.cell]).length, withheld)
  return { cells: cellsOf(id, file, relations, values, withheld), report: { ...report, attacked, exposed: exposed.length }, problems }
}

function checkShape({ dimensions, tables, columns, breaks }: CountsFile, file: string, sources: Sources): Problem[] {
  const source = sources.get(file) ?? ''
  const place = (path: PropertyKey[], message: string, fix: string): Problem => ({ file, ...placeInYaml(source, path), message, fix })
  const problems = checkColumns(columns, [...dimensions.map((d) => d.id), 'count'], place)
  const at = (path: PropertyKey[], message: string, fix: string) => problems.push(place(path, message, fix))
  if (breaks.length > 0) at(['breaks', 0], 'Counts of people have no indicator, so no break of one.', 'Write breaks: []')
  for (const [d, { id, members }] of dimensions.entries()) {
    const ids = new Set(members.map((m) => m.id))
    if (ids.size < members.length) at(['dimensions', d, 'members'], `Two members of ${id} have the same id.`, 'Rename one.')
    const roots = members.filter((m) => m.parent === null)
    if (roots.length !== 1) at(['dimensions', d, 'members'], `${id} has ${roots.length} members without parent.`, 'Give it one total.')
    const known = new Set<string>()
    for (const [m, { id: member, parent }] of members.entries()) {
      if (parent !== null && !known.has(parent))
        at(['dimensions', d, 'members', m], `The parent of ${member} does not stand before it.`, 'Write parents first.')
      known.add(member)
    }
  }
  for (const [t, { id, dimensions: of }] of tables.entries())
    for (const name of of)
      if (!dimensions.some((d) => d.id === name)) at(['tables', t], `The table ${id} has no dimension ${name}.`, 'Correct the id.')
  return problems
}

// what stands in a cell may name a person: it is never said again
const hush = (problem: Problem): Problem => ({
  ...problem,
  message: problem.message.replace(/ is ".*", (?:which is )?not/s, ' is not').replace(/ ".*" (?=must)/s, ' '),
})

function readCounts({ dimensions }: CountsFile, file: string, sources: Sources) {
  const text = sources.get(file) ?? ''
  const personal = checkPersonal(text, file, 'count', smallest)
  if (personal.length > 0) return { counts: [], problems: personal }
  const leaves = dimensions.map(leavesOf)
  const columns = dimensions.map((d, i) => [d.id, z.enum(leaves[i] as [string, ...string[]])] as const)
  const schema = z.object({ ...Object.fromEntries(columns), count: z.int().min(0) })
  const { rows, problems: faults } = parseTable(text, file, schema, ['count'])
  const problems = faults.map(hush)
  const seen = new Set<string>()
  const counts = rows.map(({ value, line }) => {
    const members = dimensions.map((d) => String(value[d.id as 'count']))
    const key = keyOf(members)
    if (seen.has(key)) problems.push({ file, line, column: 1, message: `${key} stands twice.`, fix: 'Remove one of the rows.' })
    seen.add(key)
    return { members, count: value.count }
  })
  const all = leaves.reduce((n, l) => n * l.length, 1)
  if (problems.length === 0 && seen.size < all)
    problems.push({
      file,
      line: 1,
      column: 1,
      message: `${all - seen.size} of ${all} combinations are missing.`,
      fix: 'Write 0 where nobody was counted; a missing row is not a zero.',
    })
  return { counts, problems }
}

// an earlier release: its cells by members, an empty value where it was withheld
function readRelease(
  { dimensions }: CountsFile,
  { cells }: Relations,
  { rounded }: CountsFile['releases'][number],
  file: string,
  sources: Sources,
) {
  const columns = dimensions.map((d) => [d.id, z.enum(d.members.map((m) => m.id) as [string, ...string[]])] as const)
  const schema = z.object({ ...Object.fromEntries(columns), value: z.string().regex(/^\d*$/, 'must be a count or empty') })
  const { rows, problems } = parseTable(sources.get(file) ?? '', file, schema)
  const at = new Map(cells.map((cell, i) => [keyOf(cell), i]))
  const known: Known[] = cells.map(() => unknown)
  const lines = new Map<number, number>()
  for (const { value, line } of rows) {
    const i = at.get(keyOf(dimensions.map((d) => value[d.id as 'value'])))
    if (i === undefined || value.value === '') continue
    known[i] = roundedFrom(Number(value.value), rounded)
    lines.set(i, line)
  }
  return { file, known, lines, problems }
}

// a member of prefecture level or above: its small counts point at nobody
const isLarge = (cell: string[], { dimensions }: CountsFile) =>
  cell.some((id, d) => /^(?:province|prefecture)$/.test(dimensions[d]?.members.find((m) => m.id === id)?.level ?? ''))

const inTable = (cell: string[], { dimensions }: CountsFile, table: string[]) =>
  cell.every((id, d) => table.includes(dimensions[d]?.id ?? '') || dimensions[d]?.members.find((m) => m.id === id)?.parent === null)

function cellsOf(id: string, file: CountsFile, { cells, published }: Relations, values: number[], withheld: Set<number>): ProtectedCount[] {
  const root = file.dimensions.map((d) => d.members.find((m) => m.parent === null)?.id ?? '')
  const total = roundCount(values[cells.findIndex((c) => keyOf(c) === keyOf(root))] ?? 0, base)
  const totalShown = !withheld.has(cells.findIndex((c) => keyOf(c) === keyOf(root)))
  return file.tables.flatMap((table) =>
    cells.flatMap((members, i): ProtectedCount[] => {
      if (!published[i] || !inTable(members, file, table.dimensions)) return []
      const value = withheld.has(i) ? null : roundCount(values[i] as number, base)
      const share = value === null || !totalShown ? null : shareOf(value, total)
      const code = value === null ? 'withheld' : 'rounded'
      return [{ id: `${id}/${table.id}/${members.join('/')}`, dataset: id, table: table.id, members, value, code, share }]
    }),
  )
}

function reportOf(id: string, file: CountsFile, { cells, published }: Relations, values: number[], need: number, withheld: Set<number>) {
  const hidden = [...withheld].filter((i) => published[i])
  const leaves = file.dimensions.map((d) => new Set(leavesOf(d)))
  const [first] = file.tables
  const inner = cells.flatMap((cell, i) =>
    first &&
    cell.every((m, d) => !first.dimensions.includes(file.dimensions[d]?.id ?? '') || leaves[d]?.has(m)) &&
    inTable(cell, file, first.dimensions)
      ? [i]
      : [],
  )
  const people = (all: number[]) => all.reduce((sum, i) => sum + (values[i] as number), 0)
  return {
    id,
    title: file.title,
    definition: file.definition,
    simulated: file.simulated,
    dimensions: file.dimensions,
    tables: file.tables,
    cells: published.filter(Boolean).length,
    primary: need,
    secondary: hidden.length - need,
    lost: Math.round((1000 * people(inner.filter((i) => withheld.has(i)))) / Math.max(1, people(inner))) / 10,
    releases: file.releases.length,
  }
}
