import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { browser, openSite, site } from './open.ts'

openSite()

const textOf = (page: string) =>
  readFileSync(`dist/zh/${page}/index.html`, 'utf8')
    .replace(/<[^>]+>/g, '')
    .replace(/&quot;/g, '"')
    .replace(/\s+/g, '')
const traps = JSON.parse(readFileSync('tests/specs/traps.json', 'utf8')) as { trap: string; page: string; sentence: string }[]

describe('a known trap is told on the page', () => {
  it.each(traps)('$trap', ({ page, sentence }) => expect(textOf(page)).toContain(sentence.replace(/\s+/g, '')))
})

it('reads the deposit rules of two documents as different, in the matrix and on the cards', () => {
  expect(textOf('topics')).toMatch(/不需缴纳住院押金（可以，附条件）/)
  expect(textOf('topics')).toMatch(/不需缴纳住院押金一、（三）/)
})

it('says on every card that gives a number of diseases that the list is not in the clause', () => {
  const cards = textOf('entitlements/serious-disease-programme').split('以上为').slice(0, 3)
  expect(cards.length).toBe(3)
  for (const card of cards) expect(card).toContain('条文给出病种数，没有列出病种名单。')
})

it('names the work that two documents cite under two titles, and works without a number as gaps', () => {
  const text = textOf('citations')
  expect(text).toMatch(/国卫扶贫发〔2021〕6号《关于巩固拓展健康扶贫成果同乡村振兴有效衔接的实施意见》，又作《关于印发[^》]*》/)
  expect(text).toMatch(/市卫健委等10部门《[^》]*》文中没有写出文号/)
})

it('keeps offices of one commission off the table of bureaus, and says where nothing is itemised', () => {
  const html = readFileSync('dist/zh/agencies/index.html', 'utf8')
  for (const table of html.match(/<table[\s\S]*?<\/table>/g) ?? []) expect(table).not.toContain('医政处')
  expect(html).toContain('医政处')
  expect(textOf('agencies')).toContain('未逐条列明责任单位')
  // a document that does not speak of a topic is not said to name an office for it
  const silent = (JSON.parse(readFileSync('dist/data/latest/coverage.json', 'utf8')) as { document: string; status: string }[]).filter(
    (c) => c.document === 'lianyungang-2018' && c.status !== 'covered',
  )
  const cells = [...(html.match(/<table[\s\S]*?<\/table>/)?.[0] ?? '').matchAll(/data-label="连云港2018"[^>]*>([\s\S]*?)<\/td>/g)]
  expect(silent.length).toBeGreaterThan(0)
  expect(cells.filter(([, cell]) => cell?.includes('只列到委内处室')).length).toBe(cells.length - silent.length)
})

it('sets any documents side by side, and keeps them in the address', async () => {
  const page = await browser.newPage()
  await page.goto(`${site.url}/zh/compare/?d=hubei-2023,ruijin-2021&t=treatment-before-payment`)
  await page.locator('#compared table').waitFor()
  expect(await page.locator('#compared tbody tr').count()).toBe(1)
  expect(await page.locator('#compared').innerText()).toContain('（可以，附条件）')
  await page.getByLabel('云南2021').check()
  await page.locator('#compared thead a', { hasText: '云南2021' }).waitFor()
  expect(page.url()).toMatch(/\?d=hubei-2023,ruijin-2021,yunnan-2021&t=treatment-before-payment$/)
  await page.selectOption('select[name=t]', '')
  await page.waitForFunction("document.querySelectorAll('#compared tbody tr').length > 30")
  await page.goto(`${site.url}/zh/compare/?d=nowhere-1999`)
  await page.getByText('nowhere-1999不在图谱中').waitFor()
  await page.close()
})

it('keeps documents of other parts that were chosen before, and takes them along', async () => {
  const page = await browser.newPage()
  // as on the page of a part: one of the documents stands on another
  await page.route(/\/zh\/compare\/\?/, async (route) => {
    const html = await (await route.fetch()).text()
    const parts = '<nav class="parts"><a href="/zh/compare/in/530000/">云南</a></nav>'
    await route.fulfill({
      contentType: 'text/html',
      body: html.replace(/<label>\s*<input[^>]*value="yunnan-2021"[\s\S]*?<\/label>/, '').replace('<form', `${parts}<form`),
    })
  })
  await page.goto(`${site.url}/zh/compare/?d=hubei-2023,yunnan-2021,../../../x,nowhere-1999`)
  await page.locator('#compared thead a', { hasText: '云南2021' }).waitFor()
  expect(await page.getByLabel('云南2021').isChecked()).toBe(true)
  expect(await page.locator('#compared .warn').innerText()).toContain('../../../x, nowhere-1999不在图谱中')
  const way = page.locator('nav.parts a')
  expect(await way.getAttribute('href')).toBe(`${site.url}/zh/compare/in/530000/?d=hubei-2023,yunnan-2021`)
  await page.getByLabel('瑞金2021').check()
  await page.locator('#compared thead a', { hasText: '瑞金2021' }).waitFor()
  expect(await way.getAttribute('href')).toBe(`${site.url}/zh/compare/in/530000/?d=hubei-2023,ruijin-2021,yunnan-2021`)
  await page.getByLabel('云南2021').uncheck()
  await page.waitForFunction("document.querySelectorAll('#compared thead a').length === 2")
  expect(page.url()).toMatch(/\?d=hubei-2023,ruijin-2021$/)
  await page.close()
})

