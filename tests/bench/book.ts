import type { Measures } from './measure.ts'

const shown = (n: number | string | undefined) =>
  n === undefined ? '' : typeof n === 'string' || Number.isInteger(n) ? String(n) : n < 10 ? n.toFixed(2) : n.toFixed(1)

function tableOf(rows: Measures): string {
  const head = [...new Set(rows.flatMap((r) => Object.keys(r)))]
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map((r) => line(head.map((h) => shown(r[h]))))].join('\n')
}

/** Results of one run of all cases → docs/benchmarks.md. */
export function renderBook(
  machine: string,
  cases: { [name: string]: { rows: Measures; growth: { [name: string]: number } } },
  minutes: number,
): string {
  const parts = Object.entries(cases).map(([name, { rows, growth }]) => {
    const exponents = Object.entries(growth).map(([key, exponent]) => `${key} ${exponent.toFixed(2)}`)
    return `## ${name}\n\n${tableOf(rows)}\n${exponents.length > 0 ? `\nGrowth exponents: ${exponents.join(', ')}.\n` : ''}`
  })
  return `# Benchmarks

Written by \`npm run bench\`: every case in one run of ${minutes} minutes, on ${machine}. Times are medians of five runs, but for what takes minutes; a ratio stands beside its peer or its floor in the same run, so that it holds on a slow day as on a fast one. \`x floor\` is: of texts, the same text taken apart into code points; of datasets and pages, the same bytes read and written; of downloads, \`JSON.stringify\` of the same cells.

${parts.join('\n')}`
}
