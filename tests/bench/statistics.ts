import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import Papa from 'papaparse'
import { z } from 'zod'
import { readCodebook } from '../../src/datasets/codebook.ts'
import type { Sources } from '../../src/datasets/sources.ts'
import { buildStatistics } from '../../src/datasets/statistics.ts'
import { scanTable } from '../../src/parse/table.ts'
import { attackAll, type Known, unknown } from '../../src/statistics/disclosure/attack.ts'
import { fillCells, relate } from '../../src/statistics/disclosure/relations.ts'
import { primary } from '../../src/statistics/disclosure/rules.ts'
import { renewSolver } from '../../src/statistics/disclosure/solver.ts'
import { suppress } from '../../src/statistics/disclosure/suppress.ts'
import { growth, keep, type Measures, median, medianOf, report } from './measure.ts'

/** Rows per second from CSV text to validated observations beside PapaParse alone; time to protect a table and to attack it. */
export async function benchStatistics(sources: Sources): Promise<void> {
  benchRows(sources)
  await benchProtection()
}

function benchRows(sources: Sources): void {
  const { codebook } = readCodebook(sources)
  const file = 'data/statistics/health-literacy/data.csv'
  const [header, row = ''] = (sources.get(file) ?? '').split('\n')
  const [indicator, , , ...rest] = row.split(',')
  const yaml = sources.get('data/statistics/health-literacy/dataset.yaml') ?? ''
  const unit = codebook.indicators.find((i) => i.id === indicator)?.unit
  const alike = codebook.indicators.filter((i) => i.unit === unit).map((i) => i.id)
  const regions = codebook.regions.map((r) => r.code)
  console.log('     rows      ms    rows/s   PapaParse alone: ms     ×   kept by scanning: MB')
  const sizes = [1e4, 1e5, 1e6]
  const kept: Measures = []
  const times = sizes.map((n) => {
    const rows = Array.from({ length: n }, (_, i) => {
      const [k, r] = [Math.floor(i / regions.length), regions.length * alike.length]
      return `${alike[k % alike.length]},${regions[i % regions.length]},${1000 + (Math.floor(i / r) % 8000)},${rest.join(',')}`
    })
    // a file has no more than half a million rows, so that no two say the same
    const files = Array.from({ length: Math.ceil(n / 5e5) }, (_, f) => `${header}\n${rows.slice(f * 5e5, (f + 1) * 5e5).join('\n')}\n`)
    const all: Sources = new Map(
      files.flatMap((text, f) => [
        [`data/statistics/bench-${f}/dataset.yaml`, yaml] as const,
        [`data/statistics/bench-${f}/data.csv`, text] as const,
      ]),
    )
    const papa = median(() => files.map((text) => Papa.parse(text, { skipEmptyLines: true }).data.length))
    const time = median(() => {
      const { observations, problems } = buildStatistics(all, codebook)
      if (problems.length > 0 || observations.length < n) throw new Error(`${problems.length} problems`)
    })
    const heap = keptByScanning(files[0] ?? '', header ?? '')
    console.log(
      [
        n.toFixed(0).padStart(9),
        time.toFixed(0).padStart(8),
        ((n / time) * 1e3).toFixed(0).padStart(10),
        papa.toFixed(0).padStart(22),
        (time / papa).toFixed(1).padStart(6),
        heap.toFixed(2).padStart(24),
      ].join(''),
    )
    kept.push({ size: n, ms: time, 'ms PapaParse': papa, 'x PapaParse': time / papa, 'MB kept': heap })
    return time
  })
  keep('statistics', kept, { ms: growth(sizes, times) })
  console.log(`growth exponent ${growth(sizes, times).toFixed(2)}`)
}

// memory that rows hold on to at the end of a file whose rows are given away one by one
function keptByScanning(text: string, header: string): number {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const schema = z.object(
    Object.fromEntries(header.split(',').map((name) => [name.replace(/_(.)/g, (_, c) => c.toUpperCase()), z.string()])),
  )
  const used = () => {
    collect()
    return process.memoryUsage().heapUsed / 1e6
  }
  const before = used()
  let [rows, after] = [0, 0]
  const total = text.split('\n').length - 2
  scanTable(text, 'bench.csv', schema, [], () => {
    rows += 1
    if (rows === total) after = used()
  })
  return after - before
}

// counts as small areas have them: many below ten, a few zeros
const counts = (rows: number, columns: number) => {
  let state = 20261125
  const random = () => {
    state = (state * 1103515245 + 12345) % 2147483648
    return state / 2147483648
  }
  return Array.from({ length: rows * columns }, (_, i) => ({
    members: [`${Math.floor(i / columns)}`, `${i % columns}`],
    count: random() < 0.1 ? Math.floor(random() * 10) : Math.floor(10 + random() * 300),
  }))
}
const flat = (id: string, n: number) => ({
  id,
  members: [{ id: 't', parent: null }, ...Array.from({ length: n }, (_, i) => ({ id: `${i}`, parent: 't' }))],
})

async function benchProtection(): Promise<void> {
  const kept: Measures = []
  for (const [rows, columns] of [
    [10, 10],
    [25, 40],
    [100, 100],
  ] as const) {
    const dimensions = [flat('a', rows), flat('b', columns)]
    const relations = relate(dimensions, [['a', 'b']])
    const values = fillCells(relations, dimensions, counts(rows, columns))
    const need = primary(relations, values, () => false)
    let withheld = new Set<number>()
    const time = await medianOf(5, async () => {
      await renewSolver()
      withheld = suppress(relations, values, need, new Set()).withheld
    })
    const known = values.map((v, i): Known => (withheld.has(i) ? unknown : [v, v]))
    const attack = await medianOf(5, () => {
      const { exposed } = attackAll(relations, values, known, need, withheld)
      if (exposed.length > 0) throw new Error(`${exposed.length} cells are exposed.`)
    })
    const found = { small: need.length, withheld: withheld.size }
    kept.push({ size: rows * columns, ...found, 'ms protect': time, 'ms attack': attack, 'x attack': time / attack })
  }
  report('protection', kept, ['ms protect', 'ms attack'])
}
