const sentenceEnd = '。；;！？\n'
const clauseEnd = '，,。；;！？：:\n（(）)'
/** Longest stretch that is looked through for the end of a sentence, in characters. */
const reach = 3000
const onlyTime = /^(?:力争|争取|确保)?(?:到|至|在)?(?:\d{4}年(?:底|末)?|“十[三四五]五”期[间末])?前?$/u

/** A stretch of text by its ends; `to` is exclusive. */
export interface Range {
  from: number
  to: number
}

const spread = (text: string, start: number, end: number, stop: string): Range => {
  const [least, most] = [Math.max(0, start - reach), Math.min(text.length, end + reach)]
  let from = start
  while (from > least && !stop.includes(text[from - 1] as string)) from--
  let to = end
  while (to < most && !stop.includes(text[to] as string)) to++
  return { from, to }
}

/** Where the stretch before a place begins, behind the last of some marks: `since(text, 9, '。\\n')`. */
export const since = (text: string, at: number, marks: string): number => spread(text, at, at, marks).from

/** The sentence (up to 。 or ；) around a span. */
export const sentenceAround = (text: string, start: number, end = start) => spread(text, start, end, sentenceEnd)

/** The clause (up to a comma or bracket) around a span; a clause before it that only names a time belongs to it: `力争到2020年，55%以上的…`. */
export function clauseAround(text: string, start: number, end = start): Range {
  const clause = spread(text, start, end, clauseEnd)
  if (clause.from > 0 && /[，,]/.test(text[clause.from - 1] as string)) {
    const before = spread(text, clause.from - 1, clause.from - 1, clauseEnd)
    if (onlyTime.test(text.slice(before.from, before.to))) return { from: before.from, to: clause.to }
  }
  return clause
}

/** Text → its sentences with their place. */
export const splitSentences = (text: string): (Range & { text: string })[] =>
  [...text.matchAll(/[^。；;！？\n]+/gu)].flatMap((m) => (m[0].trim() ? [{ from: m.index, to: m.index + m[0].length, text: m[0] }] : []))
