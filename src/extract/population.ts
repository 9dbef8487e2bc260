import type { Population } from '../model/codebook.ts'

/** Groups of people named in a text, as printed, in order; of overlapping names the longest counts. */
export function populationFinder(populations: Population[]): (text: string) => { id: string; printed: string; start: number }[] {
  const rules = populations.map(({ id, match }) => ({ id, pattern: new RegExp(match.join('|'), 'gu') }))
  return (text) => {
    const all = rules.flatMap(({ id, pattern }) => [...text.matchAll(pattern)].map((m) => ({ id, printed: m[0], start: m.index })))
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
