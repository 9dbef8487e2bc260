import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildAtlas } from '../../src/datasets/build.ts'
import type { Sources } from '../../src/datasets/sources.ts'
import { readLock } from '../../src/datasets/sources.ts'
import { rowsOf, tableOf, tables } from '../../src/model/tables.ts'
import { publishedFiles } from '../../src/publish/files.ts'
import { renderCsv } from '../../src/publish/formats/csv.ts'
import { renderNdjson } from '../../src/publish/formats/json.ts'
import { renderParquet } from '../../src/publish/formats/parquet.ts'
import { renderSqlite } from '../../src/publish/formats/sqlite.ts'
import { renderXlsx } from '../../src/publish/formats/xlsx.ts'
import { publicationOf } from '../../src/views/publication.ts'
import { differencesOf, type ReadFormat, readBack, readers } from '../readers.ts'
import { growth, keep, type Measures, medianOf } from './measure.ts'

/** Every format of every dataset read back by another reader, and what writing costs at three sizes beside JSON.stringify. */
export async function benchDownloads(sources: Sources): Promise<void> {
  const { atlas } = buildAtlas(sources)
  const files = new Map((await publishedFiles(publicationOf(atlas, 'bench'), [], readLock('.'))).map((f) => [f.path, f.bytes]))
  const folder = mkdtempSync(join(tmpdir(), 'atlas-downloads-'))
  const formats = Object.keys(readers) as ReadFormat[]
  console.log(`${'dataset'.padEnd(20)}${'rows'.padStart(6)}${formats.map((f) => f.padStart(18)).join('')}`)
  console.log(`${'written by'.padEnd(26)}${formats.map((f) => readers[f][0].padStart(18)).join('')}`)
  console.log(`${'read by'.padEnd(26)}${formats.map((f) => readers[f][1].padStart(18)).join('')}`)
  writeFileSync(join(folder, 'atlas.sqlite'), files.get('atlas.sqlite') as Uint8Array)
  for (const table of tables) {
    const expected = rowsOf(table, atlas[table.name]).map((r) => r.cells)
    const cells: string[] = []
    for (const format of formats) {
      const path = join(folder, format === 'sqlite' ? 'atlas.sqlite' : `${table.name}.${format}`)
      const bytes = files.get(`${table.name}.${format}`)
      if (bytes) writeFileSync(path, bytes)
      const differ = differencesOf(await readBack(path, format, table.columns, table.name), expected, table.columns, format)
      cells.push(`${bytes?.length ?? ''} ${differ.length === 0 ? 'equal' : 'DIFFERS'}`.padStart(18))
    }
    console.log(`${table.name.padEnd(20)}${String(expected.length).padStart(6)}${cells.join('')}`)
  }
  rmSync(folder, { recursive: true })
  await benchWriters(atlas.observations)
}

async function benchWriters(observations: object[]): Promise<void> {
  const table = tableOf('observations')
  const rows = rowsOf(table, observations)
  const writers: { [name: string]: (n: number) => unknown } = {
    floor: (n) => JSON.stringify(of(n).map((r) => r.cells)),
    csv: (n) => renderCsv(table, of(n)),
    ndjson: (n) => renderNdjson(of(n)),
    parquet: (n) => renderParquet(table, of(n), []),
    xlsx: (n) => renderXlsx(table, of(n), []),
    sqlite: (n) => renderSqlite([{ table: { ...table, key: ['n'], columns: [number, ...table.columns] }, rows: numbered(n) }], []),
  }
  const number = { ...(table.columns[0] as (typeof table.columns)[number]), name: 'n', type: 'integer' as const }
  const of = (n: number) => Array.from({ length: n }, (_, i) => rows[i % rows.length] as (typeof rows)[number])
  const numbered = (n: number) => of(n).map((r, i) => ({ ...r, cells: [i, ...r.cells] }))
  const sizes = [1000, 10_000, 100_000]
  console.log(`\n${'rows'.padEnd(10)}${sizes.map((n) => String(n).padStart(12)).join('')}   exponent`)
  let floors: number[] = []
  const kept: Measures = sizes.map((size) => ({ size }))
  const exponents: { [name: string]: number } = {}
  for (const [name, write] of Object.entries(writers)) {
    const times: number[] = []
    for (const n of sizes) times.push(await medianOf(5, () => write(n)))
    if (name === 'floor') floors = times
    for (const [i, time] of times.entries()) {
      const row = kept[i] as Measures[number]
      row[`ms ${name}`] = time
      if (name !== 'floor') row[`x floor for ${name}`] = time / (floors[i] as number)
    }
    if (name !== 'floor') exponents[`ms ${name}`] = growth(sizes, times)
    const cells = times.map((t, i) => `${t.toFixed(0)} ms ×${(t / (floors[i] as number)).toFixed(1)}`.padStart(16))
    console.log(`${name.padEnd(10)}${cells.join('')}   ${growth(sizes, times).toFixed(2)}`)
  }
  keep('downloads', kept, exponents)
}
