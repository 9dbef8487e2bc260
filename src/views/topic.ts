import type { Words } from '../i18n/words.ts'
import type { Provision } from '../model/provision.ts'
import type { Catalog } from './catalog.ts'
import { digestOf, type Segment } from './digest.ts'
import { type DocumentHead, documentHead } from './document.ts'
import { hasPage } from './indicator.ts'
import { type MatrixCell, matrixCell } from './matrix.ts'
import { type ClauseLink, clauseLink } from './provision.ts'
import type { Routes } from './routes.ts'
import { type TargetProps, targetProps } from './target.ts'

export interface TopicPage {
  id: string
  name: string
  plain: string
  answer: string
  columns: {
    head: DocumentHead
    cell: MatrixCell
    clauses: (ClauseLink & { paragraphs: Segment[][]; agencies: string; words: string[] })[]
  }[]
  figures: { construct: string; comparable: boolean; targets: TargetProps[] }[]
  indicators: { name: string; href: string }[]
}

/** Topic id → every document's clauses side by side, and the figures grouped by what they measure. */
export function topicPage(id: string, catalog: Catalog, words: Words, routes: Routes): TopicPage {
  const topic = catalog.topics.find((t) => t.id === id)
  const cells = catalog.coverageOf(id)
  const columns = cells.map((cell) => ({
    head: documentHead(catalog.documentById.get(cell.document) as never, catalog, words, routes),
    cell: matrixCell(cell, catalog, words, routes),
    clauses: cell.provisions.flatMap((p) => topicClause(catalog.provisionById.get(p), catalog, words, routes)),
  }))
  const covered = cells.filter((c) => c.status === 'covered').length
  const unclear = cells.length - covered
  return {
    id,
    name: topic?.name.zh ?? id,
    plain: topic?.plain.zh ?? '',
    answer: `已收录的${cells.length}份文件中，${covered}份写到这一事项${unclear > 0 ? `；另外${unclear}份的情形见各栏说明` : ''}。`,
    columns,
    figures: figuresOf(
      cells.flatMap((c) => c.provisions),
      topic?.match ?? [],
      catalog,
      words,
      routes,
    ),
    indicators: catalog.indicators
      .filter((i) => i.topic === id)
      .map((i) => ({ name: i.name.zh, href: hasPage(i.id, catalog) ? routes.indicator(i.id) : routes.indicators() })),
  }
}

function topicClause(p: Provision | undefined, catalog: Catalog, words: Words, routes: Routes) {
  if (!p) return []
  const agencies = [...new Set(catalog.responsibilitiesOf(p.id).map((r) => r.printed))]
  const modal = [...new Set(catalog.targetsOf(p.id).map((t) => words.modality[t.modality]))]
  return [
    {
      ...clauseLink(p, catalog, routes),
      paragraphs: digestOf(p.digestZh, catalog.targetsOf(p.id)),
      agencies: agencies.join('、'),
      words: modal,
    },
  ]
}

function figuresOf(provisions: string[], match: string[], catalog: Catalog, words: Words, routes: Routes) {
  const pattern = new RegExp(match.join('|'), 'u')
  const targets = provisions
    .flatMap((p) => catalog.targetsOf(p))
    .filter((t) => t.restates === null && (pattern.test(t.clause) || pattern.test(t.subject)))
  const names = [...new Set(targets.map((t) => t.construct ?? ''))].sort()
  return names.map((name) => {
    const group = targets.filter((t) => (t.construct ?? '') === name)
    return {
      construct: name ? catalog.constructName(name) : '其他',
      comparable: name !== '' && new Set(group.map((t) => t.document)).size > 1,
      targets: group.map((t) => targetProps(t, catalog, words, routes)),
    }
  })
}
