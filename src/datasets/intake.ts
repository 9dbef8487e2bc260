import { splitSentences } from '../extract/clauses.ts'
import { findCondition } from '../extract/condition.ts'
import { findModalities } from '../extract/modality.ts'
import { findReferences } from '../extract/reference.ts'
import { findResponsibilities } from '../extract/responsibility.ts'
import { findTargets } from '../extract/target.ts'
import type { Outline, ParsedProvision } from '../model/parsed.ts'
import type { Region } from '../model/place.ts'
import { parseDocument } from '../parse/document.ts'
import { normalizeText } from '../parse/lines.ts'
import { repairCharacters } from '../parse/repair.ts'
import { sha256 } from './attested.ts'

/** What stands in a digest where a provision is not written yet; the data build refuses it. */
export const unwritten = '待转述'

const kinds: [RegExp, string][] = [
  [/要点|年度/, 'annual-priorities'],
  [/意见/, 'implementing-opinions'],
  [/方案|计划|规划/, 'implementation-plan'],
]

/** Id of a new document: place and year, `hubei-2023`; `null` where the text prints no year. */
export function idOf(text: string, region: Region): string | null {
  const { issuedOn, documentNumber, title } = parseDocument(text).metadata
  const year = issuedOn?.slice(0, 4) ?? documentNumber?.year ?? /20\d\d/.exec(title)?.[0]
  const place = region.nameEn.replace(/\s+(?:Province|City|County|District|Prefecture|Municipality|Autonomous.*)$/i, '')
  return year
    ? `${place
        .toLowerCase()
        .replace(/[^a-z]+/g, '-')
        .replace(/^-|-$/g, '')}-${year}`
    : null
}

/** Official text → the files of a new document folder: facts of the letterhead, and a digest to be written in our own words. */
export function buildIntake(official: string, region: Region, asOf: string): Map<string, string> {
  const text = normalizeText(official)
  const outline = parseDocument(text)
  return new Map([
    ['document.yaml', renderDocumentFile(outline, region, asOf, sha256(text))],
    ['digest.zh.md', renderDigest(outline, repairCharacters(text).text)],
    ['digest.en.md', renderEnglish(outline)],
    ['coding.yaml', 'targets: []\ntopics: []\nsilences: []\n'],
  ])
}

function renderDocumentFile({ metadata, provisions, ...rest }: Outline, region: Region, asOf: string, sum: string): string {
  const whole = { metadata, provisions, ...rest }
  const year = Number(metadata.issuedOn?.slice(0, 4) ?? metadata.documentNumber?.year ?? asOf.slice(0, 4))
  const levels = [...Map.groupBy(provisions, (p) => p.level)].map(([level, list]) => `${level}: ${list.length}`).join(', ')
  const chapters = provisions.filter((p) => p.level === 'chapter')
  const sections = chapters.map((c) => provisions.filter((p) => p.level === 'section' && p.parent === c.id).length).join(', ')
  const missing = [...(metadata.documentNumber ? [] : ['number']), ...(metadata.issuedOn ? [] : ['date'])].join(', ')
  const agencies = findResponsibilities(whole).reduce((sum1, r) => sum1 + r.agencies.length, 0)
  return `# Filled from the letterhead of the official text; what says TODO is for a person.
short: { zh: ${region.nameZh.replace(/[省市县区]$/u, '')}${year}, en: ${region.nameEn.split(' ')[0]} ${year} }
titleEn: "TODO ${metadata.title}"
titleVariants: []
region: "${region.code}"
kind: ${kinds.find(([pattern]) => pattern.test(metadata.title))?.[1] ?? 'circular'}
term: { from: ${year}, to: ${year} } # TODO
stage: ${year <= 2020 ? 'battle-against-poverty' : 'transition-period'} # TODO
subject: health-poverty-alleviation # TODO
validity:
  state: not-stated
  ground: { zh: 文件未写明有效期；本站未核查。, en: The text states no term; not checked. }
  date: ${asOf}
completeness: { state: cut-off, note: { zh: TODO, en: TODO } } # complete once someone has read it to the end; else where it stops
notPrinted: [${missing}]
defects: []
officialText: { zh: TODO, en: TODO }
sha256: ${sum}
expected:
  levels: { ${levels} }
${sections ? `  sectionsPerChapter: [${sections}]\n` : ''}  numericTargets: ${findTargets(whole).filter((t) => t.qualitative === null).length}
  responsibilities: ${agencies}
  references: ${findReferences(whole).length}
`
}

function renderDigest(outline: Outline, text: string): string {
  const kept = outline.parts
    .filter((p) => /^(?:letterhead|title|addressee|signature|imprint)$/.test(p.kind))
    .map((p) => ({ start: p.start, lines: [text.slice(p.start, p.end).trim()] }))
  const written = outline.provisions.map((p) => ({ start: p.start, lines: provisionLines(p, outline) }))
  return `${[...kept, ...written]
    .sort((a, b) => a.start - b.start)
    .map(({ lines }) => lines.join('\n'))
    .join('\n\n')
    .replace(/\|\n\n\|/g, '|\n|')}\n`
}

function provisionLines(p: ParsedProvision, outline: Outline): string[] {
  const body = outline.bodies[p.id]
  const heading = p.heading ?? ''
  const facts = factsOf(p, outline)
  const cover = facts.length > 0 ? [`<!-- ${facts.join(' · ')} -->`] : []
  if (p.level === 'annex') return [p.label, '', heading, ...headerLines(p.id, outline)]
  if (p.id.startsWith('annex')) return [`| ${(outline.cells[p.id] ?? []).map((c) => c.text).join(' | ')} |`]
  const label = p.label && /[、．.)）]$/.test(p.label) ? p.label : p.label ? `${p.label}　` : ''
  const stop = heading && p.text ? '。' : ''
  return [...cover, `${label}${heading}${stop}${p.text ? `${unwritten}。` : ''}${body?.note ?? ''}`]
}

function headerLines(id: string, outline: Outline): string[] {
  const header = outline.tables[id]?.header
  return header ? ['', `| ${header.join(' | ')} |`, `| ${header.map(() => '---').join(' | ')} |`] : []
}

/** The facts a provision's digest has to hold, as printed. */
function factsOf(p: ParsedProvision, outline: Outline): string[] {
  const text = outline.bodies[p.id]?.text ?? ''
  const one = { ...outline, provisions: [p] }
  return [
    ...new Set([
      ...findTargets(one).map((t) => t.printed),
      ...splitSentences(text).flatMap((s) => findCondition(s.text)?.split('；') ?? []),
      ...findReferences(one).map((r) => r.printed),
      ...[...text.matchAll(/“[^”]{1,20}”/gu)].map((m) => m[0]),
      ...findModalities(text).map((m) => `[${m}]`),
    ]),
  ]
}

const renderEnglish = (outline: Outline): string =>
  `# TODO\n\n${outline.provisions.map((p) => `## ${p.path}\n${p.text ? 'TODO' : ''}`.trim()).join('\n\n')}\n`
