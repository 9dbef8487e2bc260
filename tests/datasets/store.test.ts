import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Papa from 'papaparse'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { z } from 'zod'
import { readDatasets, renderObservations, writeDatasets } from '../../src/datasets/store.ts'
import { datasets } from '../../src/model/atlas.ts'
import { formatTable, parseTable, scanTable } from '../../src/parse/table.ts'
import { smallAtlas } from './small.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'atlas-'))
})
afterEach(() => rmSync(root, { recursive: true }))

it('reads back what it wrote, one file a record type', () => {
  const { atlas } = smallAtlas()
  writeDatasets(atlas, root)
  expect(readdirSync(join(root, 'data/datasets')).sort()).toEqual(
    Object.keys(datasets)
      .map((name) => `${name}.json`)
      .sort(),
  )
  expect(readDatasets(root)).toEqual(atlas)
})
it('replaces the old datasets as a whole', () => {
  const { atlas } = smallAtlas()
  writeDatasets(atlas, root)
  writeFileSync(join(root, 'data/datasets/left-over.json'), '[]')
  writeDatasets({ ...atlas, targets: [] }, root)
  expect(readDatasets(root).targets).toEqual([])
  expect(readdirSync(join(root, 'data'))).toEqual(['datasets'])
  expect(readdirSync(join(root, 'data/datasets'))).not.toContain('left-over.json')
})
it('takes over a lock that a dead process left, and not that of a living one', () => {
  const { atlas } = smallAtlas()
  const lock = join(root, 'data/datasets.lock')
  writeDatasets(atlas, root)
  // one died while it took the lock, one long ago, one had the number of this process
  for (const left of ['', '4194303', String(process.pid)]) {
    writeFileSync(lock, left)
    writeDatasets(atlas, root)
    expect(readdirSync(join(root, 'data')), left).toEqual(['datasets'])
  }
  writeFileSync(lock, String(process.ppid))
  expect(() => writeDatasets({ ...atlas, targets: [] }, root)).toThrow(`Another process (${process.ppid}) is writing`)
  expect(readDatasets(root)).toEqual(atlas)
  rmSync(lock)
})
it('throws where a dataset is missing or does not fit its schema', () => {
  expect(() => readDatasets(root)).toThrow('Run npm run data first.')
  const { atlas } = smallAtlas()
  writeDatasets(atlas, root)
  writeFileSync(join(root, 'data/datasets/targets.json'), '[{"id":1}]')
  expect(() => readDatasets(root)).toThrow()
})
it('writes the values of an indicator as a table that reads back', () => {
  const { atlas } = smallAtlas()
  const [first] = atlas.observations
  if (!first) throw new Error('the small atlas has no observation')
  const text = renderObservations(first.indicator, atlas)
  expect(text.startsWith('\uFEFFindicator,region,region_name,period,value,unit,')).toBe(true)
  const { data } = Papa.parse<{ [name: string]: string }>(text.slice(1), { header: true, skipEmptyLines: true })
  const own = atlas.observations.filter((o) => o.indicator === first.indicator)
  expect(data.map((row) => [row.region, row.period, Number(row.value), row.source_title])).toEqual(
    own.map((o) => [o.region, o.period, o.value, o.sourceTitle]),
  )
})
it('lets no spreadsheet compute a text', () => {
  expect(formatTable([{ note: '=1+1', value: -5 }])).toBe(`\uFEFFnote,value\r\n"'=1+1",-5\r\n`)
})
it('gives rows away one by one, the same as all at once', () => {
  const schema = z.object({ region: z.string(), value: z.number() })
  const text = 'region,value\na,1\nb,x\n"c,""d\ne",3\n\nf\n'
  const all = parseTable(text, 't.csv', schema, ['value'])
  const seen: unknown[] = []
  expect(scanTable(text, 't.csv', schema, ['value'], (row) => seen.push(row.value))).toEqual(all.problems)
  expect(seen).toEqual(all.rows.map((r) => r.value))
  expect(all.problems.map((p) => `${p.line}:${p.column}`)).toEqual(['3:3', '7:1'])
  expect(all.rows.map((r) => [r.value.region, r.line])).toEqual([
    ['a', 2],
    ['c,"d\ne', 4],
  ])
})
it('says of a dataset which columns its table has and where definitions break', () => {
  const file = 'codebook/indicators.yaml'
  const text = smallAtlas().sources.get(`data/${file}`) ?? ''
  const { atlas, sources } = smallAtlas({
    [file]: text.replace('breaks: []', "breaks: [{ year: '2015', reason: { zh: 改, en: changed } }]"),
    'statistics/literacy/dataset.yaml': smallAtlas()
      .sources.get('data/statistics/literacy/dataset.yaml')
      ?.replace('breaks: []', 'breaks: [literacy/2015]') as string,
  })
  const [dataset] = atlas.statistics
  expect(dataset?.columns.join()).toBe((sources.get(`data/statistics/${dataset?.id}/data.csv`) ?? '').split('\n')[0])
  expect(dataset?.breaks).toEqual([{ id: 'literacy/2015', indicator: 'literacy', year: '2015', reason: { zh: '改', en: 'changed' } }])
})
