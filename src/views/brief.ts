import type { Words } from '../i18n/words.ts'
import type { Catalog } from './catalog.ts'
import { pairPage } from './compare.ts'
import { formatExcerpt } from './format.ts'
import { regionPage } from './region.ts'
import type { Routes } from './routes.ts'
import type { TableProps } from './table.ts'
import { topicPage } from './topic.ts'

/** Two pages for a meeting: what the site holds of one region, topic or pair, with its source lines. */
export interface Brief {
  /** `topics/family-doctor-contract`, `regions/420000`, `pairs/hubei-2023/ruijin-2021` */
  id: string
  title: string
  answer: string
  sections: { heading: string; paragraphs: string[]; table: TableProps | null }[]
  /** page of the site it is drawn from */
  href: string
  sources: string[]
  caution: string
}

/** As many rows of each kind as two pages hold. */
const most = { findings: 3, rows: 9, clauses: 8, targets: 12, series: 8 }

const table = (label: string, head: string[], rows: (string | number)[][]): TableProps => ({
  label,
  head,
  rows,
  words: head.map((_, i) => i),
})

/** Every brief: topics that any document regulates, told of the documents that are shown first; regions that have documents; pairs that are compared. */
export function briefsOf(catalog: Catalog, front: Catalog, words: Words, routes: Routes): Brief[] {
  const regions = [...new Set(catalog.documents.map((d) => d.region))].sort()
  return [
    ...catalog.topics
      .filter((t) => front.coverageOf(t.id).some((c) => c.status === 'covered'))
      .map((t) => topicBrief(t.id, front, words, routes)),
    ...regions.map((code) => regionBrief(code, catalog, words, routes)),
    ...catalog.pairs.map(({ a, b }) => pairBrief(a, b, catalog, words, routes)),
  ]
}

const frame = (catalog: Catalog, words: Words, documents: string[]) => ({
  sources: documents.flatMap((id) => {
    const d = catalog.documentById.get(id)
    return d
      ? [`${catalog.say(d.short)}${words.format.aside(`${catalog.say(d.title)}, ${d.number?.normalized ?? words.missing.number}`)}`]
      : []
  }),
  caution: `${words.share.caution} ${words.asOf}${words.format.date(catalog.asOf)}`,
})

function topicBrief(id: string, catalog: Catalog, words: Words, routes: Routes): Brief {
  const page = topicPage(id, catalog, words, routes)
  const texts = words.brief
  const rows = page.columns.map(({ head, cell, clauses }) => [
    head.short,
    clauses.length > 0 ? words.format.list(clauses.map((c) => c.path)) : cell.badge,
    cell.figures.length > 0 ? words.format.list(cell.figures.map((f) => f.printed + f.note)) : words.pages.frame.nothing,
    clauses.length > 0 ? words.format.list([...new Set(clauses.flatMap((c) => c.words))]) : words.pages.frame.nothing,
    clauses.find((c) => c.agencies)?.agencies ?? (clauses.length > 0 ? words.noAgency.badge : words.pages.frame.nothing),
  ])
  const said = page.columns.flatMap(({ head, clauses }) =>
    clauses.slice(0, 1).map(
      (c) =>
        `${head.short} ${c.path}: ${formatExcerpt(
          c.paragraphs
            .flat()
            .map((s) => s.text)
            .join(''),
          catalog.lang === 'zh' ? 90 : 220,
        )}`,
    ),
  )
  return {
    id: `topics/${id}`,
    title: page.name,
    answer: `${page.plain} ${page.answer}`,
    sections: [
      { heading: texts.overview, paragraphs: page.findings.slice(0, most.findings).map(plain), table: null },
      { heading: texts.rules, paragraphs: [], table: table(texts.rules, [...texts.rulesHead], rows.slice(0, most.rows)) },
      { heading: texts.said, paragraphs: said.slice(0, most.rows), table: null },
    ],
    href: routes.topic(id),
    ...frame(
      catalog,
      words,
      page.columns.map((c) => c.head.id),
    ),
  }
}

const plain = (pieces: { text: string }[]) => pieces.map((p) => p.text).join('')

function regionBrief(code: string, catalog: Catalog, words: Words, routes: Routes): Brief {
  const page = regionPage(code, catalog, words, routes)
  const texts = words.brief
  const own = page.targets.filter((t) => !t.restates)
  const targets = own.slice(0, most.targets)
  const rows = targets.map((t) => [t.name, t.printed, t.path, t.due || words.pages.frame.nothing, t.keys.modality, t.keys.status])
  return {
    id: `regions/${code}`,
    title: page.name,
    answer: page.answer,
    sections: [
      ...page.documents.map((d) => ({
        heading: d.title,
        paragraphs: [
          d.facts.map((f) => words.format.pair(f.label, f.text)).join(words.format.chain(['', ''])),
          `${d.validity}: ${d.validityGround}`,
        ],
        table: null,
      })),
      {
        heading: texts.targets(targets.length, own.length),
        paragraphs: [],
        table: table(page.name, [...texts.targetsHead], rows),
      },
      {
        heading: words.pages.region.series,
        paragraphs:
          page.series.length > 0
            ? page.series.slice(0, most.series).map((s) => words.format.pair(s.name, s.latest))
            : [words.pages.region.noSeries],
        table: null,
      },
    ],
    href: routes.region(code),
    ...frame(
      catalog,
      words,
      page.documents.map((d) => d.id),
    ),
  }
}

function pairBrief(a: string, b: string, catalog: Catalog, words: Words, routes: Routes): Brief {
  const page = pairPage(a, b, catalog, words, routes)
  const texts = words.brief
  const figures = page.figures.slice(0, most.rows).map((f) => [f.name, f.left.text, f.right.text, f.sentences[0] ?? f.gradeText])
  const names = (list: { text: string }[]) => formatExcerpt(words.format.list(list.map((n) => n.text)), 40) || words.pages.frame.nothing
  const clauses = page.clauses.slice(0, most.clauses).map((c) => {
    const fact = c.facts[0]
    return [
      `${c.left.path} ${c.left.title}`,
      `${c.right.path} ${c.right.title}`,
      fact ? fact.label : words.pages.frame.nothing,
      fact ? `${names(fact.left)} | ${names(fact.right)}` : words.pages.frame.nothing,
    ]
  })
  return {
    id: `pairs/${a}/${b}`,
    title: words.views.pair.names(page.left.short, page.right.short),
    answer: page.answer,
    sections: [
      { heading: words.pages.pair.kinship, paragraphs: page.kinship, table: null },
      ...(figures.length > 0
        ? [
            {
              heading: words.pages.pair.figures,
              paragraphs: [],
              table: table(texts.rules, [texts.measured, page.left.short, page.right.short, texts.grade], figures),
            },
          ]
        : []),
      {
        heading: words.pages.pair.clauses,
        paragraphs: [],
        table: table(words.pages.pair.clauses, [page.left.short, page.right.short, words.pages.pair.fact, texts.sides], clauses),
      },
    ],
    href: routes.pair(a, b),
    ...frame(catalog, words, [a, b]),
  }
}
