import type { Outline, Part } from '../model/parsed.ts'
import { findAnnex } from './annex.ts'
import { findFrame } from './frame.ts'
import type { Frame } from './front.ts'
import { type Line, normalizeText, placer, splitLines } from './lines.ts'
import { findMetadata } from './metadata.ts'
import { parseNumber } from './numeral.ts'
import { closeDraft, type Draft, findDrafts, type Tree } from './outline.ts'
import { findParagraphs } from './paragraphs.ts'
import { findRepairs } from './remarks.ts'
import { findIllegible, type Noted, repairCharacters } from './repair.ts'
import { simplify } from './traditional.ts'
import { unrollLines } from './unroll.ts'

/**
 * Text of a document, official or digest → its form: letterhead facts, outline, annexes, diagnostics.
 * Offsets are UTF-16, into `normalizeText(raw)`.
 */
export function parseDocument(raw: string): Outline {
  const input = normalizeText(raw)
  const simple = simplify(input)
  const { text, noted } = repairCharacters(simple.text)
  const { lines, cuts } = unrollLines(splitLines(text))
  const frame = findFrame(lines)
  const tree: Tree = { provisions: [], bodies: {}, cells: {}, diagnostics: [] }
  const notice = frame.notice.length > 0 ? textDraft('notice', frame.notice) : null
  const preamble = textDraft('preamble', frame.body)
  const paragraphs = findParagraphs(frame.body)
  const drafts = findDrafts(paragraphs, preamble, tree)
  const annexes = numberAnnexes(frame.annexes).map(({ lines, number }) => findAnnex(lines, number))
  const noticed = findParagraphs(frame.notice)
  if (notice) for (const p of noticed) notice.spans.push(p)
  const parents = new Set(drafts.flatMap((d) => d.parent?.id ?? []))
  for (const draft of [notice, preamble, ...drafts]) if (draft && draft.spans.length > 0) closeDraft(draft, tree, parents)
  for (const { head, rows, rest } of annexes) {
    const own = findParagraphs(rest)
    const inner = findDrafts(own, head, tree, rows.map((r) => r.id)) // biome-ignore format: one line
    paragraphs.push(...own)
    for (const draft of [head, ...rows, ...inner]) closeDraft(draft, tree)
  }
  const place = placer(input)
  const all: Noted[] = [...simple.noted, ...noted, ...findIllegible(text), ...cutNotes(cuts), ...tree.diagnostics]
  const rows = annexes.flatMap((annex) => annex.rows)
  all.push(...findRepairs(frame, [...noticed, ...paragraphs], rows, input))
  return {
    metadata: findMetadata(frame),
    parts: [...findParts(frame), ...findMarks(text)].sort((a, b) => a.start - b.start),
    provisions: tree.provisions,
    annexes: annexes.map(({ annex }) => annex),
    diagnostics: all.sort((a, b) => a.offset - b.offset).map(({ offset, ...d }) => ({ ...d, ...place(offset) })),
    bodies: tree.bodies,
    cells: tree.cells,
    tables: Object.fromEntries(annexes.flatMap(({ annex, head, rows }) => [head, ...rows].map((d) => [d.id, annex.tables[d.table ?? 0]]))),
  }
}

// 附件2 keeps its printed number where the numbers go up; annexes without one are counted
function numberAnnexes(annexes: Line[][]): { lines: Line[]; number: number }[] {
  const printed = annexes.map(([head]) =>
    parseNumber(/^附\s*[件表]\s*(\d{1,2}|[一二三四五六七八九十]{1,2})/u.exec(head?.text ?? '')?.[1] ?? ''),
  )
  const rising = printed.every((n, i) => n !== null && n > 0 && (i === 0 || n > (printed[i - 1] as number)))
  return annexes.map((lines, i) => ({ lines, number: rising ? (printed[i] as number) : i + 1 }))
}

// marks of Markdown and bars of tables that stand outside every cell
const findMarks = (text: string): Part[] =>
  [...text.matchAll(/\u00AD{2,}|^[ \t]*#{1,6}(?=\s)|(?<!\d)\*\*|(?<![*\d])\*(?![*\d])|^[ \t]*\||\|[ \t]*$/gmu)].map((m) => ({
    kind: 'furniture',
    start: m.index,
    end: m.index + m[0].length,
  }))

const cutNotes = (cuts: number[]): Noted[] =>
  cuts.map((offset) => ({ severity: 'info', code: 'unrolled', message: 'A line begins here that the copy had run on.', offset }))

const textDraft = (id: 'notice' | 'preamble', lines: Line[]): Draft => ({
  id,
  path: id,
  level: id,
  label: '',
  style: id,
  order: -1,
  number: 0,
  parent: null,
  spans: [],
  start: lines[0]?.start ?? 0,
  end: lines.at(-1)?.end ?? 0,
})

function findParts(frame: Frame): Part[] {
  const kinds: [Part['kind'], Line[]][] = [
    ['letterhead', [...frame.letterhead, ...frame.number]],
    ['title', [...frame.noticeTitle, ...frame.title, ...frame.passed]],
    ['addressee', frame.addressee],
    ['signature', frame.signature],
    ['imprint', [...frame.disclosure, ...frame.imprint]],
    ['furniture', frame.furniture],
    ['toc', frame.toc],
  ]
  return kinds.flatMap(([kind, lines]) => lines.map(({ start, end }) => ({ kind, start, end })))
}
