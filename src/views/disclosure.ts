import type { Words } from '../i18n/words.ts'
import type { DisclosureReport } from '../model/protected.ts'
import { type Catalog, groupBy } from './catalog.ts'

/** A protected table as it is shown: rows by one dimension, columns by the other. */
export interface ProtectedTable {
  title: string
  corner: string
  columns: string[]
  rows: { name: string; depth: number; cells: string[] }[]
}

export interface DisclosureProps {
  title: string
  simulated: boolean
  definition: string
  summary: string
  tables: ProtectedTable[]
}

/** What protection did to every dataset that counts people, with the tables as they leave. */
export function disclosureProps(catalog: Catalog, words: Words): DisclosureProps[] {
  const cells = groupBy(catalog['protected-counts'], (c) => `${c.dataset}/${c.table}`)
  return catalog.disclosure.map((report) => ({
    title: catalog.say(report.title),
    simulated: report.simulated,
    definition: words.format.sentence(catalog.say(report.definition)),
    summary: words.views.disclosure.summary(
      report.cells,
      report.primary,
      report.secondary,
      report.lost,
      report.releases,
      report.attacked,
      report.exposed,
    ),
    tables: report.tables.flatMap((table) => tableOf(report, table, cells.get(`${report.id}/${table.id}`) ?? [], catalog)),
  }))
}

function tableOf(
  { dimensions }: DisclosureReport,
  table: DisclosureReport['tables'][number],
  cells: Catalog['protected-counts'],
  { words, say }: Catalog,
): ProtectedTable[] {
  const [rows, columns] = table.dimensions.map((id) => dimensions.find((d) => d.id === id))
  if (!rows) return []
  const byMembers = new Map(cells.map((c) => [c.members.join('/'), c]))
  const members = (row: string, column: string) =>
    dimensions.map((d) => (d === rows ? row : d === columns ? column : (d.members.find((m) => m.parent === null)?.id ?? ''))).join('/')
  const across = columns?.members ?? [{ id: '', name: null }]
  return [
    {
      title: say(table.title),
      corner: say(rows.name),
      columns: across.map((m) => (m.name ? say(m.name) : words.views.disclosure.people)),
      rows: inTreeOrder(rows.members).map((row) => ({
        name: say(row.name),
        depth: depthOf(row.id, rows.members),
        cells: across.map((column) => {
          const cell = byMembers.get(members(row.id, column.id))
          return cell?.value == null ? words.cellCode.withheld : String(cell.value)
        }),
      })),
    },
  ]
}

function inTreeOrder<M extends { id: string; parent: string | null }>(members: M[], parent: string | null = null): M[] {
  return members.filter((m) => m.parent === parent).flatMap((m) => [m, ...inTreeOrder(members, m.id)])
}

function depthOf(id: string, members: { id: string; parent: string | null }[]): number {
  const parent = members.find((m) => m.id === id)?.parent
  return parent ? 1 + depthOf(parent, members) : 0
}
