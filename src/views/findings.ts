import type { Words } from '../i18n/words.ts'
import { type Catalog, documentOf, groupBy } from './catalog.ts'
import { formatPercent } from './format.ts'
import { indicatorPage } from './indicator.ts'
import { reportingPage } from './reporting.ts'
import type { Routes } from './routes.ts'

/** A finding: a sentence in pieces, some of them links to the clause, figure or series they come from. */
export type Finding = { text: string; href?: string }[]

type Parts = { [name: string]: Finding | string | number }

/** Sentence with {places} → pieces, each place filled with words or links: `fill('{a}写', { a: [{ text, href }] })`. */
function fill(template: string, parts: Parts): Finding {
  return template.split(/\{(\w+)\}/).flatMap((text, i) => {
    const part = i % 2 === 0 ? text : (parts[text] ?? '')
    return typeof part === 'object' ? part : part === '' ? [] : [{ text: String(part) }]
  })
}
const join = (parts: Finding[], between: string): Finding => parts.flatMap((p, i) => (i === 0 ? p : [{ text: between }, ...p]))

/** What the atlas found, in sentences made by rules from the datasets: every figure is linked to its place, nothing is ranked that may not be. */
export function homeFindings(catalog: Catalog, words: Words, routes: Routes): Finding[] {
  const teller = tellerOf(catalog, routes)
  return [
    ...countFinding(teller),
    ...families(teller),
    ...lookAlikes(teller).slice(0, 2),
    ...sideBySide(teller).slice(0, 2),
    ...oppositions(teller),
    ...coverageFinding(teller),
    ...incomplete(teller),
    ...measured(teller, words),
    ...reported(teller, words),
  ]
}

/** The findings on one topic. */
export function topicFindings(topic: string, catalog: Catalog, routes: Routes): Finding[] {
  const teller = tellerOf(catalog, routes)
  const own = catalog.targetsOfTopic(topic)
  return [...oppositions(teller, topic), ...lookAlikes(teller, own).slice(0, 3), ...sideBySide(teller, own), ...force(teller, topic)]
}

interface Teller {
  catalog: Catalog
  routes: Routes
  texts: Words['views']['findings']
  /** Parts of a sentence: one after the other, and as a list. */
  chain: (parts: Finding[]) => Finding
  list: (parts: Finding[]) => Finding
  named: (document: string) => Finding
  clause: (provision: string, withDocument?: boolean) => Finding
}

function tellerOf(catalog: Catalog, routes: Routes): Teller {
  const { format, views } = catalog.words
  return {
    catalog,
    routes,
    texts: views.findings,
    chain: (parts) => join(parts, format.chain(['', ''])),
    list: (parts) => join(parts, format.list(['', ''])),
    named: (id) => (catalog.documentById.has(id) ? [{ text: catalog.shortName(id), href: routes.document(id) }] : []),
    clause: (id, withDocument) => {
      const place = catalog.clauseName(id)
      const space = catalog.lang === 'zh' ? '' : ' '
      return [{ text: withDocument ? `${catalog.shortName(documentOf(id))}${space}${place}` : place, href: routes.provision(id) }]
    },
  }
}

function countFinding({ catalog, routes, texts, named }: Teller): Finding[] {
  const all = catalog.documents
  if (all.length === 0) return []
  const figures = all.reduce((sum, d) => sum + d.counts.numericTargets, 0)
  const parts = all.map((d) => fill(texts.part, { document: named(d.id), n: d.counts.numericTargets }))
  const total = [{ text: texts.total(figures), href: routes.targets() }]
  return [fill(texts.counts, { n: all.length, total, parts: join(parts, texts.next) })]
}

// official texts that have much in common, and those that have next to nothing
function families({ catalog, routes, texts, named, list }: Teller): Finding[] {
  const near = catalog.inheritance.filter((i) => i.share >= 0.05).sort((a, b) => b.share - a.share)
  const [first] = near
  if (!first) return []
  const kin = new Set(near.flatMap((i) => [i.from, i.to]))
  // of those that were not held against all of them nothing is said
  const measured = (id: string) => catalog.inheritanceOf(id).filter((i) => kin.has(i.to)).length === kin.size
  const others = catalog.documents.filter((d) => !kin.has(d.id) && measured(d.id))
  const apart = new Set(others.map((d) => d.id))
  const far = catalog.inheritance.filter((i) => (kin.has(i.from) && apart.has(i.to)) || (kin.has(i.to) && apart.has(i.from)))
  const share = [{ text: formatPercent(first.share), href: routes.pair(...([first.from, first.to].sort() as [string, string])) }]
  const said = fill(texts.kin, { from: named(first.from), share, to: named(first.to) })
  if (others.length === 0) return [fill(texts.kinAlone, { kin: said })]
  const most = formatPercent(Math.max(0, ...far.map((i) => i.share)))
  return [fill(texts.kinApart, { kin: said, others: list(others.map((d) => named(d.id))), most })]
}

function written({ catalog, routes, texts, named }: Teller, ids: string[]): Finding {
  const figures = ids.map((id): Finding => {
    const t = catalog.targetById.get(id)
    return [{ text: t ? catalog.written(t) : id, href: routes.target(id) }]
  })
  return fill(texts.written, { document: named(documentOf(ids[0] ?? '')), figures: join(figures, texts.and) })
}

