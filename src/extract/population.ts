import type { Population } from '../model/codebook.ts'

/** Groups of people named in a text, as printed, in order; of overlapping names the longest counts. */
export function populationFinder(populations: Population[]): (text: string) => { id: string; printed: string; start: number }[] {
  const rules = populations.map(({ id, match }) => ({ id, any: new RegExp(match.join('|'), 'u'), each: new RegExp(match.join('|'), 'gu') }))
  return (text) => {
    // most groups stand in no text, and looking for one costs less than getting ready for all
    const there = rules.filter(({ any }) => any.test(text))
    const all = there.flatMap(({ id, each }) => [...text.matchAll(each)].map((m) => ({ id, printed: m[0], start: m.index })))
    const longest = all.filter(
      (a) =>
        !all.some(
          (b) => b.printed.length > a.printed.length && b.start <= a.start && a.start + a.printed.length <= b.start + b.printed.length,
        ),
    )
    const seen = new Set<string>()
    return longest.sort((a, b) => a.start - b.start).filter(({ printed }) => !seen.has(printed) && seen.add(printed))
  }
}
