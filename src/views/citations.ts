import type { Reference } from '../model/link.ts'
import { type Catalog, groupBy } from './catalog.ts'
import { formatPath } from './format.ts'
import type { Routes } from './routes.ts'

/** A cited work under all titles it is cited by, and who cites it where. */
export interface CitedWork {
  id: string
  number: string | null
  titles: string[]
  href: string | null
  by: { document: string; path: string; href: string }[]
  documents: number
  /** why it cannot be named by its number */
  gap: string | null
}

export interface CitationsPage {
  answer: string
  works: CitedWork[]
  silent: string[]
  drawing: { documents: string[]; works: string[]; links: { document: string; work: string }[]; label: string }
}

// a work without a number is told from another of the same title by who is said to have issued it
const keyOf = (r: Reference) => r.documentNumber ?? r.printed

/** What cites what: works by number, unnumbered ones as named gaps, those cited by most documents first. */
export function citationsPage(catalog: Catalog, routes: Routes): CitationsPage {
  const groups = groupBy(catalog.references, keyOf)
  const works = [...groups].map(([id, all]) => workOf(id, all, catalog, routes))
  works.sort((a, b) => b.documents - a.documents || Number(b.number !== null) - Number(a.number !== null) || (a.id < b.id ? -1 : 1))
  const shared = works.filter((w) => w.documents > 1)
  const held = works.filter((w) => w.href).length
  const name = (w: CitedWork) => w.number ?? shorten(w.titles[0] ?? w.id)
  const short = (id: string) => catalog.documentById.get(id)?.short.zh ?? id
  const citing = new Set(catalog.references.map((r) => r.document))
  const answer = `${citing.size}份文件引用了${works.length}件文件，${held > 0 ? `其中${held}件已收录` : '没有一件是本站已收录的'}；${
    shared.length > 0 ? `被不止一份文件引用的有${shared.map(name).join('、')}` : '没有一件被两份文件同时引用'
  }。`
  return {
    answer,
    works,
    silent: catalog.documents.filter((d) => !citing.has(d.id)).map((d) => d.short.zh),
    drawing: {
      documents: catalog.documents.filter((d) => citing.has(d.id)).map((d) => d.short.zh),
      works: works.map(name),
      links: works.flatMap((w) =>
        [...new Set((groups.get(w.id) ?? []).map((r) => short(r.document)))].map((document) => ({ document, work: name(w) })),
      ),
      label: answer,
    },
  }
}

const shorten = (title: string) => (title.length > 22 ? `${title.slice(0, 21)}…` : title)

function workOf(id: string, all: Reference[], catalog: Catalog, routes: Routes): CitedWork {
  const [first] = all as [Reference, ...Reference[]]
  const resolved = all.find((r) => r.resolved)?.resolved ?? null
  const number = first.documentNumber
  return {
    id,
    number,
    titles: [...new Set(all.map((r) => (number ? (r.title ?? r.printed) : r.printed)))],
    href: resolved && routes.document(resolved),
    by: all.map((r) => ({
      document: catalog.documentById.get(r.document)?.short.zh ?? r.document,
      path: formatPath(catalog.provisionById.get(r.provision)?.path ?? ''),
      href: routes.provision(r.provision),
    })),
    documents: new Set(all.map((r) => r.document)).size,
    gap: resolved ? null : number ? '本站未收录' : '文中没有写出文号，本站未收录，也不猜是哪一件',
  }
}
