import type { Words } from '../i18n/words.ts'
import type { Target } from '../model/target.ts'
import type { Catalog } from './catalog.ts'
import type { Routes } from './routes.ts'

/** One target as a row or card shows it. */
export interface TargetProps {
  id: string
  anchor: string
  href: string
  printed: string
  /** As printed, where the pages are in another language. */
  original: string | null
  name: string
  document: string
  documentHref: string
  path: string
  /** Deadline, or by what it is counted. */
  due: string
  condition: string
  facts: { label: string; text: string }[]
  restates: string | null
  /** Page of the target. */
  pageHref: string
  note: string | null
  /** What the live table filters and sorts by, in words. */
  keys: { region: string; topic: string; type: string; role: string; attribute: string; modality: string; deadline: string; status: string }
}

/** Target → what is shown of it: its figure as printed, the words around it, and every qualification. */
export function targetProps(t: Target, catalog: Catalog, words: Words, routes: Routes): TargetProps {
  const document = catalog.documentById.get(t.document)
  const { format, views } = words
  const phrase = (zh: string | null) => (zh ? catalog.phrase(t.document, zh) : '')
  const { modality, condition } = catalog.frameOf(t)
  const labels = views.target
  const due = t.deadline ? `${format.date(t.deadline)}${format.aside(words.deadlineBasis[t.deadlineBasis ?? 'printed'])}` : ''
  const facts = [
    { label: labels.type, text: words.types[t.type] },
    { label: labels.role, text: words.roles[t.role] },
    { label: labels.modality, text: words.modality[modality] },
    { label: labels.per, text: phrase(t.per) },
    { label: labels.deadline, text: due },
    { label: labels.condition, text: phrase(condition) },
    { label: labels.attribute, text: t.attribute ? words.attribute[t.attribute] : '' },
    { label: labels.attested, text: t.checked ? words.checkedAt(t.checked.officialRange[0] + 1, t.checked.officialRange[1]) : '' },
  ]
  return {
    id: t.id,
    anchor: `t${t.number}`,
    href: routes.target(t.id),
    printed: catalog.written(t),
    original: catalog.lang === 'zh' ? null : t.printed,
    name: t.construct ? catalog.constructName(t.construct) : phrase(t.subject),
    document: catalog.shortName(t.document),
    documentHref: routes.document(t.document),
    path: catalog.clauseName(t.provision),
    due: due || phrase(t.per),
    condition: phrase(condition),
    facts: facts.filter(({ text }) => text),
    restates: t.restates && routes.target(t.restates),
    pageHref: routes.targetPage(t.id),
    note: catalog.constructNote(t.construct),
    keys: {
      region: catalog.regionName(document?.region ?? ''),
      topic: (catalog.provisionById.get(t.provision)?.topics ?? []).map((x) => catalog.topicName(x.topic)).join('|'),
      type: words.types[t.type],
      role: words.roles[t.role],
      attribute: t.attribute ? words.attribute[t.attribute] : labels.unmarked,
      modality: words.modality[modality],
      deadline: t.deadline?.slice(0, 4) ?? labels.noDeadline,
      status: words.reportingStatus[catalog.reportingOf(t.id)?.status ?? 'not-searched'].badge,
    },
  }
}
