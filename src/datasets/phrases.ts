import { type Phrase, PhraseRow } from '../model/phrase.ts'
import type { Problem } from '../model/problem.ts'
import type { Target } from '../model/target.ts'
import { parseTable } from '../parse/table.ts'
import type { Records } from './comparison.ts'
import { distinctIds, markOf } from './identity.ts'
import type { Sources } from './sources.ts'

type Note = (document: string, zh: string | null, where: string) => void

/**
 * Words of a document that stand alone on a page (figures, conditions, groups, bodies, titles) in English, from phrases.csv of its folder.
 * Where the site has English pages, one that is missing is a Problem; one that no record uses always is.
 */
export function buildPhrases(records: Records, sources: Sources, english: boolean): { phrases: Phrase[]; problems: Problem[] } {
  const needed = new Map<string, Map<string, string>>()
  for (const d of records.documents) needed.set(d.id, new Map())
  collectPhrases(records, (document, zh, where) => {
    const own = needed.get(document)
    if (zh && own && !own.has(zh) && /\p{Script=Han}/u.test(zh)) own.set(zh, where)
  })
  const digests = new Map(records.provisions.map((p) => [p.id, `${p.headingEn ?? ''}\n${p.digestEn}`]))
  const phrases: Phrase[] = []
  const problems: Problem[] = []
  for (const [document, wanted] of needed) {
    const file = `data/documents/${document}/phrases.csv`
    const text = sources.get(file)
    const read = text === undefined ? { rows: [], problems: [] } : parseTable(text, file, PhraseRow)
    problems.push(...read.problems)
    const held = new Map<string, string>()
    const used = new Set(records.targets.filter((t) => t.document === document).flatMap(placesOf))
    for (const { value, line } of read.rows) {
      const at = (message: string, fix: string) => problems.push({ file, line, column: 1, message, fix })
      const key = keyOf(value.at, value.zh)
      if (held.has(key)) at(`"${value.zh}" stands here a second time.`, 'Keep one of the rows.')
      else if (value.at ? !used.has(key) : !wanted.has(value.zh))
        at(`No record of ${document} uses "${value.zh}"${value.at && ` at ${value.at}`}.`, 'Take the row out, or correct it.')
      else phrases.push({ id: `${document}/${markOf(keyOf(value.at, value.zh))}`, document, ...value })
      held.set(key, value.en)
    }
    for (const [zh, where] of wanted) {
      if (english && !held.has(keyOf('', zh)))
        problems.push({ file, line: 1, column: 1, message: `"${zh}" (${where}) has no English.`, fix: 'Add a row with its English.' })
    }
    problems.push(...checkFigures(document, records.targets, held, digests, file, text ?? ''))
  }
  return { phrases: distinctIds(phrases.sort(byDocument)), problems }
}

const byDocument = (a: Phrase, b: Phrase) => (sortKey(a) < sortKey(b) ? -1 : 1)
const sortKey = (p: Phrase) => `${p.document} ${p.zh} ${p.at}`
const keyOf = (at: string, zh: string) => `${at} ${zh}`
// where the wording of a figure is looked for: at the target, at its provision, in the document
const placesOf = (t: Target) => {
  const provision = t.provision.slice(t.document.length + 1)
  return [`${provision}/${t.number}`, provision, ''].map((at) => keyOf(at, t.printed))
}

// a figure must be written as the English digest writes it, so that it can be marked there
function checkFigures(
  document: string,
  targets: Target[],
  held: Map<string, string>,
  digests: Map<string, string>,
  file: string,
  text: string,
) {
  const lines = text.split('\n')
  return targets.flatMap((t): Problem[] => {
    if (t.document !== document) return []
    const known = placesOf(t).find((key) => held.has(key))
    const en = (known && held.get(known)) ?? t.printed
    if ((!known && /\p{Script=Han}/u.test(t.printed)) || digests.get(t.provision)?.includes(en)) return []
    const line = lines.findIndex((row) => row.startsWith(`${t.printed},`)) + 1
    const message = `"${en}" for ${t.printed} does not stand in ${t.provision} of digest.en.md.`
    return [{ file, line: Math.max(line, 1), column: 1, message, fix: 'Write the figure as the digest does.' }]
  })
}

function collectPhrases(records: Records, note: Note): void {
  for (const t of records.targets) {
    note(t.document, t.printed, `figure of ${t.id}`)
    if (t.construct === null) note(t.document, t.subject, `subject of ${t.id}`)
    for (const zh of [t.per, t.condition]) note(t.document, zh, t.id)
  }
  for (const e of records.entitlements)
    for (const zh of [e.sentence, ...e.who, e.where, e.conditions, e.pays, e.decidedBy, e.exitRule]) note(e.document, zh, e.provision)
  for (const p of records.provisions) for (const zh of p.conditions) note(p.document, zh, `condition in ${p.id}`)
  for (const r of records.references)
    for (const zh of [r.printed, r.documentNumber && r.title]) note(r.document, zh, `reference in ${r.provision}`)
  for (const r of records.responsibilities) note(r.document, r.printed, `body in ${r.provision}`)
  for (const d of records.documents)
    for (const zh of [d.noticeTitle, ...d.issuers, ...d.signatories, ...d.addressees, ...d.copiedTo]) note(d.id, zh, 'letterhead')
}
