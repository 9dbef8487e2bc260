import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { appendFileSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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

// in a copy of the project: a release, a change without a reason, a change with one, the same date again
describe('npm run release', () => {
  const root = mkdtempSync(join(tmpdir(), 'atlas-release-'))
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ['scripts/release.ts', '--no-pages', ...args], { cwd: root, encoding: 'utf8' })
  const sums = () => readdirSync(join(root, 'data/releases')).map((f) => `${f} ${sha256(readFileSync(join(root, 'data/releases', f)))}`)
  beforeAll(() => {
    for (const name of ['src', 'scripts', 'package.json', 'package-lock.json']) cpSync(name, join(root, name), { recursive: true })
    cpSync('data', join(root, 'data'), { recursive: true })
    symlinkSync(resolve('node_modules'), join(root, 'node_modules'))
  })
  afterAll(() => rmSync(root, { recursive: true, force: true }))

  it('refuses a release in which nothing changed, and leaves what is there', () => {
    const before = sums()
    const { status, stderr } = run('--date', '2031-01-01')
    expect(stderr).toContain('Nothing has changed since the last release.')
    expect(stderr).toContain('No release was written.')
    expect(status).toBe(1)
    expect(sums()).toEqual(before)
  })
  it('asks for the reason of every change, then writes it, and the change list is the difference', () => {
    const terms = join(root, 'data/codebook/terms.yaml')
    const [last] = readManifests(root).slice(-1)
    const before = sums()
    const text = readFileSync(terms, 'utf8')
    const plain = /plain: \{ zh: ([^,}]+)/.exec(text)?.[1] as string
    writeFileSync(terms, text.replace(plain, `${plain.replace(/。?$/, '')}（试改）。`))
    const refused = run('--date', '2031-01-01')
    expect(refused.status).toBe(1)
    expect(refused.stderr).toContain('1 records of terms are changed without a reason')
    expect(refused.stderr).toContain('Add a line: 2031-01-01,terms,,why,why')
    appendFileSync(join(root, 'data/changes.csv'), '2031-01-01,terms,,试改一处解释,One explanation tried another way\n')
    expect(run('--date', '2031-01-01').stderr).not.toContain('No release')
    const manifests = readManifests(root)
    expect(manifests.at(-1)).toMatchObject({
      release: '2031-01-01',
      previous: last?.release,
      changes: [{ dataset: 'terms', kind: 'changed', reason: { en: 'One explanation tried another way' } }],
    })
    const records = (release: string) => recordsOf(readZip(readArchive(root, release, 'data') as Uint8Array))
    const found = diffOf(records(last?.release as string), records('2031-01-01'))
    expect(found).toEqual(manifests.at(-1)?.changes.map(({ reason: _, ...change }) => change))
    // what was released before is there as it was
    for (const line of before) expect(sums()).toContain(line)
    const again = run('--date', '2031-01-01')
    expect(again.status).toBe(1)
    expect(again.stderr).toContain('2031-01-01 is not later than the last release, 2031-01-01.')
  }, 120_000)
})
