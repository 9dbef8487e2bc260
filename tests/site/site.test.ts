import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { describe, expect, it } from 'vitest'
import { document, kindsOf } from './kinds.ts'
import { browser, openSite, site } from './open.ts'

const held = () => new Set((JSON.parse(readFileSync('dist/data/latest/regions.json', 'utf8')) as { code: string }[]).map((r) => r.code))

openSite()

describe.each([
  { lang: 'zh', name: 'phone, light', width: 390, height: 844, colorScheme: 'light' as const },
  { lang: 'zh', name: 'desktop, dark', width: 1440, height: 900, colorScheme: 'dark' as const },
  { lang: 'en', name: 'phone, dark', width: 390, height: 844, colorScheme: 'dark' as const },
  { lang: 'en', name: 'desktop, light', width: 1440, height: 900, colorScheme: 'light' as const },
])('$lang, $name', ({ lang, width, height, colorScheme }) => {
  it('shows every kind of page without accessibility faults, foreign requests, errors or sideways scrolling', async () => {
    const context = await browser.newContext({ viewport: { width, height }, colorScheme })
    const faults: string[] = []
    const page = await context.newPage()
    // how far things jump while a page loads, as browsers measure it
    await page.addInitScript(
      'window.shifts = 0; new PerformanceObserver((list) => { for (const e of list.getEntries()) if (!e.hadRecentInput) window.shifts += e.value }).observe({ type: "layout-shift", buffered: true })',
    )
    let path = ''
    page.on('request', (r) => r.url().startsWith(site.url) || r.url().startsWith('data:') || faults.push(`${path} asks ${r.url()}`))
    page.on('pageerror', (e) => faults.push(`${path}: ${e.message}`))
    for (path of kindsOf(lang)) {
      const response = await page.goto(site.url + path)
      if (response?.status() !== 200) faults.push(`${path} answers ${response?.status()}`)
      const { violations } = await new AxeBuilder({ page }).options({ rules: { 'target-size': { enabled: true } } }).analyze()
      for (const v of violations) faults.push(`${path} ${v.id}: ${v.nodes[0]?.html.slice(0, 160)}`)
      const wide = () => page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
      if (Number(await wide()) > 0) faults.push(`${path} is ${await wide()} px wider than the window`)
      const shifts = Number(await page.evaluate('window.shifts'))
      if (shifts > 0.01) faults.push(`${path} shifts by ${shifts.toFixed(3)}`)
      if (width > 400) continue
      // as wide as a window of 1280 px at 400 %
      await page.setViewportSize({ width: 320, height })
      if (Number(await wide()) > 0) faults.push(`${path} is ${await wide()} px wider than 320 px`)
      await page.setViewportSize({ width, height })
    }
    await context.close()
    expect(faults).toEqual([])
  })
})

it('has no page that is wider than a phone', async () => {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } })
  const all = ['dist/zh', 'dist/en'].flatMap((root) =>
    readdirSync(root, { recursive: true, withFileTypes: true }).filter((f) => f.name === 'index.html'),
  )
  const wide: string[] = []
  const known = held()
  for (const { parentPath } of all) {
    const path = parentPath.replace(/^dist/, '')
    // pages of divisions of which nothing is held are alike: one of them is looked at above
    const division = /^\/(?:zh|en)\/regions\/(\d{6})$/.exec(path)?.[1]
    if (division && !known.has(division)) continue
    await page.goto(`${site.url}${path}/`)
    if (await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth')) wide.push(path)
  }
  expect(all.length).toBeGreaterThan(100)
  expect(wide).toEqual([])
  await page.close()
})

