import type { Words } from '../i18n/words.ts'
import type { Target } from '../model/target.ts'
import type { Catalog } from './catalog.ts'
import { formatDeadline, formatPath } from './format.ts'
import type { Routes } from './routes.ts'

/** One target as a row or card shows it. */
export interface TargetProps {
  id: string
  anchor: string
  href: string
  printed: string
  name: string
  clause: string
  document: string
  documentHref: string
  path: string
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
  const path = catalog.provisionById.get(t.provision)?.path ?? ''
  const { modality, condition } = catalog.frameOf(t)
  const facts = [
    { label: '类型', text: words.types[t.type] },
    { label: '作用', text: words.roles[t.role] },
    { label: '语气', text: words.modality[modality] },
    { label: '计量', text: t.per ?? '' },
    { label: '期限', text: t.deadline ? `${formatDeadline(t.deadline)}（${words.deadlineBasis[t.deadlineBasis ?? 'printed']}）` : '' },
    { label: '条件', text: condition ?? '' },
    { label: '属性', text: t.attribute ? words.attribute[t.attribute] : '' },
    { label: '核验', text: t.checked ? words.checkedAt(t.checked.officialRange[0] + 1, t.checked.officialRange[1]) : '' },
  ]
  return {
    id: t.id,
    anchor: `t${t.number}`,
    href: routes.target(t.id),
    printed: t.printed,
    name: t.construct ? catalog.constructName(t.construct) : t.subject,
    clause: t.clause,
    document: document?.short.zh ?? t.document,
    documentHref: routes.document(t.document),
    path: formatPath(path),
    facts: facts.filter(({ text }) => text),
    restates: t.restates && routes.target(t.restates),
    pageHref: routes.targetPage(t.id),
    note: catalog.constructs.find((c) => c.id === t.construct)?.note?.zh ?? null,
    keys: {
      region: catalog.regionName(document?.region ?? ''),
      topic: (catalog.provisionById.get(t.provision)?.topics ?? []).map((x) => catalog.topicName(x.topic)).join('|'),
      type: words.types[t.type],
      role: words.roles[t.role],
      attribute: t.attribute ? words.attribute[t.attribute] : '未标明',
      modality: words.modality[modality],
      deadline: t.deadline?.slice(0, 4) ?? '未写期限',
      status: words.reportingStatus[catalog.reportingOf(t.id)?.status ?? 'not-searched'].badge,
    },
  }
}
