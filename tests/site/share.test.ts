import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { Resvg } from '@resvg/resvg-js'
import jsQR from 'jsqr'
import { afterAll, describe, expect, it } from 'vitest'
import { checkSite } from '../../src/publish/links.ts'
import { document, kindsOf, pair } from './kinds.ts'
import { browser, openSite, site } from './open.ts'
import { serve } from './server.ts'

openSite()
const html = (path: string) => readFileSync(join('dist', path, path.endsWith('.html') ? '' : 'index.html'), 'utf8')
const readCode = (svg: string) => {
  const { pixels, width, height } = new Resvg(svg, { fitTo: { mode: 'width', value: 420 } }).render()
  return jsQR(new Uint8ClampedArray(pixels), width, height)?.data ?? ''
}

describe('what passes a page on', () => {
  it('every code leads to a page of the site, on paper as on the screen', () => {
    const shared = kindsOf('zh').filter((path) => !/\?|404|search|embed/.test(path))
    for (const path of shared) {
      const [svg] = /<svg[^>]*shape-rendering="crispEdges"[\s\S]*?<\/svg>/.exec(html(path)) ?? []
      expect(svg, path).toBeDefined()
      const { origin, pathname } = new URL(readCode(svg as string))
      expect(origin).toBe('https://atlas.example.org')
      expect(existsSync(join('dist', pathname, 'index.html')), pathname).toBe(true)
      if (!path.includes('/briefs/')) expect(pathname).toBe(path)
    }
  })
  it('copies the address alone, and a text with year, number, article and source', async () => {
    const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
    const page = await context.newPage()
    await page.goto(`${site.url}/zh/documents/hubei-2023/1.3/`)
    const copied = () => page.evaluate('navigator.clipboard.readText()') as Promise<string>
    await page.getByRole('button', { name: '复制网址' }).click()
    expect(await copied()).toBe(`${site.url}/zh/documents/hubei-2023/1.3/`)
    await page.getByRole('button', { name: '复制材料文字' }).click()
    expect(await copied()).toMatch(/^据2023年《.*》（鄂卫通〔2023〕3号）一、（三）整理：/)
    expect(await copied()).toContain('（该件标注依申请公开，引用前请核）')
    expect(await copied()).toContain('https://atlas.example.org/zh/documents/hubei-2023/1.3/')
    await page.goto(`${site.url}/zh/documents/yunnan-2021/2.5/`)
    expect(await page.locator('#share-text').innerText()).not.toContain('依申请公开')
    await context.close()
  })
  it('names pictures that are there, in their sizes', () => {
    for (const lang of ['zh', 'en'])
      for (const path of [
        `documents/${document()}`,
        'entitlements/hospital-deposit',
        'topics/tcm',
        `compare/${pair()}`,
        'charts/timeline',
      ]) {
        const page = html(`${lang}/${path}`)
        const portrait = new RegExp(`href="(/pictures/${lang}/${path}\\.portrait\\.png)"`).exec(page)?.[1] ?? ''
        const card = /property="og:image" content="https:\/\/atlas\.example\.org([^"]+)"/.exec(page)?.[1] ?? ''
        for (const [file, width, height] of [[portrait, 1080, 1440] as const, [card, 1200, 630] as const]) {
          const png = readFileSync(join('dist', file))
          expect([png.readUInt32BE(16), png.readUInt32BE(20)], file).toEqual([width, height])
        }
      }
  })
  it('describes documents and datasets for search engines', () => {
    const linked = (path: string) => JSON.parse(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(html(path))?.[1] ?? 'null')
    expect(linked('zh/documents/hubei-2023')).toMatchObject({ '@type': 'Legislation', legislationIdentifier: '鄂卫通〔2023〕3号' })
    expect(linked('en/data')).toMatchObject({ '@type': 'Dataset' })
    expect(html('zh/documents/hubei-2023')).toContain('hreflang="en" href="https://atlas.example.org/en/documents/hubei-2023/"')
  })
  it('prints every brief on at most two pages of A4', { timeout: 300_000 }, async () => {
    const page = await browser.newPage()
    const briefs = ['zh', 'en'].flatMap((lang) =>
      readdirSync(`dist/${lang}/briefs`, { recursive: true, withFileTypes: true })
        .filter((f) => f.name === 'index.html')
        .map((f) => `/${relative('dist', f.parentPath)}/`),
    )
    expect(briefs.length).toBeGreaterThan(50)
    const long: string[] = []
    for (const path of briefs) {
      await page.goto(site.url + path)
      const pdf = await page.pdf({ preferCSSPageSize: true })
      const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
      if (pages < 1 || pages > 2) long.push(`${path}: ${pages}`)
      expect(existsSync(join('dist', path.replace(/^\/(zh|en)\/briefs/, '/briefs/$1').replace(/\/$/, '.docx')))).toBe(true)
    }
    expect(long).toEqual([])
    await page.close()
  })
})

