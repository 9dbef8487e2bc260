import type { Words } from '../i18n/words.ts'
import type { Reference } from '../model/link.ts'
import { type Catalog, groupBy } from './catalog.ts'
import type { Routes } from './routes.ts'

/** A cited work under all titles it is cited by, and who cites it where. */
export interface CitedWork {
  id: string
  number: string | null
  /** Its number, in other languages its issuer and number; else its title as far as there is room. */
  name: string
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
export function citationsPage(catalog: Catalog, words: Words, routes: Routes): CitationsPage {
  const groups = groupBy(catalog.references, keyOf)
  const works = [...groups].map(([id, all]) => workOf(id, all, catalog, words, routes))
  works.sort((a, b) => b.documents - a.documents || Number(b.number !== null) - Number(a.number !== null) || (a.id < b.id ? -1 : 1))
  const shared = works.filter((w) => w.documents > 1)
  const held = works.filter((w) => w.href).length
  const citing = new Set(catalog.references.map((r) => r.document))
  const answer = words.views.citations.answer(citing.size, works.length, held, words.format.list(shared.map((w) => w.name)))
  return {
    answer,
    works,
    silent: catalog.documents.filter((d) => !citing.has(d.id)).map((d) => catalog.say(d.short)),
    drawing: {
      documents: catalog.documents.filter((d) => citing.has(d.id)).map((d) => catalog.say(d.short)),
      works: works.map((w) => w.name),
      links: works.flatMap((w) =>
        [...new Set((groups.get(w.id) ?? []).map((r) => catalog.shortName(r.document)))].map((document) => ({ document, work: w.name })),
      ),
      label: answer,
    },
  }
}

// as wide as 22 Chinese characters
const shorten = (title: string) => {
  const most = /\p{Script=Han}/u.test(title) ? 22 : 44
  return title.length > most ? `${title.slice(0, most - 1)}…` : title
}

function workOf(id: string, all: Reference[], catalog: Catalog, words: Words, routes: Routes): CitedWork {
  const [first] = all as [Reference, ...Reference[]]
  const resolved = all.find((r) => r.resolved)?.resolved ?? null
  const number = first.documentNumber
  const titles = [...new Set(all.map((r) => catalog.phrase(r.document, (number && r.title) || r.printed)))]
  const told = all.map((r) => /\(([^()]*no\. \d+)\)$/.exec(catalog.phrase(r.document, r.printed))?.[1]).find(Boolean)
  return {
    id,
    number,
    name: (catalog.lang === 'zh' ? number : told) ?? shorten(titles[0] ?? id),
    titles,
    href: resolved && routes.document(resolved),
    by: all.map((r) => ({
      document: catalog.shortName(r.document),
      path: catalog.clauseName(r.provision),
      href: routes.provision(r.provision),
    })),
    documents: new Set(all.map((r) => r.document)).size,
    gap: resolved ? null : number ? words.views.citations.gap : words.views.citations.gapUnnumbered,
  }
}
