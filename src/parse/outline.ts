import type { Body, Cells, Diagnostic, Level, ParsedProvision } from '../model/parsed.ts'
import type { Label } from './label.ts'
import { emptySpan, joinSpans, type Span, sliceSpan } from './lines.ts'
import type { Paragraph } from './paragraphs.ts'

/** Provisions in order of the text, the body of each by id, and what is wrong with the numbering. */
export interface Tree {
  provisions: ParsedProvision[]
  bodies: Record<string, Body>
  cells: Cells
  diagnostics: (Omit<Diagnostic, 'line' | 'column'> & { offset: number })[]
}

/** A provision while its paragraphs are still being gathered. */
export interface Draft {
  id: string
  path: string
  level: Level
  label: string
  style: string
  order: number
  number: number
  parent: Draft | null
  spans: Span[]
  cells?: Span[]
  /** Which table of its annex a row is of. */
  table?: number
  start: number
  end: number
}

// 〔责任单位：…〕 · （甲局牵头，乙局配合。以下均需……，不再列出） · …。牵头单位：甲局
const note =
  /[〔（([【]\s*(?:责任|牵头|配合|主办|协办|主体责任|负责|参[加与])(?:单位|部门|处室|股室|主体|科室|领导|机构)?\s*[：:][^〔〕【】\]]{1,400}?[〕）)\]】]\s*$|[（(【〔](?:[^（）()〔〕【】。]|。(?=以下|下列|分别|列[第在]|排)|[（(][^（）()]*[）)])*?(?:负责|牵头|配合|参与|参加|落实|列出|下同|(?:负责|牵头|配合|落实)[，,；;][^（）()]{2,24}(?:完成|推进|实施|见效))[）)】〕]\s*$|(?<=[。\n])\s*(?:责任|牵头|主办|配合)(?:单位|部门)\s*[：:][^。；\n]{2,200}$/u

/** Paragraphs → drafts: unlabelled text before the first label belongs to `before`, later text to the provision it follows; ids in `given` are taken. */
export function findDrafts(paragraphs: Paragraph[], before: Draft | null, tree: Tree, given: string[] = []): Draft[] {
  const drafts: Draft[] = []
  const stack: Draft[] = []
  const last = new Map<string, number>()
  const ids = new Map(given.map((id) => [id, 1]))
  const labels = paragraphs.flatMap((p) => p.label ?? [])
  let seen = 0
  for (const p of paragraphs) {
    if (!p.label) {
      if (box.test(p.text)) forgetItems(last)
      const open = stack.at(-1) ?? before
      open?.spans.push(p)
      if (open) open.end = p.end
      continue
    }
    const parent = findParent(stack, p.label, labels, ++seen)
    checkNumbering(p, p.label, parent, last, tree)
    const base = parent ? `${parent.id}.${p.label.number}` : prefix(before, p.label)
    const id = freeId(base, ids)
    const path = [parent?.path ?? (before?.level === 'annex' ? before.path : null), p.label.path].filter(Boolean).join('/')
    const draft = {
      id,
      path,
      level: p.label.level,
      label: p.label.label,
      style: p.label.style,
      order: p.label.order,
      number: p.label.number,
      parent: parent ?? (before?.level === 'annex' ? before : null),
      spans: [sliceSpan(p, p.label.length)],
      start: p.start,
      end: p.end,
    }
    stack.push(draft)
    drafts.push(draft)
  }
  return drafts
}

// 2.1, and where that was given before 2.1-2, 2.1-3
function freeId(base: string, given: Map<string, number>): string {
  let n = given.get(base) ?? 0
  let id: string
  do {
    n++
    id = n === 1 ? base : `${base}-${n}`
  } while (n > 1 && given.has(id))
  given.set(base, n)
  if (n > 1) given.set(id, 1)
  return id
}

const prefix = (before: Draft | null, label: Label) => (before?.level === 'annex' ? `${before.id}.${label.number}` : String(label.number))

// Pops to the sibling of the same style; a style not open yet is a child, unless it stands further out than what is open.
function findParent(stack: Draft[], label: Label, labels: Label[], next: number): Draft | null {
  const same = stack.findLastIndex((d) => d.style === label.style)
  if (same >= 0) stack.length = same
  else
    while (stack.length > 0 && (stack.at(-1) as Draft).level !== 'article') {
      const top = stack.at(-1) as Draft
      if (top.order < label.order || isWithin(top, label, labels, next)) break
      stack.pop()
    }
  return stack.at(-1) ?? null
}

