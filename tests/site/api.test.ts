import { existsSync, readFileSync } from 'node:fs'
import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readDatasets } from '../../src/datasets/store.ts'
import { keyOf, rowsOf, tables } from '../../src/model/tables.ts'
import { type Doc, faultsOf } from '../metadata.ts'
import { query } from '../readers.ts'
import { programOf, runLines } from './programs.ts'
import { serve } from './server.ts'

const read = (path: string): Doc => JSON.parse(readFileSync(`dist/api/v1/${path}`, 'utf8'))
const atlas = readDatasets('.')

describe('the API', () => {
  it('is described by OpenAPI 3.1 that its published schema accepts; a broken one is refused', async () => {
    const spec = read('openapi.json')
    expect(await new Validator().validate(spec)).toMatchObject({ valid: true })
    expect(spec.openapi).toMatch(/^3\.1/)
    const [first] = Object.keys(spec.paths) as [string]
    for (const edit of [
      (d: Doc) => delete d.info.title,
      (d: Doc) => Object.assign(d.paths[first].get, { responses: 'none' }),
      (d: Doc) => Object.assign(d, { paths: { 'no-slash': {} } }),
    ]) {
      const copy = structuredClone(spec)
      edit(copy)
      expect((await new Validator().validate(copy)).valid).toBe(false)
    }
  })

  it('answers at every address of the description with what it describes', () => {
    const spec = read('openapi.json')
    const schemaOf = (content: Doc) => ({ ...content['application/json'].schema, components: spec.components })
    for (const [path, { get }] of Object.entries<Doc>(spec.paths)) {
      const address = (get.parameters ?? []).reduce((at: string, p: Doc) => at.replace(`{${p.name}}`, p.example), path)
      expect(faultsOf(schemaOf(get.responses[200].content), read(address.slice(1))), address).toEqual([])
    }
    expect(Object.keys(spec.paths).length).toBeGreaterThanOrEqual(tables.length * 2)
  })

  it('has every record of every dataset, equal to that of the list and of the downloads', () => {
    for (const table of tables) {
      const rows = rowsOf(table, atlas[table.name]).map((r) => r.record)
      expect(read(`${table.name}.json`)).toEqual(rows)
      for (const record of rows) expect(read(`${table.name}/${keyOf(table, record)}.json`)).toEqual(record)
    }
  })
})

describe('the lines of the reference page', () => {
  let site: { url: string; close: () => void }
  beforeAll(async () => {
    site = await serve('dist')
  })
  afterAll(() => site.close())

  const page = readFileSync('dist/en/data/api/index.html', 'utf8')
  const lines = (language: string) => {
    const code = new RegExp(`<pre[^>]*id="api-${language}"[^>]*>([\\s\\S]*?)</pre>`).exec(page)?.[1] ?? ''
    const text = code
      .replaceAll('&quot;', '"')
      .replaceAll('&#34;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&')
    return text.replaceAll('https://atlas.example.org', site.url)
  }
  const needs = { curl: 'curl', python: 'python', r: 'jsonlite', javascript: 'javascript' }
  for (const [language, program] of Object.entries(needs))
    it.skipIf(!programOf(program))(`in ${language} give the number that the CSV gives`, async () => {
      const csv = "read_csv('dist/data/latest/targets.csv', all_varchar = true)"
      const [expected] = await query(`SELECT count(*) AS n FROM ${csv} WHERE deadline = '2025'`)
      const out = await runLines(program, lines(language))
      expect(Number(out.trim())).toBe(Number(expected?.n))
      expect(Number(out.trim())).toBeGreaterThan(0)
    })
  it('are on the page in both languages', () => {
    expect(existsSync('dist/zh/data/api/index.html')).toBe(true)
    for (const language of Object.keys(needs)) expect(lines(language).length).toBeGreaterThan(40)
  })
})
