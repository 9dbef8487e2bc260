import type { Words } from '../i18n/words.ts'
import type { Document } from '../model/document.ts'
import type { Target } from '../model/target.ts'
import { type Catalog, documentOf, groupBy } from './catalog.ts'
import { formatPath } from './format.ts'
import { indicatorPage } from './indicator.ts'
import { reportingPage } from './reporting.ts'
import type { Routes } from './routes.ts'

/** A finding: a sentence in pieces, some of them links to the clause, figure or series they come from. */
export type Finding = { text: string; href?: string }[]

const plain = (text: string): Finding => [{ text }]
const join = (parts: Finding[], between: string): Finding => parts.flatMap((p, i) => (i === 0 ? p : [{ text: between }, ...p]))

/** What the atlas found, in sentences made by rules from the datasets: every figure is linked to its place, nothing is ranked that may not be. */
export function homeFindings(catalog: Catalog, words: Words, routes: Routes): Finding[] {
  return [
    ...countFinding(catalog, routes),
    ...families(catalog, routes),
    ...lookAlikes(catalog, routes).slice(0, 2),
    ...sideBySide(catalog, routes).slice(0, 2),
    ...oppositions(catalog, routes),
    ...coverageFinding(catalog, routes),
    ...incomplete(catalog, words, routes),
    ...measured(catalog, words, routes),
    ...reported(catalog, words, routes),
  ]
}

/** The findings on one topic. */
export function topicFindings(topic: string, catalog: Catalog, words: Words, routes: Routes): Finding[] {
  const own = catalog.targetsOfTopic(topic)
  return [
    ...oppositions(catalog, routes, topic),
    ...lookAlikes(catalog, routes, own).slice(0, 3),
    ...sideBySide(catalog, routes, own),
    ...force(topic, catalog, words, routes),
  ]
}

function named(d: Document | undefined, routes: Routes): Finding {
  return d ? [{ text: d.short.zh, href: routes.document(d.id) }] : []
}

function countFinding(catalog: Catalog, routes: Routes): Finding[] {
  const all = catalog.documents
  if (all.length === 0) return []
  const figures = all.reduce((sum, d) => sum + d.counts.numericTargets, 0)
  const parts = all.map((d): Finding => [...named(d, routes), { text: `有${d.counts.numericTargets}项` }])
  const total = { text: `${figures}项数字规定`, href: routes.targets() }
  return [[{ text: `${all.length}份文件共写下` }, total, { text: '：' }, ...join(parts, '，'), { text: '。' }]]
}

// official texts that have much in common, and those that have next to nothing
function families(catalog: Catalog, routes: Routes): Finding[] {
  const percent = (share: number) => `${Math.round(share * 1000) / 10}%`
  const near = catalog.inheritance.filter((i) => i.share >= 0.05).sort((a, b) => b.share - a.share)
  const [first] = near
  if (!first) return []
  const kin = new Set(near.flatMap((i) => [i.from, i.to]))
  const others = catalog.documents.filter((d) => !kin.has(d.id))
  const far = catalog.inheritance.filter((i) => kin.has(i.from) !== kin.has(i.to))
  const most = Math.max(0, ...far.map((i) => i.share))
  const of = (id: string) => catalog.documentById.get(id)
  return [
    [
      ...named(of(first.from), routes),
      { text: '的文字有' },
      { text: percent(first.share), href: routes.pair(...([first.from, first.to].sort() as [string, string])) },
      { text: '也出现在' },
      ...named(of(first.to), routes),
      ...(others.length > 0
        ? [
            { text: '；' },
            ...join(
              others.map((d) => named(d, routes)),
              '、',
            ),
            { text: `与它们相同的文字不超过${percent(most)}。` },
          ]
        : [{ text: '。' }]),
    ],
  ]
}

const written = (id: string, catalog: Catalog, routes: Routes): Finding => {
  const t = catalog.targetById.get(id)
  return [
    ...named(catalog.documentById.get(documentOf(id)), routes),
    { text: '写“' },
    { text: t?.printed ?? id, href: routes.target(id) },
    { text: '”' },
  ]
}

// two figures that read alike and measure other things
function lookAlikes(catalog: Catalog, routes: Routes, within?: Set<string>): Finding[] {
  const rows = catalog.comparability.filter(
    (c) => c.grade === 'not-comparable' && c.field === 'construct' && (!within || (within.has(c.a) && within.has(c.b))),
  )
  const once = [...groupBy(rows, (c) => [c.constructA, c.constructB].sort().join(' ')).values()].map(
    (group) => group[0] as (typeof rows)[number],
  )
  const value = (id: string) => catalog.targetById.get(id)?.value
  once.sort((x, y) => Number(value(y.a) === value(y.b)) - Number(value(x.a) === value(x.b)))
  return once.map((c) => [
    ...written(c.a, catalog, routes),
    { text: '，' },
    ...written(c.b, catalog, routes),
    { text: `，看似可比，其实不可比：${c.sentence.zh.split('，').slice(2).join('，')}` },
  ])
}