// 1.…（一）…（二）…2.…: a style that usually stands further out is within what is open where that goes on counting behind it
function isWithin(top: Draft, label: Label, labels: Label[], next: number): boolean {
  const behind = labels.slice(next, next + 40).find((l) => l.order === top.order || l.order < label.order)
  return label.number === 1 && behind?.style === top.style && behind.number === top.number + 1
}

const box = /^(?:专栏|表)\s*[\d一二三四五六七八九十]/u

// items in a box count from 1 again
function forgetItems(last: Map<string, number>) {
  for (const key of last.keys()) if (/^[1（①]/u.test(key) && !key.startsWith('（一）')) last.delete(key)
}

// Numbers go on from the last sibling, run on across chapters, or start again at 1 under a new parent.
function checkNumbering(p: Paragraph, label: Label, parent: Draft | null, last: Map<string, number>, tree: Tree) {
  const within = `${label.style} ${parent?.id ?? ''}`
  const sibling = last.get(within)
  const anywhere = last.get(label.style) ?? 0
  const fits = label.number === (sibling ?? -1) + 1 || (sibling === undefined && (label.number === 1 || label.number === anywhere + 1))
  if (!fits) {
    const from = sibling ?? anywhere
    const message = `${label.label} follows number ${from} of the same kind${parent ? ` under ${parent.path}` : ''}; number ${from + 1} is missing.`
    tree.diagnostics.push({ severity: 'warning', code: 'numbering-gap', message, offset: p.start })
  }
  last.set(within, label.number)
  last.set(label.style, label.number)
}

/** Draft → provision and body: responsibility note off, run-in heading split. */
export function closeDraft(draft: Draft, tree: Tree, parents: Set<string> = new Set()): void {
  const whole = draft.spans.length > 0 ? joinSpans(draft.spans, '\n') : emptySpan()
  const found = /[）)】〕\]]\s*$|单位|部门/u.test(whole.text) ? note.exec(whole.text) : null
  const body = found ? sliceSpan(whole, 0, found.index) : whole
  const { heading, text } = splitHeading(body.text.trim(), draft, parents.has(draft.id))
  const { id, path, level, label, start, end } = draft
  tree.provisions.push({ id, path, level, label, heading, text, parent: draft.parent?.id ?? null, start, end })
  if (draft.cells) tree.cells[id] = draft.cells
  const { at } = found ? sliceSpan(whole, found.index + found[0].length - found[0].trimStart().length) : whole
  const noteRange: [number, number] | null = found ? [at[0] ?? start, (at[found[0].trim().length - 1] ?? end - 1) + 1] : null
  tree.bodies[id] = { ...body, note: found?.[0].trim() ?? null, noteRange }
}

const headed = /^(?:part|chapter|section|article|item|subitem|annex)$/

/** The first sentence (at most 40 characters) where more follows, or a line that is the heading alone. */
function splitHeading(text: string, { level, style, parent }: Draft, leads: boolean): { heading: string | null; text: string } {
  if (!headed.test(level) || style === '表' || !text) return { heading: null, text }
  const lines = text.split('\n')
  const head = lines[0] as string
  const bracketed = level === 'article' ? /^[【[（(〔]([^】\]）)〕]{1,20})[】\]）)〕]\s*/u.exec(text) : null
  if (bracketed) return { heading: bracketed[1] as string, text: text.slice(bracketed[0].length) }
  if (level === 'article') return { heading: null, text }
  if (!/[。！？：；]/.test(head) && head.length <= 45) return { heading: head, text: lines.slice(1).join('\n') }
  const stop = text.indexOf('。')
  // 2．提高能力。 above （1）… heads what follows, though no body of its own does
  if (leads && level !== 'annex' && stop > 0 && stop === text.length - 1 && stop <= 40 && !/[，；：]/.test(text))
    return { heading: text.slice(0, stop), text: '' }
  // （三）其他情形。⏎前款规定…… — what follows the last item of an article is no part of the item
  if (parent?.level === 'article' && stop === head.length - 1) return { heading: null, text }
  if (stop < 0 || stop > 40 || stop === text.length - 1) return { heading: null, text }
  return { heading: text.slice(0, stop), text: text.slice(stop + 1).trim() }
}
