import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readArchive, readManifests } from '../../src/datasets/releases.ts'
import { readZip } from '../../src/publish/formats/zip.ts'
import { diffOf, recordsOf } from '../../src/publish/release.ts'
import { browser, openSite, site } from './open.ts'

openSite()
const manifests = readManifests('.')
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex')
const filesOf = (release: string) => readZip(readArchive('.', release, 'data') as Uint8Array)

describe('every release', () => {
  it('is there', () => expect(manifests.length).toBeGreaterThan(0))
  it.each(manifests)('$release is served as its manifest says, file for file', ({ release, files }) => {
    for (const { path, bytes, sha256: sum } of files) {
      const served = readFileSync(`dist/data/${release}/${path}`)
      expect(served.length, path).toBe(bytes)
      expect(sha256(served), path).toBe(sum)
    }
    expect(files.length).toBeGreaterThan(200)
  })
  it.each(manifests)('$release differs from the one before by its change list, and by nothing else', ({ release, previous, changes }) => {
    const before = previous ? recordsOf(filesOf(previous)) : new Map()
    const told = Object.groupBy(
      changes.flatMap((c) => c.ids.map((id) => `${c.dataset} ${c.kind} ${id}`)),
      (line) => line,
    )
    const found = diffOf(before, recordsOf(filesOf(release))).flatMap((d) => d.ids.map((id) => `${d.dataset} ${d.kind} ${id}`))
    expect(Object.keys(told).sort()).toEqual(found.sort())
    for (const c of changes) expect(c.reason.zh && c.reason.en).toBeTruthy()
  })
  it('keeps ids: none that was withdrawn is used again, none that stays changes its key', () => {
    const gone = new Set<string>()
    for (const m of manifests)
      for (const c of m.changes)
        for (const id of c.ids) {
          if (c.kind === 'added') expect(gone.has(`${c.dataset} ${id}`), `${c.dataset} ${id}`).toBe(false)
          if (c.kind === 'withdrawn') gone.add(`${c.dataset} ${id}`)
        }
  })
  it.each(manifests)('$release keeps its pages, which lead to pages and data of the release', async ({ release, pages }) => {
    expect(sha256(readArchive('.', release, 'pages') as Uint8Array)).toBe(pages)
    const page = await (await browser.newContext()).newPage()
    const failed: string[] = []
    page.on('response', (r) => r.status() >= 400 && failed.push(r.url()))
    await page.goto(`${site.url}/${release}/zh/topics/treatment-before-payment/`)
    expect(await page.textContent('main .notice')).toContain(release)
    const links = await page.$$eval('main a[href]', (all) => all.map((a) => a.getAttribute('href') as string))
    for (const link of links.filter((l) => l.startsWith('/'))) {
      const path = link.replace(/[?#].*$/, '')
      if (/^\/(?:pictures|briefs)\//.test(path)) continue
      expect(existsSync(`dist${path.endsWith('/') ? `${path}index.html` : path}`), path).toBe(true)
    }
    expect(links.filter((l) => l.startsWith(`/${release}/`)).length).toBeGreaterThan(10)
    await page.goto(`${site.url}/${release}/zh/search/?q=${encodeURIComponent('押金')}`)
    await page.waitForSelector('#found a')
    expect(failed.filter((url) => !url.includes('pictures'))).toEqual([])
    await page.context().close()
  })
  it('is on the change log, in the feed and on the page of the data', () => {
    for (const lang of ['zh', 'en'])
      for (const { release } of manifests) {
        expect(readFileSync(`dist/${lang}/data/changes/index.html`, 'utf8')).toContain(`id="r${release}"`)
        expect(readFileSync(`dist/releases.${lang}.xml`, 'utf8')).toContain(`#r${release}</id>`)
        expect(readFileSync(`dist/${lang}/data/index.html`, 'utf8')).toContain(release)
      }
  })
})

describe('a page', () => {
  it('carries its address under the release, when the current data are those of one', () => {
    const html = readFileSync('dist/zh/topics/tcm/index.html', 'utf8')
    const last = manifests.at(-1)
    const same = last?.files.find((f) => f.path === 'targets.ndjson')?.sha256 === sha256(readFileSync('dist/data/latest/targets.ndjson'))
    if (same) expect(html).toContain(`/${last?.release}/zh/topics/tcm/`)
    expect(existsSync(`dist/${last?.release}/zh/topics/tcm/index.html`)).toBe(true)
  })
})
