import { type Row, shown, tableOf } from '../record.ts'
import type { Measures } from './measure.ts'

type Cases = { [name: string]: { rows: Measures; growth: { [name: string]: number } } }

// what the sizes of a case count; cases of one size are not in the summary
const counted: { [name: string]: string } = {
  parse: 'MB',
  'parse-documents': 'documents',
  extract: 'documents',
  statistics: 'rows',
  protection: 'cells',
  'search-sizes': 'documents',
  downloads: 'rows',
  explore: 'rows',
  csv: 'KB',
  datasets: 'documents',
  incremental: 'documents',
  alignment: 'clauses',
  inheritance: 'documents',
  site: 'documents',
  'weight-sizes': 'documents',
}

/** Results of one run of all cases → the table of the README: what grows with the size, and the ratios, both at the largest size. */
export function renderSummary(machine: string, cases: Cases, minutes: number): string {
  const rows = Object.entries(cases).flatMap(([name, { rows, growth }]): Row[] => {
    const last = rows.at(-1) ?? { size: 0 }
    if (!counted[name]) return []
    const grows = Object.entries(growth).map(([key, exponent]) => `${key} ${shown(last[key])} (${exponent.toFixed(2)})`)
    const beside = Object.entries(last).flatMap(([key, value]) => (key.startsWith('x ') ? [`${key.slice(2)} ${shown(value)}`] : []))
    const sizes = `${rows.map((r) => shown(r.size)).join(', ')} ${counted[name]}`
    return [{ case: name, sizes, 'at the largest (growth exponent)': grows.join(', '), times: beside.join(', ') }]
  })
  return `One run of \`npm run bench\` of ${minutes} minutes on ${machine}, medians of five; \`times\` is beside the peer or floor named, at the largest size ([docs/benchmarks.md](docs/benchmarks.md) says what each is):\n\n${tableOf(rows)}`
}

/** Results of one run of all cases → docs/benchmarks.md. */
export function renderBook(machine: string, cases: Cases, minutes: number): string {
  const parts = Object.entries(cases).map(([name, { rows, growth }]) => {
    const exponents = Object.entries(growth).map(([key, exponent]) => `${key} ${exponent.toFixed(2)}`)
    return `## ${name}\n\n${tableOf(rows)}\n${exponents.length > 0 ? `\nGrowth exponents: ${exponents.join(', ')}.\n` : ''}`
  })
  return `# Benchmarks

Written by \`npm run bench\`: every case in one run of ${minutes} minutes, on ${machine}. Times are medians of five runs, but for hostile texts, which are many; a ratio stands beside its peer or its floor in the same run, so that it holds on a slow day as on a fast one. \`x floor\` is: of texts, the same text taken apart into code points; of datasets and pages, the same bytes read and written; of downloads, \`JSON.stringify\` of the same cells; of what a reader explores, a loop with a plain Map. Pages stand beside three minimal sites of the same number and size of pages: Eleventy with one layout that holds the frame of all, Eleventy that writes texts which are there, Astro that does so.

${parts.join('\n')}`
}
