import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { type Fetch, search } from '../../src/model/query.ts'
import type { SearchManifest } from '../../src/model/search.ts'
import { browser, openSite, site } from './open.ts'

openSite()
const read = <T>(path: string) => JSON.parse(readFileSync(`dist/data/${path}.json`, 'utf8')) as T

it('finds every pair of characters of every clause', { timeout: 120_000 }, async () => {
  const manifest = read<SearchManifest>('search/zh/index')
  const files = new Map<string, unknown>()
  const fetch = (async (name: string) => {
    if (!files.has(name)) files.set(name, read(`search/zh/${name}`))
    return files.get(name)
  }) as Fetch
  const wanted = new Map<string, string[]>()
  for (const p of read<{ id: string; digestZh: string | null }[]>('latest/provisions'))
    for (const [run] of (p.digestZh ?? '').matchAll(/\p{Script=Han}{2,}/gu))
      for (let i = 0; i + 1 < run.length; i += 1) wanted.set(run.slice(i, i + 2), [...(wanted.get(run.slice(i, i + 2)) ?? []), p.id])
  expect(wanted.size).toBeGreaterThan(3000)
  const missed: string[] = []
  for (const [pair, ids] of wanted) {
    const found = await search([pair], manifest, fetch, 1000)
    const hrefs = new Set(found.find((f) => f.group === 'provisions')?.records.map((r) => r.href))
    missed.push(...ids.filter((id) => !hrefs.has(`/zh/documents/${id}/`)).map((id) => `${pair} in ${id}`))
  }
  expect(missed).toEqual([])
})

describe('the page of searches', () => {
  const visit = async (path: string): Promise<{ page: Page; asked: string[] }> => {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } })
    const asked: string[] = []
    page.on('request', (r) => asked.push(new URL(r.url()).pathname))
    await page.goto(site.url + path)
    return { page, asked }
  }
  it('loads its index only when it is used, and little of it', async () => {
    const { page, asked } = await visit('/zh/')
    expect(asked.filter((path) => path.includes('/data/search/'))).toEqual([])
    await page.locator('.find input').fill('村医')
    await page.keyboard.press('Enter')
    await page.locator('#found mark').first().waitFor()
    expect(page.url()).toContain(`/zh/search/?q=${encodeURIComponent('村医')}`)
    const files = asked.filter((path) => path.includes('/data/search/'))
    const bytes = [...new Set(files)].reduce((sum, path) => sum + readFileSync(`dist${path}`).length, 0)
    expect(files.length).toBeGreaterThan(2)
    expect(bytes).toBeLessThan(300_000)
    await page.close()
  })
  it.each(['村医', '医保', '大病'])('finds %s in several groups, marks it, and leads everyday words on', async (word) => {
    const { page } = await visit(`/zh/search/?q=${encodeURIComponent(word)}`)
    await page.locator('#found section').first().waitFor()
    expect(await page.locator('#found section h2').count()).toBeGreaterThan(2)
    const marks = await page.locator('#found mark').allInnerTexts()
    expect(marks.length).toBeGreaterThan(2)
    await page.close()
  })
  it('leads 押金 to treatment before payment, and answers English and places that are not held', async () => {
    const { page } = await visit(`/zh/search/?q=${encodeURIComponent('押金')}`)
    await page.getByText('“押金”在文件里叫“先诊疗后付费”').waitFor()
    await page.locator('#search input').fill('喀什')
    await page.getByText('没有找到“喀什”').waitFor()
    await page.locator('#search input').fill('宜昌')
    await page.locator('#found a', { hasText: '宜昌市' }).waitFor()
    await page.goto(`${site.url}/en/search/?q=deposit`)
    await page.locator('#found a', { hasText: 'Do I pay a deposit' }).first().waitFor()
    await page.close()
  })
  it('says where the network is down, and finds when it is back', async () => {
    const page = await browser.newPage()
    const index = /\/data\/search\/zh\//
    await page.route(index, (route) => route.abort())
    await page.goto(`${site.url}/zh/search/?q=${encodeURIComponent('村医')}`)
    await page.getByText('数据没有读到，可能是网络断了').waitFor()
    await page.unroute(index)
    await page.locator('#search input').fill('村医服务')
    await page.locator('#search input').fill('村医')
    await page.locator('#found mark').first().waitFor()
    expect(await page.locator('#found .warn').count()).toBe(0)
    await page.close()
  })
  it('is walked by the keyboard: down to the hits, up to the box', async () => {
    const { page } = await visit('/zh/search/?q=%E5%8C%BB%E4%BF%9D')
    await page.locator('#found a').first().waitFor()
    await page.locator('#search input').focus()
    await page.keyboard.press('ArrowDown')
    const href = await page.locator('#found a').first().getAttribute('href')
    expect(await page.evaluate('document.activeElement.getAttribute("href")')).toBe(href)
    await page.keyboard.press('ArrowUp')
    expect(await page.evaluate('document.activeElement.tagName')).toBe('INPUT')
    await page.close()
  })
  it('without a script leads to the indexes', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${site.url}/zh/search/`)
    for (const path of ['topics', 'entitlements', 'agencies']) expect(await page.locator(`main a[href="/zh/${path}/"]`).count()).toBe(1)
    await page.getByText('没有脚本时，从下面的目录找').waitFor()
    await context.close()
  })
})
