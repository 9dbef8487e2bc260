import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { languages, renderCode } from '../../src/explore/code.ts'
import { type Explored, parseExploration } from '../../src/model/exploration.ts'
import { exploreRows, filterRows, readRows } from '../../src/statistics/explore.ts'
import { query } from '../readers.ts'
import { browser, openSite, site } from './open.ts'
import { programOf, runLines } from './programs.ts'

openSite()

const csv = (name: string) => `read_csv('dist/data/latest/${name}.csv', all_varchar = true, header = true)`
const ready = (page: Page) => page.waitForSelector('#explored[aria-busy="false"] tbody tr')
const open = async (address: string) => {
  const page = await (await browser.newContext()).newPage()
  await page.goto(site.url + address)
  return page
}
// a table of the page: its head and its rows, without what codes are called
const tableOf = (page: Page) =>
  page.$$eval('#explored table tr', (rows) => rows.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent ?? '')))
const bare = (text: string) => text.split(' ')[0] as string

it('asks before it reads a table that is large', async () => {
  const page = await (await browser.newContext()).newPage()
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  // the tables of today are small: the page is told that this one is not
  await page.route('**/zh/explore/**', async (route) => {
    const answer = await route.fetch()
    await route.fulfill({ response: answer, body: (await answer.text()).replace('"large":{}', '"large":{"targets":"69.0 MB"}') })
  })
  await page.goto(`${site.url}/zh/explore/?d=targets&g=document&c=bar`)
  const load = page.locator('#explored button')
  await load.waitFor()
  expect(await page.textContent('#explored')).toContain('69.0 MB')
  expect(asked.filter((url) => url.endsWith('targets.csv'))).toEqual([])
  // another table first, and back: the question stands again, without the choices of the other
  await page.selectOption('#explore-dataset', 'documents')
  await ready(page)
  await page.selectOption('#explore-dataset', 'targets')
  await page.waitForFunction(() => document.querySelector('#explored')?.textContent?.includes('69.0 MB'))
  expect(await page.locator('#explore-choices *').count()).toBe(0)
  expect(await page.getAttribute('#explored', 'aria-busy')).toBe('false')
  await load.click()
  await ready(page)
  expect(asked.filter((url) => url.endsWith('targets.csv')).length).toBe(1)
  await page.context().close()
})

