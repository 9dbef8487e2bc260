import { type Row, shown } from '../record.ts'

/** Median time of five runs in milliseconds, after one that warms up. */
export function median(run: () => unknown): number {
  run()
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now()
    run()
    return performance.now() - start
  })
  return times.sort((a, b) => a - b)[2] as number
}

/** What a stage is compared with in the same run: the same text taken apart into code points. */
export const floor = (text: string): number => median(() => [...text].map((c) => c.codePointAt(0)))

/** Exponent of growth between the first and the last of several sizes; 1 is linear. */
export const growth = (sizes: number[], times: number[]): number =>
  Math.log((times.at(-1) as number) / (times[0] as number)) / Math.log((sizes.at(-1) as number) / (sizes[0] as number))

/** What a case measured: one row a size, numbers by name. */
export type Measures = (Row & { size: number })[]
const recorded: { [name: string]: { rows: Measures; growth: { [name: string]: number } } } = {}

/** Prints rows as a table, with the exponents by which the named numbers grow with the size, and keeps them for the file. */
export function report(name: string, rows: Measures, grows: string[]): void {
  const head = Object.keys(rows[0] ?? {})
  const widths = head.map((h) => Math.max(h.length, ...rows.map((r) => String(shown(r[h])).length)))
  console.log(head.map((h, i) => h.padStart(widths[i] as number)).join('  '))
  for (const r of rows) console.log(head.map((h, i) => String(shown(r[h])).padStart(widths[i] as number)).join('  '))
  const numbers = (key: string) => rows.map((r) => Number(r[key]))
  const exponents = Object.fromEntries(grows.map((key) => [key, growth(numbers('size'), numbers(key))]))
  for (const [key, exponent] of Object.entries(exponents)) console.log(`growth exponent of ${key}: ${exponent.toFixed(2)}`)
  recorded[name] = { rows, growth: exponents }
}

/** Keeps what a case has printed in a table of its own. */
export function keep(name: string, rows: Measures, exponents: { [name: string]: number } = {}): void {
  recorded[name] = { rows, growth: exponents }
}

/** All that was reported in this run. */
export const results = () => recorded

/** Median of the times of runs that take their time, in milliseconds. */
export async function medianOf(runs: number, run: () => unknown): Promise<number> {
  const times: number[] = []
  for (let n = 0; n < runs; n++) {
    const start = performance.now()
    await run()
    times.push(performance.now() - start)
  }
  return middle(times)
}

/** The median. */
export const middle = (times: number[]): number => times.sort((a, b) => a - b)[times.length >> 1] as number
