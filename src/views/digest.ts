import type { Provision } from '../model/provision.ts'
import type { Target } from '../model/target.ts'
import type { Catalog } from './catalog.ts'

/** A stretch of a digest: plain text, or a figure with the number of its target. */
export interface Segment {
  text: string
  target: Target | null
}

/** Digest of a provision in the language of the pages, as paragraphs; none where it has no text of its own. */
export function digestOf(p: Provision, catalog: Catalog): Segment[][] {
  const text = catalog.digest(p)
  return text ? segmentsOf(text, catalog.targetsOf(p.id), catalog.written) : []
}

/** Text → paragraphs of segments, every figure of a target marked once, in order: the page links or anchors them. */
export function segmentsOf(text: string, targets: Target[], writtenOf: (t: Target) => string): Segment[][] {
  const open = [...targets]
  return text.split('\n').map((paragraph) => {
    const segments: Segment[] = []
    let from = 0
    for (;;) {
      const next = open
        .map((target) => ({ target, written: writtenOf(target), at: paragraph.indexOf(writtenOf(target), from) }))
        .filter(({ at }) => at >= 0)
        .sort((a, b) => a.at - b.at)[0]
      if (!next) break
      if (next.at > from) segments.push({ text: paragraph.slice(from, next.at), target: null })
      segments.push({ text: next.written, target: next.target })
      from = next.at + next.written.length
      open.splice(open.indexOf(next.target), 1)
    }
    if (from < paragraph.length || segments.length === 0) segments.push({ text: paragraph.slice(from), target: null })
    return segments
  })
}