describe('three questions', () => {
  it('how many targets of each role does each document set', async () => {
    const page = await open('/en/explore/?d=targets&g=document&p=role&c=bar')
    await ready(page)
    const [head = [], ...rows] = await tableOf(page)
    const expected = await query(`SELECT document, role, count(*) AS n FROM ${csv('targets')} GROUP BY ALL`)
    expect(expected.length).toBeGreaterThan(15)
    for (const { document, role, n } of expected) {
      const column = head.findIndex((h) => bare(h) === role)
      expect(rows.find((r) => r[0] === document)?.[column], `${document} ${role}`).toBe(String(n))
    }
    await page.screenshot({ path: '.screenshots/explore.png', fullPage: true })
    expect(rows.flatMap((r) => r.slice(1)).filter(Boolean).length).toBe(expected.length)
    await page.context().close()
  })
  it('what share of the topics does each document regulate', async () => {
    const page = await open('/zh/explore/?d=coverage&g=document&p=status&s=share&c=heat')
    await ready(page)
    const [head = [], ...rows] = await tableOf(page)
    const expected = await query(
      `SELECT document, status, round(100.0 * count(*) / sum(count(*)) OVER (PARTITION BY document), 2) AS share FROM ${csv('coverage')} GROUP BY document, status`,
    )
    for (const { document, status, share } of expected) {
      const column = head.findIndex((h) => bare(h) === status)
      expect(rows.find((r) => r[0] === document)?.[column], `${document} ${status}`).toBe(`${Number(share)}%`)
    }
    await page.context().close()
  })
  it('by how much did health literacy rise from one figure to the next', async () => {
    const page = await open(
      '/zh/explore/?d=observations&f=indicator~eq~health-literacy&f=region~eq~100000&g=period&a=mean&v=value&s=difference&c=line',
    )
    await ready(page)
    const [, ...rows] = await tableOf(page)
    const expected = await query(
      `SELECT period, round(value::DOUBLE - lag(value::DOUBLE) OVER (ORDER BY period), 6) AS rise FROM ${csv('observations')}
       WHERE indicator = 'health-literacy' AND region = '100000' ORDER BY period`,
    )
    expect(rows).toEqual(expected.map((e) => [e.period, e.rise === null ? '' : String(e.rise)]))
    expect(rows.length).toBeGreaterThan(5)
    await page.context().close()
  })
  it('are the ones the page offers, in both languages', async () => {
    for (const lang of ['zh', 'en']) {
      const page = readFileSync(`dist/${lang}/explore/index.html`, 'utf8')
      expect(page.match(/href="\/(?:zh|en)\/explore\/\?d=/g)?.length).toBe(3)
    }
  })
})

describe('the page', () => {
  it('loads no data and no drawing before a dataset is chosen', async () => {
    const page = await (await browser.newContext()).newPage()
    const asked: string[] = []
    page.on('request', (r) => asked.push(new URL(r.url()).pathname))
    await page.goto(`${site.url}/zh/explore/`, { waitUntil: 'networkidle' })
    expect(asked.filter((p) => p.startsWith('/data/'))).toEqual([])
    const before = asked.length
    await page.selectOption('#explore-dataset', 'targets')
    await ready(page)
    expect(
      asked
        .slice(before)
        .filter((p) => p.startsWith('/data/'))
        .sort(),
    ).toEqual(['/data/explore/zh/targets.json', '/data/latest/targets.csv'])
    await page.context().close()
  })
  it('keeps every choice in the address, and shows the same when it is opened again', async () => {
    const page = await open('/en/explore/')
    await page.selectOption('#explore-dataset', 'observations')
    await ready(page)
    await page.click('#x-add')
    await page.selectOption('#x-column-0', 'indicator')
    await page.selectOption('#x-value-0', 'health-literacy')
    await page.click('#x-add')
    await page.selectOption('#x-column-1', 'value')
    await page.selectOption('#x-op-1', 'gt')
    await page.fill('#x-value-1', '20')
    await page.keyboard.press('Tab')
    await page.selectOption('#x-group', 'period')
    await page.selectOption('#x-across', 'region')
    await page.selectOption('#x-measure', 'max')
    await page.selectOption('#x-of', 'value')
    await page.selectOption('#x-derive', 'difference')
    await page.selectOption('#x-sort', 'value')
    await page.selectOption('#x-chart', 'dot')
    await ready(page)
    const address = await page.evaluate(() => location.search)
    expect(parseExploration(address)).toEqual({
      dataset: 'observations',
      filters: [
        { column: 'indicator', op: 'eq', value: 'health-literacy' },
        { column: 'value', op: 'gt', value: '20' },
      ],
      group: 'period',
      across: 'region',
      measure: 'max',
      of: 'value',
      derive: 'difference',
      sort: 'value',
      chart: 'dot',
    })
    await page.click('[data-copy="share-link"]')
    expect(await page.textContent('#share-link')).toBe(page.url())
    const table = await tableOf(page)
    const again = await open(`/en/explore/${address}`)
    await ready(again)
    expect(await tableOf(again)).toEqual(table)
    expect(await again.evaluate(() => location.search)).toBe(address)
    expect(await again.inputValue('#x-value-1')).toBe('20')
    await again.click('#x-remove-1')
    await again.waitForFunction(() => !location.search.includes('gt'))
    for (const p of [page, again]) await p.context().close()
  })
  it.each(['bar', 'line', 'dot', 'heat'])('draws %s, named, with nothing outside it, and gives it as CSV, SVG and PNG', async (chart) => {
    const page = await open(
      `/zh/explore/?d=observations&f=indicator~has~literacy&f=region~eq~100000&g=period&p=indicator&a=mean&v=value&c=${chart}`,
    )
    await ready(page)
    const drawing = page.locator('#explored .chart svg[role="img"]')
    expect(await drawing.getAttribute('aria-label')).toContain('value')
    expect(await drawing.locator('path, rect, circle').count()).toBeGreaterThan(5)
    await page.waitForSelector('a[download="atlas.png"]')
    const files: { [name: string]: string } = {}
    for (const link of await page.locator('a[download]').all()) {
      const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
      files[download.suggestedFilename()] = readFileSync(await download.path(), 'utf8')
    }
    const table = await tableOf(page)
    expect(
      files['atlas.csv']
        ?.replace('\uFEFF', '')
        .trim()
        .split('\r\n')
        .map((line) => line.split(',')),
    ).toEqual(table)
    expect(files['atlas.svg']).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/)
    expect(files['atlas.svg']).not.toContain('var(--')
    expect(files['atlas.png']).toContain('PNG')
    await page.context().close()
  })
  it('says so when nothing is left, when the data cannot be read, and shows long tables piece by piece', async () => {
    const page = await open('/zh/explore/?d=targets&f=document~eq~nowhere-2020')
    await page.waitForSelector('#explored .notice')
    expect(await page.textContent('#explored')).toContain('没有符合条件的记录')
    await page.route('**/pairs.csv', (route) => route.fulfill({ status: 500, body: '' }))
    await page.selectOption('#explore-dataset', 'pairs')
    await page.waitForFunction(() => document.querySelector('#explored')?.textContent?.includes('500'))
    await page.selectOption('#explore-dataset', 'statements')
    await ready(page)
    expect(await page.locator('#explored tbody tr').count()).toBe(200)
    await page.click('#explored > button')
    expect(await page.locator('#explored tbody tr').count()).toBe(400)
    await page.context().close()
  })
  it('takes what stands in an address as words, never as markup', async () => {
    const page = await open(`/zh/explore/?d=targets&g=document&f=document~ne~${encodeURIComponent('<img src=x onerror="window.hit=1">')}`)
    await ready(page)
    expect(await page.evaluate(() => (window as { hit?: number }).hit)).toBe(undefined)
    expect(await page.locator('#explored img').count()).toBe(0)
    await page.context().close()
  })
})

describe('the code that does it again', () => {
  const questions = [
    'd=targets&g=document&p=role',
    'd=coverage&g=document&p=status&s=share',
    'd=observations&f=indicator~eq~health-literacy&f=region~eq~100000&g=period&a=mean&v=value&s=difference',
    'd=observations&f=value~ge~50&f=unit~ne~x&f=region~filled~&g=indicator&a=median&v=value&s=share',
    'd=targets&f=printed~has~%&g=construct&a=max&v=value',
    'd=targets&f=deadline~empty~&g=type&a=sum&v=value',
    'd=observations&f=indicator~has~mortality&g=period&p=indicator&a=min&v=value&s=difference',
  ]
  const programs = { python: 'pandas', r: 'r', javascript: 'javascript' }
  const folder = mkdtempSync(join(tmpdir(), 'atlas-code-'))
  for (const language of languages)
    it.skipIf(!programOf(programs[language])).each(questions)(`in ${language}: %s`, async (question) => {
      const state = parseExploration(question)
      // the columns that every one of the questions names exist, except where the page ignores one that does not
      state.filters = state.filters.filter((f) => f.column !== 'unit')
      const rows = readRows(readFileSync(`dist/data/latest/${state.dataset}.csv`, 'utf8'))
      const expected = exploreRows(filterRows(rows, state.filters), state)
      const code = renderCode(state, `${site.url}/data/latest/${state.dataset}.csv`, language)
      const out = await runLines(programs[language], code, language === 'javascript' ? '.' : folder)
      expect(answersOf(out, state.across !== '')).toEqual(expected.map(tidy))
      expect(expected.length).toBeGreaterThan(0)
    })
  const tidy = ({ group, across, value }: Explored) => [group, across, value === null ? null : Number(value.toPrecision(9))]
  const answersOf = (out: string, across: boolean) =>
    out
      .trimEnd()
      .split(/\r?\n/)
      .map((line) => {
        const cells = line.split(',')
        const value = cells.at(-1) as string
        return [cells[0], across ? cells[1] : '', value === '' || value === 'NaN' ? null : Number(Number(value).toPrecision(9))]
      })
})
