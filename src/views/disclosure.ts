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
    title: report.title.zh,
    simulated: report.simulated,
    definition: report.definition.zh,
    summary: `${report.cells}个单元格中，${report.primary}个因数小或会暴露整个群体而不公布，${report.secondary}个为防倒推一并不公布，最细一层的人数因此有${report.lost}%看不到。对照${report.releases}次以往发布，对不公布的${report.attacked}个格逐一求最小值和最大值，能推出的有${report.exposed}个。`,
    tables: report.tables.flatMap((table) => tableOf(report, table, cells.get(`${report.id}/${table.id}`) ?? [], words)),
  }))
}

function tableOf(
  { dimensions }: DisclosureReport,
  table: DisclosureReport['tables'][number],
  cells: Catalog['protected-counts'],
  words: Words,
): ProtectedTable[] {
  const [rows, columns] = table.dimensions.map((id) => dimensions.find((d) => d.id === id))
  if (!rows) return []
  const byMembers = new Map(cells.map((c) => [c.members.join('/'), c]))
  const members = (row: string, column: string) =>
    dimensions.map((d) => (d === rows ? row : d === columns ? column : (d.members.find((m) => m.parent === null)?.id ?? ''))).join('/')
  const across = columns?.members ?? [{ id: '', name: { zh: '人数', en: 'people' } }]
  return [
    {
      title: table.title.zh,
      corner: rows.name.zh,
      columns: across.map((m) => m.name.zh),
      rows: inTreeOrder(rows.members).map((row) => ({
        name: row.name.zh,
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
