import type { Words } from '../i18n/words.ts'
import type { Topic } from '../model/codebook.ts'
import type { Responsibility } from '../model/link.ts'
import { type Catalog, groupBy } from './catalog.ts'
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
  const texts = words.views.agencies
  const inner = new Set(catalog['agency-families'].filter((f) => f.within).map((f) => f.id))
  const familyOf = (r: Responsibility) => r.agency.split('@')[0] as string
  const outer = catalog.responsibilities.filter((r) => !inner.has(familyOf(r)))
  const offices = catalog.responsibilities.filter((r) => inner.has(familyOf(r)))
  const has = (rows: Responsibility[], document: string) => rows.some((r) => r.document === document)
  const columns = catalog.documents.map((d) => ({
    id: d.id,
    short: catalog.say(d.short),
    href: routes.document(d.id),
    empty: has(outer, d.id) ? null : has(offices, d.id) ? texts.inside : words.noAgency.badge,
  }))
  const cells = groupBy(outer, (r) => `${familyOf(r)} ${r.document}`)
  const families = catalog['agency-families'].filter((f) => outer.some((r) => familyOf(r) === f.id))
  const leads = outer.filter((r) => r.role === 'lead').length
  return {
    answer: texts.answer(
      columns.filter((c) => c.empty === null).length,
      families.length,
      leads,
      new Set(offices.map((r) => r.document)).size,
    ),
    columns,
    families: families.map((f) => ({
      name: catalog.say(f.name),
      names: words.format.list((f.names ?? []).map((n) => texts.name(catalog.say(n.name), n.from ?? '', n.until ?? ''))),
      cells: columns.map((c) => rolesOf(cells.get(`${f.id} ${c.id}`) ?? [], catalog, words, routes)),
    })),
    inside: [...groupBy(offices, (r) => r.document)].map(([id, rows]) => ({
      document: catalog.shortName(id),
      href: routes.document(id),
      offices: [...groupBy(rows, (r) => catalog.phrase(r.document, r.printed))].map(([name, all]) => ({
        name,
        roles: rolesOf(all, catalog, words, routes),
      })),
    })),
    topics: catalog.topics.map((t) => ({
      name: catalog.say(t.name),
      href: routes.topic(t.id),
      cells: columns.map((c) => leadsOf(t, c.id, c.empty && has(offices, c.id) ? texts.insideShort : null, catalog, words)),
    })),
  }
}

function rolesOf(rows: Responsibility[], catalog: Catalog, words: Words, routes: Routes): RoleClauses[] {
  return roles.flatMap((role) => {
    const all = rows.filter((r) => r.role === role)
    if (all.length === 0) return []
    const clauses = [...new Set(all.map((r) => r.provision))].map((id) => ({
      label: catalog.clauseName(id),
      href: routes.provision(id),
    }))
    return [{ role: words.responsibility[role], names: words.format.list([...new Set(all.map((r) => catalog.say(r.name)))]), clauses }]
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
  return {
    names: words.format.pair(role, words.format.list([...new Set(shown.map((r) => catalog.phrase(r.document, r.printed)))])),
    badge: '',
  }
}
