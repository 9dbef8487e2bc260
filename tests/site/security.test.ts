import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { kindsOf } from './kinds.ts'
import { browser, openSite, site } from './open.ts'

openSite()

const payloads = [
  '<img src=x onerror="window.hit=1">',
  '"><script>window.hit=1</script>',
  "'-alert(1)-'",
  'javascript:window.hit=1',
  ['{{7*7}}$', '{7*7}'].join(''),
]
const watched = async () => {
  const page = await (await browser.newContext()).newPage()
  const refused: string[] = []
  page.on('console', (m) => /Content Security Policy|TrustedHTML|Trusted Type/.test(m.text()) && refused.push(m.text()))
  page.on('pageerror', (e) => refused.push(e.message))
  return { page, refused }
}
const hit = (page: Page) => page.evaluate(() => (window as { hit?: number }).hit)

describe('the headers the site is served with', () => {
  it('are on every kind of page, without unsafe-inline or a foreign host', async () => {
    for (const path of kindsOf('zh')) {
      const { headers } = await fetch(site.url + path)
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy, path).toContain("default-src 'none'")
      expect(policy, path).not.toMatch(/unsafe-inline|https?:/)
      expect(policy.includes('unsafe-eval'), path).toBe(/\/explore\//.test(path))
      expect(policy, path).toContain(`require-trusted-types-for 'script'; trusted-types ${/\/explore\//.test(path) ? 'default' : "'none'"}`)
      expect(policy, path).toContain(path.includes('/embed/') ? 'frame-ancestors *' : "frame-ancestors 'none'")
      expect(headers.get('x-content-type-options'), path).toBe('nosniff')
      expect(headers.get('referrer-policy'), path).toBe('strict-origin-when-cross-origin')
    }
    const data = await fetch(`${site.url}/data/latest/targets.csv`)
    expect(data.headers.get('access-control-allow-origin')).toBe('*')
  })
  it('let every page do what it does', async () => {
    const { page, refused } = await watched()
    for (const path of [...kindsOf('zh'), ...kindsOf('en')]) await page.goto(site.url + path, { waitUntil: 'load' })
    expect(refused).toEqual([])
    await page.context().close()
  }, 180_000)
  it('let no page make markup from a text, that of explorations neither', async () => {
    const { page } = await watched()
    for (const path of ['/zh/explore/', '/zh/search/']) {
      await page.goto(site.url + path, { waitUntil: 'load' })
      const made = page.evaluate(() => {
        document.body.innerHTML = '<img src=x onerror="window.hit=1">'
      })
      await expect(made, path).rejects.toThrow('TrustedHTML')
    }
    await page.context().close()
  })
  it('let another site frame what is made to be embedded, and nothing else', async () => {
    const host = createServer((request, response) => {
      const path = new URL(request.url ?? '/', 'http://x').searchParams.get('page')
      response.setHeader('content-type', 'text/html')
      response.end(`<iframe src="${site.url}${path}"></iframe>`)
    })
    await new Promise<void>((done) => host.listen(0, '127.0.0.2', done))
    const other = `http://127.0.0.2:${(host.address() as AddressInfo).port}`
    const framed = async (path: string) => {
      const page = await browser.newPage()
      await page.goto(`${other}/?page=${encodeURIComponent(path)}`)
      await page.waitForTimeout(300)
      const text = await page
        .frames()[1]
        ?.evaluate(() => document.body?.textContent ?? '')
        .catch(() => '')
      await page.close()
      return (text ?? '').includes('乡村健康')
    }
    expect(await framed('/zh/embed/health-literacy-1/')).toBe(true)
    expect(await framed('/zh/topics/')).toBe(false)
    host.close()
  })
})

describe('what comes from outside stays words', () => {
  it.each([
    ['/zh/search/?q=', '#found'],
    ['/zh/regions/?q=', '#places'],
    ['/zh/compare/?documents=', 'main'],
    ['/zh/targets/?region=', 'main'],
    ['/zh/explore/?d=targets&g=document&f=document~ne~', '#explored'],
    ['/zh/explore/?d=targets&g=', '#explored'],
  ])('in the address of %s', async (address, place) => {
    const { page, refused } = await watched()
    for (const payload of payloads) {
      await page.goto(site.url + address + encodeURIComponent(payload))
      await page.waitForTimeout(250)
      expect(await hit(page), payload).toBe(undefined)
      expect(await page.locator(`${place} img[src="x"], ${place} script:not([src])[type="text/javascript"]`).count(), payload).toBe(0)
    }
    expect(refused).toEqual([])
    await page.context().close()
  })
  it('in a draft that is pasted', async () => {
    const { page, refused } = await watched()
    await page.goto(`${site.url}/zh/draft/`)
    for (const payload of payloads) {
      await page.fill(
        '#draft-text',
        `关于${payload}的通知\n\n一、${payload}\n\n（一）${payload}。到2025年，${payload}达到80%（市${payload}局负责）。`,
      )
      await page.waitForTimeout(600)
      expect(await hit(page), payload).toBe(undefined)
      expect(await page.locator('#draft-report img, #draft-report script').count(), payload).toBe(0)
    }
    expect(await page.textContent('#draft-report')).toContain('80%')
    expect(refused).toEqual([])
    await page.context().close()
  })
})
