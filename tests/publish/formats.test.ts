import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { rowsOf, tableOf } from '../../src/model/tables.ts'
import { renderCsv, renderExcelCsv } from '../../src/publish/formats/csv.ts'
import { renderJson, renderNdjson } from '../../src/publish/formats/json.ts'
import { renderParquet } from '../../src/publish/formats/parquet.ts'
import { renderSqlite } from '../../src/publish/formats/sqlite.ts'
import { renderXlsx } from '../../src/publish/formats/xlsx.ts'
import { renderZip } from '../../src/publish/formats/zip.ts'
import { differencesOf, type ReadFormat, readBack, readers } from '../readers.ts'

const region = { nameEn: 'x', level: 'county', parent: null, validOn: '2026-11-24' }
const nasty = [
  '=1+1',
  '+1',
  '-cmd',
  '@SUM(A1)',
  '\tx',
  'a,"b"\nc',
  ' 前后有空格 ',
  '𠮷野家',
  "it's",
  '<b>&amp;</b>',
  '00123',
  '1e5',
  'TRUE',
  '',
]
const regions = { table: tableOf('regions'), rows: nasty.map((nameZh, i) => ({ ...region, code: String(100000 + i), nameZh })) }
const progress = {
  table: tableOf('progress'),
  rows: [-0.3526, 1e-7, 0.1 + 0.2, 123456789.25, null, 0].map((ratio, i) => ({
    id: `p${i}`,
    of: 'a-2020/1/1',
    kind: 'target',
    indicator: 'beds',
    region: '100000',
    label: null,
    reason: ratio === null ? 'no-base' : null,
    baseYear: i % 2 ? 2020 : null,
    base: null,
    latestYear: null,
    latest: null,
    goal: null,
    dueYear: null,
    ratio,
    growthRatio: null,
    growthLabel: null,
    disagree: i % 2 === 0,
    assessedTo: null,
  })),
}
const populations = {
  table: tableOf('populations'),
  rows: [
    { id: 'a', name: { zh: '甲', en: 'a' }, match: ['x|y', 'z'] },
    { id: 'b', name: { zh: '乙', en: 'b' }, match: [], certifier: { zh: '丙', en: 'c' }, from: 2020 },
  ],
}
const all = [regions, progress, populations].map(({ table, rows }) => ({ table, rows: rowsOf(table, rows) }))

describe('every format gives back what was written, cell for cell, by another reader', () => {
  const folder = mkdtempSync(join(tmpdir(), 'atlas-formats-'))
  for (const { table, rows } of all)
    for (const format of Object.keys(readers) as ReadFormat[])
      it(`${table.name}.${format}`, async () => {
        const path = join(folder, `${table.name}.${format}`)
        const contents = {
          csv: () => renderCsv(table, rows),
          'excel.csv': () => renderExcelCsv(table, rows),
          xlsx: () => renderXlsx(table, rows, []),
          json: () => renderJson(rows),
          ndjson: () => renderNdjson(rows),
          parquet: () => renderParquet(table, rows, []),
          sqlite: () => renderSqlite(all, []),
        }
        writeFileSync(path, await contents[format]())
        const found = await readBack(path, format, table.columns, table.name)
        expect(
          differencesOf(
            found,
            rows.map((r) => r.cells),
            table.columns,
            format,
          ),
        ).toEqual([])
      })
})

describe('what a missing value says', () => {
  it('stands beside it: the code of the field, or what another field of the record says', () => {
    const { table, rows } = all[1] as (typeof all)[number]
    const at = (name: string) => table.columns.findIndex((c) => c.name === name)
    expect(rows[4]?.cells[at('ratio')]).toBe(null)
    expect(rows[4]?.cells[at('ratio_status')]).toBe('no-base')
    expect(rows[0]?.cells[at('ratio_status')]).toBe(null)
    expect(rows[0]?.cells[at('base_status')]).toBe('not-applicable')
    expect(rows[4]?.record).toMatchObject({ ratio: null, ratioStatus: 'no-base' })
  })
})

describe('spreadsheets', () => {
  it('are given no text that they would compute, and numbers stay numbers', () => {
    const [{ table, rows }, numbers] = all as [(typeof all)[number], (typeof all)[number]]
    for (const text of [renderCsv(table, rows), renderExcelCsv(table, rows)])
      expect(text).not.toMatch(/(?:^|[,"])[=+@-](?!\d+(?:\.\d+)?(?:,|$))/m)
    expect(renderCsv(numbers.table, numbers.rows)).toContain(',-0.3526,')
    expect(renderExcelCsv(table, rows).startsWith('\uFEFF')).toBe(true)
  })
  it('hold every text as text, also one that looks like a formula', async () => {
    const { table, rows } = all[0] as (typeof all)[number]
    const { default: zip } = await import('jszip')
    const book = await zip.loadAsync(await renderXlsx(table, rows, []))
    const sheet = (await book.file('xl/worksheets/sheet1.xml')?.async('string')) as string
    expect(sheet).not.toContain('<f>')
  })
})

describe('bytes', () => {
  it('are the same whenever they are made', async () => {
    const { table, rows } = all[0] as (typeof all)[number]
    const twice = async (make: () => Promise<Uint8Array> | Uint8Array) => {
      const first = await make()
      await new Promise((done) => setTimeout(done, 2100))
      return Buffer.compare(Buffer.from(first), Buffer.from(await make()))
    }
    const files = new Map([
      ['b.txt', Buffer.from('b')],
      ['a.txt', Buffer.from('a')],
    ])
    expect(
      await Promise.all([
        twice(() => renderXlsx(table, rows, [{ name: 'about', rows: [['a'], ['b']] }])),
        twice(() => renderSqlite(all, [])),
        twice(() => renderParquet(table, rows, [])),
        twice(() => renderZip(files)),
      ]),
    ).toEqual([0, 0, 0, 0])
  })
  it('of an archive are read by another program', async () => {
    const { default: zip } = await import('jszip')
    const read = await zip.loadAsync(renderZip(new Map([['目录/a.txt', Buffer.from('甲')]])))
    expect(await read.file('目录/a.txt')?.async('string')).toBe('甲')
  })
})
