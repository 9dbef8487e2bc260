import type { Words } from '../i18n/words.ts'
import { type Catalog, groupBy } from './catalog.ts'
import { indicatorPage } from './indicator.ts'
import { type Matrix, matrixOf } from './matrix.ts'
import { reportingPage } from './reporting.ts'
import type { Routes } from './routes.ts'

/** A finding: a sentence in pieces, some of them links to the clause or series they come from. */
export type Finding = { text: string; href?: string }[]

export interface HomePage {
  findings: Finding[]
  matrix: Matrix
  counts: { documents: number; provisions: number; figures: number }
}

/** What the atlas found, in sentences whose every figure is derived from the datasets and linked. */
export function homePage(catalog: Catalog, words: Words, routes: Routes): HomePage {
  const figures = catalog.documents.reduce((sum, d) => sum + d.counts.numericTargets, 0)
  return {
    findings: [
      countFinding(catalog, routes, figures),
      ...sideBySide(catalog, routes),
      ...incomplete(catalog, words, routes),
      ...measured(catalog, words, routes),
      reported(catalog, words, routes),
    ],
    matrix: matrixOf(catalog, words, routes),
    counts: { documents: catalog.documents.length, provisions: catalog.provisions.length, figures },
  }
}

function countFinding(catalog: Catalog, routes: Routes, figures: number): Finding {
  const parts = catalog.documents.flatMap(
    (d, i): Finding => [
      { text: i === 0 ? '' : '，' },
      { text: d.short.zh, href: routes.document(d.id) },
      { text: `有${d.counts.numericTargets}项` },
    ],
  )
  return [
    { text: `${catalog.documents.length}份文件共写下` },
    { text: `${figures}项数字规定`, href: routes.targets() },
    { text: '：' },
    ...parts,
    { text: '。' },
  ]
}

// figures of one construct in several documents: shown side by side with year and clause, never ranked
function sideBySide(catalog: Catalog, routes: Routes): Finding[] {
  const groups = groupBy(
    catalog.targets.filter((t) => t.construct && t.restates === null && t.qualitative === null),
    (t) => t.construct ?? '',
  )
  return [...groups]
    .map(([construct, targets]) => ({ construct, targets, documents: new Set(targets.map((t) => t.document)).size }))
    .filter(({ documents }) => documents > 1)
    .sort((a, b) => b.documents - a.documents)
    .slice(0, 3)
    .map(({ construct, targets }) => [
      { text: `${catalog.constructName(construct)}，` },
      ...targets.flatMap(
        (t, i): Finding => [
          { text: `${i === 0 ? '' : '；'}${catalog.documentById.get(t.document)?.short.zh}写“` },
          { text: t.printed, href: routes.target(t.id) },
          { text: '”' },
        ],
      ),
      { text: '。对象、年份不尽相同，并列展示，不作高低排名。' },
    ])
}

function incomplete(catalog: Catalog, words: Words, routes: Routes): Finding[] {
  return catalog.documents
    .filter((d) => d.completeness.state !== 'complete')
    .map((d) => [
      { text: d.short.zh, href: routes.document(d.id) },
      { text: `的存本不全，其后写了什么，本站标为“${words.coverage['source-incomplete'].badge}”，不当作没有规定。` },
    ])
}

// "no published measurement found" is a result, said aloud
function reported(catalog: Catalog, words: Words, routes: Routes): Finding {
  return [{ text: reportingPage(catalog, words, routes).answer.replace(/。$/, ''), href: routes.reporting() }, { text: '。' }]
}

function measured(catalog: Catalog, words: Words, routes: Routes): Finding[] {
  return catalog.indicators
    .slice(0, 1)
    .map((i) => [
      { text: indicatorPage(i.id, catalog, words, routes).answer.replace(/。$/, ''), href: routes.indicator(i.id) },
      { text: '。这是全国数据，不能代替任何一地的数值。' },
    ])
}