it('leads by keyboard from home over an entitlement to a clause, a comparison and its address', async () => {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
  const page = await context.newPage()
  // tabs until an element that fits has the focus, as a person would, and presses Enter
  const go = async (fits: string) => {
    for (let i = 0; i < 200; i += 1) {
      await page.keyboard.press('Tab')
      if (await page.evaluate(`document.activeElement.matches(${JSON.stringify(fits)})`)) {
        const seen = await page.evaluate("getComputedStyle(document.activeElement).outlineStyle !== 'none'")
        expect(seen, `focus on ${fits} is seen`).toBe(true)
        await page.keyboard.press('Enter')
        return
      }
    }
    throw new Error(`${fits} cannot be reached by the keyboard on ${page.url()}`)
  }
  const at = (pattern: RegExp) => page.waitForURL(pattern)
  await page.goto(`${site.url}/zh/`)
  await page.keyboard.press('Tab')
  expect(await page.evaluate('document.activeElement.textContent.trim()')).toBe('跳到正文')
  await page.keyboard.press('Enter')
  await go('main .doors a[href="/zh/entitlements/"]')
  await at(/\/zh\/entitlements\/$/)
  await go('a[href="/zh/entitlements/hospital-deposit/"]')
  await at(/hospital-deposit\/$/)
  await go('.rule a.clause')
  await at(/\/zh\/documents\/[^/]+\/[^/]+\/$/)
  await go('main a[href^="/zh/compare/"]')
  await at(/\/zh\/compare\/[^/]+\/[^/]+\/$/)
  await go('button[data-copy="share-link"]')
  await page.getByText('已复制').waitFor()
  expect(await page.evaluate('navigator.clipboard.readText()')).toBe(page.url())
  await context.close()
})

it('keeps the choice of large text and of dark on every page, and tells charts mark by mark', async () => {
  const context = await browser.newContext({ colorScheme: 'light' })
  const page = await context.newPage()
  await page.goto(`${site.url}/zh/`)
  const size = () => page.evaluate('parseFloat(getComputedStyle(document.body).fontSize)') as Promise<number>
  const plain = await size()
  await page.getByRole('button', { name: '大字' }).click()
  await page.getByRole('button', { name: '深色' }).click()
  await page.goto(`${site.url}/zh/charts/health-literacy-1/`)
  expect(await size()).toBeCloseTo(plain * 1.25)
  expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(20, 25, 26)')
  await page.locator('[data-tips]').focus()
  await page.keyboard.press('ArrowRight')
  expect(await page.locator('.tip').innerText()).toMatch(/2012: 8\.8/)
  await page.keyboard.press('ArrowRight')
  expect(await page.locator('.tip').innerText()).toMatch(/2017/)
  await page.keyboard.press('Escape')
  expect(await page.locator('.tip').isVisible()).toBe(false)
  await context.close()
})

