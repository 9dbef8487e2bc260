import { readFileSync } from 'node:fs'
import { parseExploration } from '../../src/model/exploration.ts'
import { exploreRows, filterRows, readRows } from '../../src/statistics/explore.ts'
import { openBrowser } from '../site/browser.ts'
import { serve } from '../site/server.ts'
import { growth, keep, type Measures, median } from './measure.ts'

const head = 'id,dataset,indicator,region,period,value'
const line = (i: number) => `${i},d,i${i % 40},${100000 + (i % 300) * 100},${2000 + (i % 25)},${(i * 7919) % 1000}`
const csvOf = (n: number) => `${head}\n${Array.from({ length: n }, (_, i) => line(i)).join('\n')}\n`
const question = parseExploration('d=observations&f=value~gt~100&g=period&p=indicator&a=mean&v=value&s=share')

/** What reading, filtering and grouping cost at three sizes; then what a reader waits for at 100,000 rows on the built site. */
export async function benchExplore(): Promise<void> {
  const sizes = [1000, 10_000, 100_000]
  console.log('   rows    read ms  filter ms   group ms   a plain Map ms')
  const kept: Measures = []
  for (const n of sizes) {
    const csv = csvOf(n)
    const rows = readRows(csv)
    const found = filterRows(rows, question.filters)
    const floor = median(() => {
      const sums = new Map<string, number>()
      for (const text of csv.split('\n').slice(1, -1)) {
        const cells = text.split(',')
        if (Number(cells[5]) > 100) sums.set(`${cells[4]} ${cells[2]}`, (sums.get(`${cells[4]} ${cells[2]}`) ?? 0) + Number(cells[5]))
      }
    })
    const [read, filter, group] = [
      median(() => readRows(csv)),
      median(() => filterRows(rows, question.filters)),
      median(() => exploreRows(found, question)),
    ]
    console.log(`${String(n).padStart(7)}${[read, filter, group, floor].map((t) => t.toFixed(1).padStart(11)).join('')}`)
    const together = read + filter + group
    kept.push({ size: n, 'ms read': read, 'ms filter': filter, 'ms group': group, ms: together, 'x floor': together / floor })
  }
  const exponent = growth(
    sizes,
    kept.map((row) => Number(row.ms)),
  )
  console.log(`growth exponent ${exponent.toFixed(2)}`)
  keep('explore', kept, { ms: exponent })
  await inBrowser()
}

async function inBrowser(): Promise<void> {
  const site = await serve('dist')
  const browser = await openBrowser()
  const page = await browser.newPage()
  const csv = csvOf(100_000)
  await page.route('**/data/latest/observations.csv', (route) => route.fulfill({ contentType: 'text/csv', body: csv }))
  const timed = async (what: string, act: () => Promise<unknown>, done: string) => {
    const start = Date.now()
    await act()
    await page.waitForSelector(done)
    console.log(`${what.padEnd(44)}${String(Date.now() - start).padStart(6)} ms`)
  }
  await page.goto(`${site.url}/en/explore/`)
  await timed('100,000 rows: chosen to shown', () => page.selectOption('#explore-dataset', 'observations'), '#explored tbody tr')
  const settle = '#explored[aria-busy="false"]'
  const query = (q: string) => page.evaluate((search) => history.replaceState(null, '', search), q)
  await query('?')
  await timed('grouped by year', () => page.selectOption('#x-group', 'period'), `${settle} .chart svg`)
  await timed('a column for each of 40 indicators', () => page.selectOption('#x-across', 'indicator'), `${settle} table th:nth-child(40)`)
  await timed('as a heat map', () => page.selectOption('#x-chart', 'heat'), `${settle} .chart svg`)
  const script = readFileSync('dist/en/explore/index.html', 'utf8').length
  console.log(`the page itself: ${script} bytes of HTML before anything is chosen`)
  await browser.close()
  site.close()
}