it('reads whole without a script', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${site.url}/zh/documents/${document()}/`)
  expect(await page.locator('article.clause').count()).toBeGreaterThan(5)
  await page.goto(`${site.url}/zh/indicators/health-literacy/`)
  expect(await page.locator('figure svg[role=img]').count()).toBe(1)
  const all = JSON.parse(readFileSync('dist/data/latest/observations.json', 'utf8')) as { indicator: string; region: string }[]
  const shown = all.filter((o) => o.indicator === 'health-literacy')
  const national = shown.filter((o) => o.region === '100000')
  const rows = page.locator('section[aria-labelledby=table] tbody tr')
  expect(await page.locator('section[aria-labelledby=table] table').first().locator('tbody tr').count()).toBe(national.length)
  expect(await rows.count()).toBe(shown.length)
  await context.close()
})

it('leads from a figure to its clause, and by keyboard past the menu', async () => {
  const page = await browser.newPage()
  await page.goto(`${site.url}/zh/targets/`)
  const figure = page.locator('table.targets a.figure').first()
  const printed = await figure.innerText()
  await figure.click()
  const hash = new URL(page.url()).hash.slice(1)
  expect(await page.locator(`[id="${hash}"]`).innerText()).toContain(printed)
  expect(
    await page
      .locator('.digest')
      .allInnerTexts()
      .then((t) => t.join()),
  ).toContain(printed)
  await page.keyboard.press('Home')
  await page.goto(`${site.url}/zh/`)
  await page.keyboard.press('Tab')
  expect(await page.evaluate('document.activeElement.textContent')).toBe('跳到正文')
  await page.close()
})

it('prints the benchmarks and the gap of the series in the chart and the table alike', async () => {
  const page = await browser.newPage()
  await page.goto(`${site.url}/zh/indicators/health-literacy/`)
  const svg = await page.locator('figure svg').innerHTML()
  for (const label of ['2020年20%', '2022年不低于22%', '2025年25%', '2030年30%']) expect(svg).toContain(label)
  expect(await page.locator('figcaption').innerText()).toContain('2013—2016年、2020年未查到')
  await page.close()
})

it('reads a draft in the browser, pasted or dropped, and sends nothing anywhere', async () => {
  const page = await browser.newPage()
  // a browser of 2019: what came later is taken away before any script runs
  await page.addInitScript(() => {
    const later: [object, string[]][] = [
      [Array.prototype, ['at', 'findLast', 'findLastIndex', 'toSorted']],
      [String.prototype, ['at', 'matchAll', 'replaceAll']],
      [Object.getPrototypeOf(Uint8Array.prototype), ['at']],
      [Map, ['groupBy']],
      [Element.prototype, ['replaceChildren']],
    ]
    for (const [owner, names] of later) for (const name of names) Reflect.deleteProperty(owner, name)
  })
  const asked: string[] = []
  await page.goto(`${site.url}/zh/draft/`)
  page.on(
    'request',
    (r) => r.url().endsWith('/favicon.svg') || asked.push(`${r.method()} ${new URL(r.url()).pathname} ${r.postData() ?? ''}`.trim()),
  )
  await page.fill('#draft-text', readFileSync('tests/fixtures/files/plan.txt', 'utf8'))
  await page.getByRole('heading', { name: '数字和目标（8）' }).waitFor()
  const report = await page.locator('#draft-report').innerText()
  for (const part of ['某市基层卫生服务三年行动方案', '二、（二）', '不低于800元', '国民健康规划示例', '市卫生健康委'])
    expect(report).toContain(part)
  expect(asked).toEqual([])
  await page.setInputFiles('#draft-file', 'tests/fixtures/files/plan.docx')
  await page.waitForFunction("document.getElementById('draft-text').value.includes('基层卫生服务三年行动方案')")
  await page.selectOption('#draft-other', { index: 1 })
  await page.getByRole('heading', { name: /与所选文件相近的条款/ }).waitFor()
  expect(asked.every((line) => /^GET \/(?:_astro|data\/clauses)\//.test(line))).toBe(true)
  await page.close()
})

it('says of a draft that what it would stand beside could not be read, and shows the latest that was asked for', async () => {
  const page = await browser.newPage()
  const clauses = /\/data\/clauses\//
  await page.goto(`${site.url}/zh/draft/`)
  await page.fill('#draft-text', readFileSync('tests/fixtures/files/plan.txt', 'utf8'))
  await page.route(clauses, (route) => route.abort())
  await page.selectOption('#draft-other', { index: 1 })
  await page.locator('#draft-compare .warn').getByText('对照用的文件没有读到').waitFor()
  await page.unroute(clauses)
  // the same one can be chosen again
  expect(await page.inputValue('#draft-other')).toBe('')
  await page.selectOption('#draft-other', { index: 1 })
  await page.getByRole('heading', { name: /与所选文件相近的条款/ }).waitFor()
  // what was asked for first is lost when the other is there
  const [first, second] = await page
    .locator('#draft-other option')
    .evaluateAll((all) => all.slice(1, 3).map((o) => o.getAttribute('value')))
  let release = () => {}
  const held = new Promise<void>((done) => {
    release = done
  })
  await page.route(`**${first}`, async (route) => {
    await held
    await route.abort()
  })
  const late = page.waitForEvent('requestfailed')
  await page.selectOption('#draft-other', first as string)
  const there = page.waitForResponse(`**${second}`)
  await page.selectOption('#draft-other', second as string)
  await (await there).finished()
  release()
  await late
  await page.evaluate(() => new Promise((done) => setTimeout(done, 50)))
  expect(await page.innerText('#draft-compare')).toContain('与所选文件相近的条款')
  await page.close()
})

it('is built of the same bytes again, by two processes, in another time zone and language of the machine', () => {
  const again = mkdtempSync(join(tmpdir(), 'atlas-site-'))
  const env = { ...process.env, TZ: 'America/New_York', LANG: 'de_DE.UTF-8' }
  const options = ['--site', 'https://atlas.example.org', '--no-pictures', '--no-compressed', '--processes', '2', '--outDir', again]
  const { status, stderr } = spawnSync(process.execPath, ['scripts/build.ts', ...options], { encoding: 'utf8', env })
  expect(status, stderr).toBe(0)
  const files = (root: string) =>
    Object.fromEntries(
      readdirSync(root, { recursive: true, withFileTypes: true })
        .filter((f) => f.isFile())
        .map((f) => join(f.parentPath, f.name))
        // left out for the time they take
        .filter((path) => !/^pictures\/|\.(?:gz|br|zst)$/.test(relative(root, path)))
        .map((path) => [relative(root, path), readFileSync(path, 'base64')]),
    )
  expect(files(again)).toEqual(files('dist'))
  rmSync(again, { recursive: true })
})