// two figures that read alike and measure other things
function lookAlikes(teller: Teller, within?: Set<string>): Finding[] {
  const { catalog, texts } = teller
  const rows = catalog.comparability.filter(
    (c) => c.grade === 'not-comparable' && c.field === 'construct' && (!within || (within.has(c.a) && within.has(c.b))),
  )
  const once = [...groupBy(rows, (c) => [c.constructA, c.constructB].sort().join(' ')).values()].map(
    (group) => group[0] as (typeof rows)[number],
  )
  const value = (id: string) => catalog.targetById.get(id)?.value
  once.sort((x, y) => Number(value(y.a) === value(y.b)) - Number(value(x.a) === value(x.b)))
  return once.map((c) =>
    fill(texts.lookAlike, { a: written(teller, [c.a]), b: written(teller, [c.b]), because: texts.because(catalog.say(c.sentence)) }),
  )
}

// figures of one construct in several documents: side by side with their years, ranked only where all agrees
function sideBySide(teller: Teller, within?: Set<string>): Finding[] {
  const { catalog, texts, chain } = teller
  const targets = catalog.targets.filter(
    (t) => t.construct && t.restates === null && t.qualitative === null && (!within || within.has(t.id)),
  )
  return [...groupBy(targets, (t) => t.construct ?? '')]
    .map(([construct, all]) => ({ construct, all, documents: new Set(all.map((t) => t.document)).size }))
    .filter(({ documents }) => documents > 1)
    .sort((a, b) => b.documents - a.documents)
    .map(({ construct, all }) => {
      const rule = catalog.constructs.find((c) => c.id === construct)?.unranked
      const pairs = catalog.comparability.filter((c) => c.constructA === construct && c.constructB === construct)
      const same = pairs.length > 0 && pairs.every((c) => c.grade === 'ranked')
      const parts = [...groupBy(all, (t) => t.document).values()].map((own) =>
        written(
          teller,
          own.map((t) => t.id),
        ),
      )
      const end = rule ? texts.ruled(catalog.say(rule)) : same ? texts.same : texts.different
      return fill(texts.sideBySide, { construct: catalog.words.format.start(catalog.constructName(construct)), parts: chain(parts), end })
    })
}

// rules that oppose one another and have no number
function oppositions({ catalog, texts, chain, list, clause }: Teller, topic?: string): Finding[] {
  return catalog.oppositions
    .filter((o) => !topic || o.topic === topic)
    .flatMap((o) => {
      const sides = o.sides.flatMap(({ match, says }) => {
        const pattern = new RegExp(match, 'u')
        const holders = catalog.provisions.filter((p) => p.leaf && pattern.test(p.digestZh))
        return holders.length > 0 ? [{ says: catalog.say(says), holders }] : []
      })
      if (sides.length < 2) return []
      const parts = sides.map(({ says, holders }) => fill(texts.side, { clauses: list(holders.map((p) => clause(p.id, true))), says }))
      return [fill(texts.opposed, { matter: catalog.say(o.matter), parts: chain(parts) })]
    })
}

// what every document regulates, and what only one does while all others were read whole
function coverageFinding({ catalog, routes, texts, named, list }: Teller): Finding[] {
  const n = catalog.documents.length
  if (n < 2) return []
  const rows = catalog.topics.map((t) => ({ t, cells: catalog.coverageOf(t.id) }))
  const everywhere = rows.filter(({ cells }) => cells.every((c) => c.status === 'covered'))
  const alone = rows.filter(
    ({ cells }) =>
      cells.filter((c) => c.status === 'covered').length === 1 &&
      cells.every((c) => c.status === 'covered' || c.status === 'silent' || c.status === 'outside-subject'),
  )
  const link = ({ t }: (typeof rows)[number]): Finding => [{ text: catalog.say(t.name), href: routes.topic(t.id) }]
  return [
    ...(everywhere.length > 0 ? [fill(texts.everywhere, { n, count: everywhere.length, topics: list(everywhere.map(link)) })] : []),
    ...alone.map((row) => {
      const holder = row.cells.find((c) => c.status === 'covered')?.document ?? ''
      return fill(texts.alone, { topic: link(row), read: catalog.scope.read, document: named(holder) })
    }),
  ]
}

function incomplete({ catalog, texts, named }: Teller): Finding[] {
  const { badge } = catalog.words.coverage['source-incomplete']
  return catalog.documents
    .filter((d) => d.completeness.state !== 'complete')
    .map((d) => fill(texts.incomplete, { document: named(d.id), badge }))
}

const bare = (sentence: string) => sentence.replace(/[。.]$/, '')

// a national series is the only one long enough to be told in a sentence; it stands in for no place
function measured({ catalog, routes, texts }: Teller, words: Words): Finding[] {
  return catalog.indicators.slice(0, 1).map((i) => {
    const series = [{ text: bare(indicatorPage(i.id, catalog, words, routes).answer), href: routes.indicator(i.id) }]
    return fill(texts.measured, { series })
  })
}

// "no published measurement found" is a result, said aloud
function reported({ catalog, routes, texts }: Teller, words: Words): Finding[] {
  if (catalog.reporting.length === 0) return []
  const reporting = [{ text: bare(reportingPage(catalog, words, routes).answer), href: routes.reporting() }]
  return [fill(texts.reported, { reporting })]
}

// who instructs and who only permits or invites, on one topic
function force({ catalog, texts, chain, list, named, clause }: Teller, topic: string): Finding[] {
  const statements = catalog.statementsOn(topic)
  const strengthOf = new Map(catalog.modality.map((m) => [m.id, m.force]))
  const soft = statements.filter((s) => strengthOf.get(s.modality) === 1)
  if (soft.length === 0) return []
  const parts = [...groupBy(soft, (s) => s.document)].map(([id, all]) =>
    fill(texts.softPart, {
      document: named(id),
      words: texts.softWords([...new Set(all.map((s) => catalog.words.modality[s.modality]))]),
      clauses: list([...new Set(all.map((s) => s.provision))].map((p) => clause(p))),
    }),
  )
  return [fill(texts.soft, { parts: chain(parts) })]
}