it('fits an embedded chart into a page of another site by the code that is offered', async () => {
  const page = await browser.newPage({ viewport: { width: 700, height: 600 } })
  const [, code = ''] = /<pre class="copyable">([\s\S]*?)<\/pre>/.exec(html('zh/charts/health-literacy-1')) ?? []
  const plain = code
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
  const body = plain.replace('https://atlas.example.org', site.url)
  const folder = mkdtempSync(join(tmpdir(), 'atlas-elsewhere-'))
  writeFileSync(join(folder, 'index.html'), `<!doctype html><title>elsewhere</title>${body}`)
  writeFileSync(join(folder, '404.html'), '')
  const elsewhere = await serve(folder)
  await page.goto(`${elsewhere.url}/`)
  const height = () => page.evaluate("document.querySelector('iframe').getBoundingClientRect().height") as Promise<number>
  await expect.poll(() => page.evaluate("document.querySelector('iframe')?.style.height"), { timeout: 10_000 }).toMatch(/px$/)
  const inside = page.frames()[1]
  expect(await height()).toBeCloseTo(Number(await inside?.evaluate('document.documentElement.scrollHeight')), -1)
  await page.close()
  elsewhere.close()
  rmSync(folder, { recursive: true })
})

describe('other ways to build', () => {
  const root = mkdtempSync(join(tmpdir(), 'atlas-built-'))
  afterAll(() => rmSync(root, { recursive: true, force: true }))
  const build = (...args: string[]) =>
    execFileSync(process.execPath, ['scripts/build.ts', '--no-pictures', ...args], { encoding: 'utf8', stdio: 'pipe' })

  it('below a folder of a host: every link stays in it', { timeout: 300_000 }, () => {
    const out = join(root, 'based')
    build('--base', '/atlas', '--outDir', out)
    const files = new Map(
      readdirSync(out, { recursive: true, withFileTypes: true })
        .filter((f) => f.isFile())
        .map((f) => join(f.parentPath, f.name))
        .map((path) => [relative(out, path), readFileSync(path, 'utf8')]),
    )
    expect(files.get('zh/index.html')).toContain('href="/atlas/zh/topics/"')
    const outside = [...files].filter(([path, text]) => path.endsWith('.html') && /\s(?:href|src|action)="\/(?!atlas\/)/.test(text))
    expect(outside.map(([path]) => path)).toEqual([])
    const built = { paths: [...files.keys()], read: (path: string) => files.get(path) as string }
    const problems = checkSite(built).filter((p) => !p.message.includes('/pictures/'))
    expect(problems).toEqual([])
  })

  it('as a folder that is opened from a disk: reads, compares and draws without a server', { timeout: 300_000 }, async () => {
    const out = join(root, 'portable')
    build('--portable', '--outDir', out)
    const page = await browser.newPage()
    const failed: string[] = []
    // the icon of a page that is left before it came
    page.on('requestfailed', (r) => r.url().endsWith('favicon.svg') || failed.push(r.url()))
    page.on('pageerror', (e) => failed.push(e.message))
    page.on('request', (r) => /^(?:file|data):/.test(r.url()) || failed.push(r.url()))
    await page.goto(`file://${out}/zh/index.html`)
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).not.toBe('rgba(0, 0, 0, 0)')
    await page.locator('main .doors a').nth(1).click()
    await page.waitForURL(/topics\/index\.html$/)
    await page.locator('.matrix tbody th a').first().click()
    await page.locator('article.clause').first().waitFor()
    await page.goto(`file://${out}/zh/charts/health-literacy-1/index.html`)
    expect(await page.locator('figure svg[role=img]').count()).toBe(1)
    await page.locator('[data-tips]').focus()
    await page.keyboard.press('ArrowRight')
    expect(await page.locator('.tip').isVisible()).toBe(true)
    await page.goto(`file://${out}/zh/targets/index.html`)
    await page.selectOption('select[name=role]', { index: 1 })
    await page.locator('#filtered table').waitFor()
    await page.goto(`file://${out}/zh/search/index.html`)
    await page.getByText('这一功能要从服务器读数据').waitFor()
    expect(failed).toEqual([])
    await page.close()
  })
})
