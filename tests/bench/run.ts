import { z } from 'zod'
import { buildAtlas } from '../../src/datasets/build.ts'
import { documentIds } from '../../src/datasets/folder.ts'
import { readSources, type Sources } from '../../src/datasets/sources.ts'
import { findTargets } from '../../src/extract/target.ts'
import { parseDocument } from '../../src/parse/document.ts'
import { parseTable } from '../../src/parse/table.ts'

// time of each stage on inputs 1, 4 and 16 times as large, beside a floor in the same run: the same text taken apart into code points
const { sources } = readSources(process.argv[2] ?? '.')
const ids = documentIds(sources)
const digests = ids.map((id) => sources.get(`data/documents/${id}/digest.zh.md`) ?? '')
const Row = z.object({ region: z.string(), value: z.number() })
const letters = (n: number) => [...String(n)].map((d) => String.fromCharCode(97 + Number(d))).join('')
const copies = (n: number): Sources =>
  new Map(
    Array.from({ length: n }, (_, k) =>
      [...sources].map(([f, text]) => [f.replace(/(documents\/[a-z]+)/, `$1-${letters(k)}`), text] as const),
    ).flat(),
  )
const stages: [string, (n: number) => [number, string, () => unknown]][] = [
  ['parse', (n) => [n, digests.join('').repeat(n), () => parseDocument(digests.join('').repeat(n))]],
  [
    'extract',
    (n) => {
      const outline = parseDocument(digests.join('').repeat(n))
      return [n, digests.join('').repeat(n), () => findTargets(outline)]
    },
  ],
  [
    'csv',
    (n) => {
      const csv = `region,value\n${'990100,12.5\n'.repeat(1000 * n)}`
      return [n, csv, () => parseTable(csv, 'bench.csv', Row, ['value'])]
    },
  ],
  [
    'datasets',
    (n) => {
      const all = copies(n)
      return [n, [...all.values()].join(''), () => buildAtlas(all)]
    },
  ],
]
console.log('stage        KiB      ms  × floor   growth')
for (const [name, stage] of stages) {
  const times = [1, 4, 16].map((n) => {
    const [, text, run] = stage(n)
    const time = median(run)
    const ratio = time / median(() => [...text].map((c) => c.codePointAt(0)))
    console.log(
      `${name.padEnd(10)}${(text.length / 1024).toFixed(0).padStart(6)}${time.toFixed(1).padStart(8)}${ratio.toFixed(1).padStart(9)}`,
    )
    return time
  })
  console.log(`${' '.repeat(36)}${(Math.log((times[2] as number) / (times[0] as number)) / Math.log(16)).toFixed(2)}`)
}

function median(run: () => unknown): number {
  run()
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now()
    run()
    return performance.now() - start
  })
  return times.sort((a, b) => a - b)[2] as number
}