it('says where a document could not be read, shows the others, and reads it at the next choice', async () => {
  const page = await browser.newPage()
  const broken = /\/compare\/zh\/yunnan-2021\.json$/
  await page.route(broken, (route) => route.abort())
  await page.route(/\/zh\/compare\/\?/, async (route) => {
    const html = await (await route.fetch()).text()
    await route.fulfill({ contentType: 'text/html', body: html.replace(/<label>\s*<input[^>]*value="yunnan-2021"[\s\S]*?<\/label>/, '') })
  })
  await page.goto(`${site.url}/zh/compare/?d=hubei-2023,yunnan-2021`)
  await page.locator('#compared thead a', { hasText: '湖北2023' }).waitFor()
  expect(await page.locator('#compared .warn').innerText()).toBe('数据没有读到，可能是网络断了。网络恢复后再试一次。')
  expect(page.url()).toMatch(/\?d=hubei-2023,yunnan-2021$/)
  await page.unroute(broken)
  await page.getByLabel('瑞金2021').check()
  await page.locator('#compared thead a', { hasText: '云南2021' }).waitFor()
  expect(await page.locator('#compared .warn').count()).toBe(0)
  await page.close()
})

it('without a script lists the prebuilt pairs', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${site.url}/zh/compare/?d=hubei-2023,ruijin-2021`)
  expect(await page.locator('#compare').isVisible()).toBe(false)
  const pairs = JSON.parse(readFileSync('dist/data/latest/pairs.json', 'utf8')) as unknown[]
  expect(await page.locator('main table a').count()).toBe(pairs.length)
  await context.close()
})

it('filters and sorts the targets, and keeps the choice in the address', async () => {
  const page = await browser.newPage()
  await page.goto(`${site.url}/zh/targets/`)
  const all = await page.locator('section.role tbody tr').count()
  await page.selectOption('select[name=region]', '赣州市')
  const kept = page.locator('#filtered tbody tr')
  await kept.first().waitFor()
  const rows = JSON.parse(readFileSync('dist/data/latest/targets.json', 'utf8')) as { document: string }[]
  expect(await kept.count()).toBe(rows.filter((t) => t.document === 'ganzhou-2019').length)
  expect(all).toBe(rows.length)
  await page.selectOption('select[name=sort]', 'type')
  const types = await kept.evaluateAll((found) => found.map((row) => (row as HTMLElement).dataset.type ?? ''))
  expect(types).toEqual([...types].sort((a, b) => (a < b ? -1 : 1)))
  await page.reload()
  await kept.first().waitFor()
  expect(await page.locator('section.role').first().isVisible()).toBe(false)
  await page.selectOption('select[name=attribute]', '约束性')
  await page.getByText('没有符合条件的目标').waitFor()
  await page.close()
})

it('answers for any place: held, known, or only a code', async () => {
  const page = await browser.newPage()
  await page.goto(`${site.url}/zh/regions/`)
  await page.fill('#place input', '瑞金')
  await page.locator('#places a', { hasText: '瑞金市' }).click()
  await page.waitForURL(/regions\/360781\/$/)
  await page.goto(`${site.url}/zh/regions/?q=武汉`)
  await page.locator('#places a', { hasText: '武汉市' }).click()
  await page.getByText('还没有文件收进图谱').first().waitFor()
  expect(await page.locator('.crumbs').innerText()).toContain('湖北省')
  await page.goto(`${site.url}/zh/regions/?q=341821`)
  await page.getByText('“341821”还没有收进图谱').waitFor()
  await page.locator('#places a', { hasText: '安徽省' }).waitFor()
  await page.goto(`${site.url}/zh/regions/?q=乌有县`)
  await page.getByText('“乌有县”还没有收进图谱').waitFor()
  await page.close()
})
