import type { Edition, EditionClause } from '../model/edition.ts'

// what Markdown would take for its own
const plain = (text: string) => text.replace(/([\\`*_[\]<>#|])/g, '\\$1')

/** Edition → Markdown: letterhead, caution, then every clause under its heading with its figures, bodies and cited works. */
export function renderMarkdown(edition: Edition): string {
  const { title, facts, caution, official, hash, clauses, labels, licence, url } = edition
  const depth = new Map<string, number>()
  for (const { key, parent } of clauses) depth.set(key, parent ? (depth.get(parent) ?? 0) + 1 : 0)
  return `${[
    `# ${plain(title)}`,
    `> ${plain(caution)}`,
    facts.map((f) => `- ${plain(f.label)}: ${plain(f.text)}`).join('\n'),
    `${plain(labels.official)}: ${plain(official)}`,
    `${plain(hash.text)}\n\n\`${hash.sha256}\``,
    ...clauses.flatMap((c) => clauseOf(c, depth.get(c.key) ?? 0, labels)),
    '---',
    `${plain(licence.text)} ${licence.url}${url ? ` ${url}` : ''}`,
  ].join('\n\n')}\n`
}

function clauseOf(clause: EditionClause, depth: number, labels: Edition['labels']): string[] {
  const { key, place, heading, paragraphs, figures, agencies, cites, topics } = clause
  const said = (label: string, list: string[]) => (list.length > 0 ? [`- ${label}: ${list.map(plain).join('; ')}`] : [])
  const facts = [
    ...said(
      labels.figures,
      figures.map((f) => `${f.text} (${f.about}, ${key}/${f.number})`),
    ),
    ...said(
      labels.agencies,
      agencies.map((a) => `${a.name} (${a.as})`),
    ),
    ...said(
      labels.cites,
      cites.map((c) => c.title),
    ),
    ...said(
      labels.topics,
      topics.map((t) => t.name),
    ),
  ]
  const head = `${'#'.repeat(Math.min(6, depth + 2))} <a id="${key}"></a>${plain([place, heading].filter(Boolean).join(' '))}`
  return [head, ...paragraphs.map(plain), ...(facts.length > 0 ? [facts.join('\n')] : [])]
}
