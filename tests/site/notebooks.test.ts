import { cpSync, existsSync, mkdtempSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as Plot from '@observablehq/plot'
import { parseHTML } from 'linkedom'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { notebooks } from '../../src/views/notebooks.ts'
import { query } from '../readers.ts'
import { programOf, runLines } from './programs.ts'
import { serve } from './server.ts'

let site: { url: string; close: () => void }
beforeAll(async () => {
  site = await serve('dist')
})
afterAll(() => site.close())

const folder = mkdtempSync(join(tmpdir(), 'atlas-notebooks-'))
cpSync('public/notebooks', folder, { recursive: true })
const text = (file: string) => readFileSync(`dist/notebooks/${file}`, 'utf8').replaceAll('http://localhost:4321', site.url)
const csv = (name: string) => `read_csv('dist/data/latest/${name}.csv', all_varchar = true, header = true)`

describe('worked examples', () => {
  it('are served, and each is on the page of the data', () => {
    const page = readFileSync('dist/zh/data/index.html', 'utf8')
    for (const { file } of notebooks) {
      expect(existsSync(`dist/notebooks/${file}`)).toBe(true)
      expect(page).toContain(`notebooks/${file}`)
    }
  })
  it.skipIf(!programOf('matplotlib'))('in Python ends in a figure, and counts as the CSV counts', async () => {
    const notebook = JSON.parse(text('topics.ipynb')) as { cells: { cell_type: string; source: string[] }[] }
    const code = notebook.cells.filter((c) => c.cell_type === 'code').map((c) => c.source.join(''))
    const out = await runLines('matplotlib', code.join('\n'), folder)
    const [expected] = await query(
      `SELECT count(*) AS n FROM (SELECT topic FROM ${csv('coverage')} WHERE status = 'covered' GROUP BY topic HAVING count(*) = (SELECT count(*) FROM ${csv('documents')}))`,
    )
    expect(out).toContain(`${expected?.n} topics are regulated by every document`)
    expect(statSync(join(folder, 'topics.png')).size).toBeGreaterThan(10_000)
  })
  it.skipIf(!programOf('r'))('in R ends in a figure, and tells the same gap', async () => {
    const code = [...text('health-literacy.Rmd').matchAll(/```\{r[^}]*\}\n([\s\S]*?)```/g)].map((m) => m[1])
    expect(code.length).toBe(4)
    const out = await runLines('r', code.join('\n'), folder)
    const gaps = await query(
      `SELECT b.value::DOUBLE - (SELECT value::DOUBLE FROM ${csv('observations')} WHERE indicator = 'health-literacy' AND region = '100000' ORDER BY period DESC LIMIT 1) AS gap
       FROM ${csv('benchmarks')} b WHERE indicator = 'health-literacy' AND region = '100000'`,
    )
    expect(gaps.length).toBeGreaterThan(0)
    for (const { gap } of gaps) expect(out).toContain(String(Number(Number(gap).toFixed(2))))
    expect(statSync(join(folder, 'health-literacy.png')).size).toBeGreaterThan(3000)
  })
  it('for Observable ends in a figure of every dated target', async () => {
    const cells = [...text('deadlines.html').matchAll(/<script id="\d+" type="module">([\s\S]*?)<\/script>/g)].map((m) => m[1] as string)
    expect(cells.length).toBe(4)
    const { document } = parseHTML('<!doctype html><html><body></body></html>')
    const shown: { outerHTML: string }[] = []
    const drawing = { ...Plot, plot: (options: Plot.PlotOptions) => Plot.plot({ ...options, document: document as unknown as Document }) }
    // as Observable runs them: one after the other, what one defines the next can use
    const run = new Function('Plot', 'display', `return (async () => {${cells.join('\n;')}\n; return dated.length })()`)
    const dated = await run(drawing, (node: { outerHTML: string }) => shown.push(node))
    const [expected] = await query(`SELECT count(*) AS n FROM ${csv('targets')} WHERE restates IS NULL AND deadline IS NOT NULL`)
    expect(dated).toBe(Number(expected?.n))
    expect(shown.length).toBe(1)
    expect(shown[0]?.outerHTML.match(/<rect/g)?.length).toBeGreaterThan(4)
  })
})
