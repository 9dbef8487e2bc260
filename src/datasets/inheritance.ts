import { type Cut, cutPieces, inheritanceOf, normalization, type Pieces } from '../compare/inheritance.ts'
import { mostForAll } from '../compare/pairs.ts'
import { sketchSize } from '../compare/sketch.ts'
import { type Inheritance, InheritanceFile } from '../model/compare.ts'
import type { Document } from '../model/document.ts'
import type { Problem } from '../model/problem.ts'
import { parseDocument } from '../parse/document.ts'
import { normalizeText } from '../parse/lines.ts'
import { parseYaml } from '../parse/yaml.ts'
import { findAlike, sketchTexts } from './relate.ts'
import type { Sources } from './sources.ts'

export const inheritancePath = 'data/inheritance.json'

/** What `npm run attest` computed from the official texts; stale where a text is another one than document.yaml names. */
export function buildInheritance(
  sources: Sources,
  documents: Pick<Document, 'id' | 'sha256'>[],
): { inheritance: Inheritance[]; problems: Problem[] } {
  const text = sources.get(inheritancePath)
  if (text === undefined) return { inheritance: [], problems: [] }
  const { value, problems } = parseYaml(text, inheritancePath, InheritanceFile)
  if (!value) return { inheritance: [], problems }
  const held = new Map(documents.map((d) => [d.id, d.sha256]))
  for (const [id, hash] of Object.entries(value.texts))
    if (held.has(id) && held.get(id) !== hash)
      problems.push({
        file: inheritancePath,
        line: Math.max(1, text.split('\n').findIndex((l) => l.includes(hash)) + 1),
        column: 1,
        message: `It was computed from another text of ${id} than document.yaml names.`,
        fix: 'Run npm run attest -- FOLDER.',
      })
  return { inheritance: value.pairs.filter((p) => held.has(p.from) && held.has(p.to)), problems }
}

const general = /总体要求|总体思路|指导思想|基本原则|(?:主要|工作|总体)目标/u

/** An official text in the pieces that inheritance is computed for. */
export function piecesOf(id: string, official: string): Pieces {
  const text = normalizeText(official)
  const { provisions } = parseDocument(text)
  const opening = new Set(
    provisions
      .filter((p) => /^(?:notice|preamble)$/.test(p.level) || (p.parent === null && general.test(p.heading ?? '')))
      .map((p) => p.id),
  )
  const clauses = provisions.map((p) => ({ provision: `${id}/${p.id}`, text: text.slice(p.start, p.end) }))
  const body = provisions.flatMap((p, i) => (opening.has(p.id) || opening.has(p.parent ?? '') ? [] : [clauses[i]?.text ?? '']))
  return { id, whole: text, body: body.join(''), clauses }
}

/** Texts, by the place in their list → those each is held against: all others while there are few; beyond, those with most clauses of like wording. */
function partnersOf(count: number, pieces: (n: number) => Pieces): number[][] {
  const all = Array.from({ length: count }, (_, n) => n)
  if (count <= mostForAll) return all.map((n) => all.filter((other) => other !== n))
  const sketches = all.map((n) => sketchTexts(pieces(n).clauses.map((c) => c.text)))
  const documents = sketches.map((own, n) => ({ id: String(n), clauses: own.length / sketchSize }))
  const partners = all.map(() => new Set<number>())
  for (const [id, others] of findAlike(documents, (n) => sketches[n] as Uint32Array))
    for (const other of others.map(Number)) {
      // each is looked for in the other
      partners[Number(id)]?.add(other)
      partners[other]?.add(Number(id))
    }
  return partners.map((others) => [...others].sort((a, b) => a - b))
}

// so many texts are held at a time, cut into shingles: all of them while each is held against all
const mostCut = mostForAll

/** Official texts with their sha256, read one at a time by `read` → the file that the build reads. Time and pairs grow with the texts. */
export function measureInheritance(texts: { id: string; sha256: string }[], read: (id: string) => string): InheritanceFile {
  const pieces = (n: number) => piecesOf(texts[n]?.id as string, read(texts[n]?.id as string))
  const held = new Map<number, Cut>()
  const cut = (n: number): Cut => {
    const own = held.get(n) ?? cutPieces(pieces(n))
    held.delete(n)
    held.set(n, own)
    if (held.size > mostCut) held.delete(held.keys().next().value as number)
    return own
  }
  return {
    normalization,
    texts: Object.fromEntries(texts.map((t) => [t.id, t.sha256])),
    pairs: partnersOf(texts.length, pieces).flatMap((others, n) => others.map((other) => inheritanceOf(cut(n), cut(other)))),
  }
}

/** File → text, one pair a line. */
export const renderInheritance = ({ normalization, texts, pairs }: InheritanceFile): string =>
  `${JSON.stringify({ normalization, texts }, null, 2).slice(0, -2)},\n  "pairs": [\n${pairs.map((p) => `    ${JSON.stringify(p)}`).join(',\n')}\n  ]\n}\n`
