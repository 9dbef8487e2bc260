import type { Target } from '../model/target.ts'

/** A stretch of a digest: plain text, or a figure with the number of its target. */
export interface Segment {
  text: string
  target: Target | null
}

/** Digest → paragraphs of segments, every figure of a target marked once, in order: the page links or anchors them. */
export function digestOf(text: string, targets: Target[]): Segment[][] {
  const open = [...targets]
  return text.split('\n').map((paragraph) => {
    const segments: Segment[] = []
    let from = 0
    for (;;) {
      const next = open
        .map((target) => ({ target, at: paragraph.indexOf(target.printed, from) }))
        .filter(({ at }) => at >= 0)
        .sort((a, b) => a.at - b.at)[0]
      if (!next) break
      if (next.at > from) segments.push({ text: paragraph.slice(from, next.at), target: null })
      segments.push({ text: next.target.printed, target: next.target })
      from = next.at + next.target.printed.length
      open.splice(open.indexOf(next.target), 1)
    }
    if (from < paragraph.length || segments.length === 0) segments.push({ text: paragraph.slice(from), target: null })
    return segments
  })
}
