import type { Edition, EditionClause } from '../model/edition.ts'
import type { Level } from '../model/parsed.ts'

const entity = (text: string) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`)

// levels of the outline → elements of Akoma Ntoso and how its ids name them
const elements: { [L in Level]: { name: string; id: string } } = {
  notice: { name: 'hcontainer', id: 'hcontainer' },
  preamble: { name: 'hcontainer', id: 'hcontainer' },
  annex: { name: 'hcontainer', id: 'hcontainer' },
  part: { name: 'part', id: 'part' },
  chapter: { name: 'chapter', id: 'chp' },
  section: { name: 'section', id: 'sec' },
  article: { name: 'article', id: 'art' },
  item: { name: 'paragraph', id: 'para' },
  subitem: { name: 'subparagraph', id: 'subpara' },
}

/** Ids of the clauses: `2.3` → `chp_2__sec_3`, the last part of each key after that of its parent. */
export function eIdsOf(clauses: EditionClause[]): Map<string, string> {
  const ids = new Map<string, string>()
  for (const { key, parent, level } of clauses) {
    const own = `${elements[level].id}_${parent ? key.slice(parent.length + 1) : key}`
    ids.set(key, parent ? `${ids.get(parent)}__${own}` : own)
  }
  return ids
}

/** An id that XML takes: `health-commission@420000` → `org-health-commission-420000`. */
const ref = (kind: string, id: string) => `${kind}-${id.replace(/[^\w-]+/g, '-')}`

/** Edition → Akoma Ntoso 3.0: a doc that is marked as not authoritative, its outline, cited works, bodies with their roles, topics. */
export function renderAkn(edition: Edition): string {
  const { clauses, title, caution, official, hash } = edition
  const eIds = eIdsOf(clauses)
  const children = Map.groupBy(clauses, (c) => c.parent)
  const body = (parent: string | null): string =>
    (children.get(parent) ?? []).map((c) => clauseXml(c, eIds.get(c.key) as string, body(c.key))).join('')
  return `<?xml version="1.0" encoding="UTF-8"?>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
<doc name="${edition.kind}">
${metaXml(edition, eIds)}
<preface eId="preface"><longTitle eId="preface__longTitle_1"><p eId="preface__longTitle_1__p_1"><docTitle eId="preface__docTitle_1">${entity(title)}</docTitle></p></longTitle>
${[caution, official, `${hash.text} ${hash.sha256}`].map((text, i) => `<p eId="preface__p_${i + 1}">${entity(text)}</p>`).join('\n')}</preface>
<mainBody eId="body">
${body(null)}</mainBody>
</doc>
</akomaNtoso>
`
}

function clauseXml(clause: EditionClause, eId: string, inside: string): string {
  const { level, label, heading, topics } = clause
  const { name } = elements[level]
  const kind = name === 'hcontainer' ? ` name="${level}"` : ''
  const head = [
    ...(label ? [`<num eId="${eId}__num">${entity(label)}</num>`] : []),
    ...(heading ? [`<heading eId="${eId}__heading">${entity(heading)}</heading>`] : []),
  ].join('')
  const own = blocksOf(clause, eId)
  const wrapped = inside
    ? `${own ? `<intro eId="${eId}__intro">${own}</intro>` : ''}\n${inside}`
    : `<content eId="${eId}__content">${own || `<p eId="${eId}__p_1"/>`}</content>`
  const about = topics.length > 0 ? ` refersTo="${topics.map((t) => `#${ref('topic', t.id)}`).join(' ')}"` : ''
  return `<${name}${kind} eId="${eId}"${about}>${head}${wrapped}</${name}>\n`
}

// paragraphs of the digest, cited works as references where they stand; then who is responsible, in which role
function blocksOf({ paragraphs, cites, agencies }: EditionClause, eId: string): string {
  const marked = (text: string) =>
    cites.reduce(
      (xml, c) =>
        xml.replace(entity(c.printed), () => `<ref href="${c.document ? `/akn/cn/doc/${c.document}` : '#'}">${entity(c.printed)}</ref>`),
      entity(text),
    )
  const bodies = agencies.map(
    (a) =>
      `<role refersTo="#role-${a.role}">${entity(a.as)}</role> <organization refersTo="#${ref('org', a.id)}">${entity(a.name)}</organization>`,
  )
  const all = [...paragraphs.map(marked), ...(bodies.length > 0 ? [bodies.join('; ')] : [])]
  return all.map((xml, i) => `<p eId="${eId}__p_${i + 1}">${xml}</p>`).join('')
}

function metaXml(edition: Edition, eIds: Map<string, string>): string {
  const { id, lang, asOf, issuedOn, number, title, clauses, issuers, creator } = edition
  const language = lang === 'zh' ? 'zho' : 'eng'
  const work = `/akn/cn/doc/${id}`
  const expression = `${work}/${language}@${asOf}`
  const day = issuedOn ?? `${id.slice(-4)}`
  const unique = <T extends { id: string }>(rows: T[]) => [...new Map(rows.map((r) => [r.id, r])).values()]
  const agencies = unique(clauses.flatMap((c) => c.agencies))
  const topics = unique(clauses.flatMap((c) => c.topics))
  const roles = unique(clauses.flatMap((c) => c.agencies.map((a) => ({ id: a.role, name: a.as }))))
  const cited = clauses.flatMap((c) => c.cites.map((w) => ({ ...w, from: eIds.get(c.key) as string })))
  return `<meta>
<identification source="#atlas">
<FRBRWork><FRBRthis value="${work}/!main"/><FRBRuri value="${work}"/><FRBRdate date="${day}" name="${issuedOn ? 'issued' : 'year'}"/><FRBRauthor href="#issuer-1"/><FRBRcountry value="cn"/>${number ? `<FRBRnumber value="${entity(number)}"/>` : ''}<FRBRname value="${entity(title)}"/></FRBRWork>
<FRBRExpression><FRBRthis value="${expression}/!main"/><FRBRuri value="${expression}"/><FRBRdate date="${asOf}" name="digest"/><FRBRauthor href="#atlas"/><FRBRauthoritative value="false"/><FRBRlanguage language="${language}"/></FRBRExpression>
<FRBRManifestation><FRBRthis value="${expression}/!main.akn.xml"/><FRBRuri value="${expression}.akn.xml"/><FRBRdate date="${asOf}" name="published"/><FRBRauthor href="#atlas"/></FRBRManifestation>
</identification>
<references source="#atlas">
${cited.map((w, i) => `<activeRef eId="cites-${i + 1}" href="${w.document ? `/akn/cn/doc/${w.document}` : `#${w.from}`}" showAs="${entity(w.title)}"/>\n`).join('')}<TLCOrganization eId="atlas" href="/ontology/organization/atlas" showAs="${entity(creator)}"/>
${issuers.map((name, i) => `<TLCOrganization eId="issuer-${i + 1}" href="/ontology/organization/${id}/issuer-${i + 1}" showAs="${entity(name)}"/>\n`).join('')}${agencies.map((a) => `<TLCOrganization eId="${ref('org', a.id)}" href="/ontology/organization/${entity(encodeURIComponent(a.id))}" showAs="${entity(a.name)}"/>\n`).join('')}${roles.map((r) => `<TLCRole eId="role-${r.id}" href="/ontology/role/${r.id}" showAs="${entity(r.name)}"/>\n`).join('')}${topics.map((t) => `<TLCConcept eId="${ref('topic', t.id)}" href="/ontology/concept/${t.id}" showAs="${entity(t.name)}"/>\n`).join('')}</references>
</meta>`
}
