import type { Words } from '../i18n/words.ts'
import type { Topic } from '../model/codebook.ts'
import type { Responsibility } from '../model/link.ts'
import { type Catalog, groupBy } from './catalog.ts'
import { formatPath } from './format.ts'
import type { Routes } from './routes.ts'

/** Who bears what in one cell: a role, and the clauses it holds for. */
export interface RoleClauses {
  role: string
  names: string
  clauses: { label: string; href: string }[]
}

interface Column {
  id: string
  short: string
  href: string
  /** why the column is empty, where it is */
  empty: string | null
}

export interface AgenciesPage {
  answer: string
  columns: Column[]
  families: { name: string; names: string; cells: RoleClauses[][] }[]
  inside: { document: string; href: string; offices: { name: string; roles: RoleClauses[] }[] }[]
  topics: { name: string; href: string; cells: { names: string; badge: string }[] }[]
}

const roles: Responsibility['role'][] = ['lead', 'responsible', 'participant', 'duty']

/**
 * Who is responsible for what: families of bodies by document, and who leads each topic. Offices inside one commission are listed apart, as
 * they are no bureaus; a document that itemizes nothing says so.
 */
export function agenciesPage(catalog: Catalog, words: Words, routes: Routes): AgenciesPage {
  const inner = new Set(catalog['agency-families'].filter((f) => f.within).map((f) => f.id))
  const familyOf = (r: Responsibility) => r.agency.split('@')[0] as string
  const outer = catalog.responsibilities.filter((r) => !inner.has(familyOf(r)))
  const offices = catalog.responsibilities.filter((r) => inner.has(familyOf(r)))
  const has = (rows: Responsibility[], document: string) => rows.some((r) => r.document === document)
  const columns = catalog.documents.map((d) => ({
    id: d.id,
    short: d.short.zh,
    href: routes.document(d.id),
    empty: has(outer, d.id) ? null : has(offices, d.id) ? '只列到委内处室，见下表' : words.noAgency.badge,
  }))
  const cells = groupBy(outer, (r) => `${familyOf(r)} ${r.document}`)
  const families = catalog['agency-families'].filter((f) => outer.some((r) => familyOf(r) === f.id))
  const leads = outer.filter((r) => r.role === 'lead').length
  return {
    answer: `${columns.filter((c) => c.empty === null).length}份文件列明了部门，共${families.length}个系统；${
      leads === 0 ? '没有一份在部门之间分出牵头和配合' : `其中牵头${leads}处`
    }${offices.length > 0 ? `；${new Set(offices.map((r) => r.document)).size}份只列到委内处室` : ''}。`,
    columns,
    families: families.map((f) => ({
      name: f.name.zh,
      names: (f.names ?? []).map((n) => `${n.name.zh}${n.from ? `（${n.from}起）` : ''}${n.until ? `（到${n.until}）` : ''}`).join('、'),
      cells: columns.map((c) => rolesOf(cells.get(`${f.id} ${c.id}`) ?? [], catalog, words, routes)),
    })),
    inside: [...groupBy(offices, (r) => r.document)].map(([id, rows]) => ({
      document: catalog.documentById.get(id)?.short.zh ?? id,
      href: routes.document(id),
      offices: [...groupBy(rows, (r) => r.printed)].map(([name, all]) => ({ name, roles: rolesOf(all, catalog, words, routes) })),
    })),
    topics: catalog.topics.map((t) => ({
      name: t.name.zh,
      href: routes.topic(t.id),
      cells: columns.map((c) => leadsOf(t, c.id, c.empty && has(offices, c.id) ? '只列到委内处室' : null, catalog, words)),
    })),
  }
}

function rolesOf(rows: Responsibility[], catalog: Catalog, words: Words, routes: Routes): RoleClauses[] {
  return roles.flatMap((role) => {
    const all = rows.filter((r) => r.role === role)
    if (all.length === 0) return []
    const clauses = [...new Set(all.map((r) => r.provision))].map((id) => ({
      label: formatPath(catalog.provisionById.get(id)?.path ?? ''),
      href: routes.provision(id),
    }))
    return [{ role: words.responsibility[role], names: [...new Set(all.map((r) => r.name.zh))].join('、'), clauses }]
  })
}

// who leads a topic in a document: the leads where some are named, else those responsible
function leadsOf(topic: Topic, document: string, inside: string | null, catalog: Catalog, words: Words): { names: string; badge: string } {
  const cell = catalog.coverageOf(topic.id).find((c) => c.document === document)
  if (cell?.status !== 'covered') return { names: '', badge: words.coverage[cell?.status ?? 'not-coded'].badge }
  if (inside) return { names: '', badge: inside }
  // a clause that divides all work names everybody: only the sentence that speaks of the topic counts
  const speaks = new RegExp(topic.match.join('|'), 'u')
  const rows = cell.provisions
    .flatMap((id) => catalog.responsibilitiesOf(id))
    .filter((r) => r.role !== 'participant' && (r.duty === null || speaks.test(r.duty)))
  const lead = rows.filter((r) => r.role === 'lead')
  const shown = lead.length > 0 ? lead : rows
  if (shown.length === 0) return { names: '', badge: words.noAgency.badge }
  const role = lead.length > 0 ? words.responsibility.lead : words.responsibility.responsible
  return { names: `${role}：${[...new Set(shown.map((r) => r.printed))].join('、')}`, badge: '' }
}