// figures of one construct in several documents: side by side with their years, ranked only where all agrees
function sideBySide(catalog: Catalog, routes: Routes, within?: Set<string>): Finding[] {
  const targets = catalog.targets.filter(
    (t) => t.construct && t.restates === null && t.qualitative === null && (!within || within.has(t.id)),
  )
  return [...groupBy(targets, (t) => t.construct ?? '')]
    .map(([construct, all]) => ({ construct, all, documents: new Set(all.map((t) => t.document)).size }))
    .filter(({ documents }) => documents > 1)
    .sort((a, b) => b.documents - a.documents)
    .map(({ construct, all }) => {
      const rule = catalog.constructs.find((c) => c.id === construct)?.unranked?.zh
      const pairs = catalog.comparability.filter((c) => c.constructA === construct && c.constructB === construct)
      const same = pairs.length > 0 && pairs.every((c) => c.grade === 'ranked')
      const end = rule ? `。${rule}，并列展示。` : same ? '。口径相同。' : '。口径不尽相同，并列展示，不排名。'
      return [
        { text: `${catalog.constructName(construct)}，` },
        ...join(
          [...groupBy(all, (t) => t.document).values()].map((own) => [
            ...written((own[0] as Target).id, catalog, routes),
            ...own.slice(1).flatMap((t): Finding => [{ text: '和“' }, { text: t.printed, href: routes.target(t.id) }, { text: '”' }]),
          ]),
          '；',
        ),
        { text: end },
      ]
    })
}

// rules that oppose one another and have no number
function oppositions(catalog: Catalog, routes: Routes, topic?: string): Finding[] {
  return catalog.oppositions
    .filter((o) => !topic || o.topic === topic)
    .flatMap((o) => {
      const sides = o.sides.flatMap(({ match, says }) => {
        const pattern = new RegExp(match, 'u')
        const holders = catalog.provisions.filter((p) => p.leaf && pattern.test(p.digestZh))
        return holders.length > 0 ? [{ says: says.zh, holders }] : []
      })
      if (sides.length < 2) return []
      const parts = sides.map(
        ({ says, holders }): Finding => [
          ...join(
            holders.map(
              (p): Finding => [
                { text: `${catalog.documentById.get(p.document)?.short.zh}${formatPath(p.path)}`, href: routes.provision(p.id) },
              ],
            ),
            '、',
          ),
          { text: `写${says}` },
        ],
      )
      return [[{ text: `${o.matter.zh}，写法不同：` }, ...join(parts, '；'), { text: '。' }]]
    })
}

// what every document regulates, and what only one does while all others were read whole
function coverageFinding(catalog: Catalog, routes: Routes): Finding[] {
  if (catalog.documents.length < 2) return []
  const rows = catalog.topics.map((t) => ({ t, cells: catalog.coverageOf(t.id) }))
  const everywhere = rows.filter(({ cells }) => cells.every((c) => c.status === 'covered'))
  const alone = rows.filter(
    ({ cells }) =>
      cells.filter((c) => c.status === 'covered').length === 1 &&
      cells.every((c) => c.status === 'covered' || c.status === 'silent' || c.status === 'outside-subject'),
  )
  const links = (list: typeof rows): Finding =>
    join(
      list.map(({ t }): Finding => [{ text: t.name.zh, href: routes.topic(t.id) }]),
      '、',
    )
  return [
    ...(everywhere.length > 0
      ? [[{ text: `${catalog.documents.length}份文件都写到的事项有${everywhere.length}个：` }, ...links(everywhere), { text: '。' }]]
      : []),
    ...alone.map(({ t, cells }): Finding => {
      const d = catalog.documentById.get(cells.find((c) => c.status === 'covered')?.document ?? '')
      return [
        { text: t.name.zh, href: routes.topic(t.id) },
        { text: '，已收录并通读的文件里只有' },
        ...named(d, routes),
        { text: '写到。' },
      ]
    }),
  ]
}

function incomplete(catalog: Catalog, words: Words, routes: Routes): Finding[] {
  const badge = words.coverage['source-incomplete'].badge
  return catalog.documents
    .filter((d) => d.completeness.state !== 'complete')
    .map((d) => [...named(d, routes), { text: `的存本不全，其后写了什么，本站标为“${badge}”，不当作没有规定。` }])
}

// a national series is the only one long enough to be told in a sentence; it stands in for no place
function measured(catalog: Catalog, words: Words, routes: Routes): Finding[] {
  return catalog.indicators
    .slice(0, 1)
    .map((i) => [
      { text: indicatorPage(i.id, catalog, words, routes).answer.replace(/。$/, ''), href: routes.indicator(i.id) },
      { text: '。这是全国数据，不能代替任何一地的数值。' },
    ])
}

// "no published measurement found" is a result, said aloud
function reported(catalog: Catalog, words: Words, routes: Routes): Finding[] {
  if (catalog.reporting.length === 0) return []
  return [[{ text: reportingPage(catalog, words, routes).answer.replace(/。$/, ''), href: routes.reporting() }, ...plain('。')]]
}

// who instructs and who only permits or invites, on one topic
function force(topic: string, catalog: Catalog, words: Words, routes: Routes): Finding[] {
  const statements = catalog.statements.filter((s) => s.topic === topic)
  const strengthOf = new Map(catalog.modality.map((m) => [m.id, m.force]))
  const soft = statements.filter((s) => strengthOf.get(s.modality) === 1)
  if (soft.length === 0) return []
  const parts = [...groupBy(soft, (s) => s.document)].map(
    ([id, all]): Finding => [
      ...named(catalog.documentById.get(id), routes),
      { text: `用了“${[...new Set(all.map((s) => words.modality[s.modality]))].join('”“')}”（` },
      ...join(
        [...new Set(all.map((s) => s.provision))].map(
          (p): Finding => [{ text: formatPath(catalog.provisionById.get(p)?.path ?? ''), href: routes.provision(p) }],
        ),
        '、',
      ),
      { text: '）' },
    ],
  )
  return [[{ text: '这一事项中语气较软的写法：' }, ...join(parts, '；'), { text: '。' }]]
}
