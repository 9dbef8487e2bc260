import { execFileSync } from 'node:child_process'
import { appendFileSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildAtlas } from '../../src/datasets/build.ts'
import { readSources } from '../../src/datasets/sources.ts'
import { wordsOf } from '../../src/i18n/words.ts'
import { catalogOf } from '../../src/views/catalog.ts'
import { homeFindings, topicFindings } from '../../src/views/findings.ts'
import { routesOf } from '../../src/views/routes.ts'
import { copyProject } from '../project.ts'

// a document made up for the test joins those of the project: files are added, no code
describe('one more document', () => {
  const root = mkdtempSync(join(tmpdir(), 'atlas-'))
  const run = (script: string, ...args: string[]) =>
    execFileSync(process.execPath, [script, ...args], { cwd: root, encoding: 'utf8', stdio: 'pipe' })
  const page = (path: string) => readFileSync(join(root, 'dist/zh', path, 'index.html'), 'utf8').replace(/<[^>]+>/g, ' ')
  const text = (path: string) => page(path).replace(/\s+/g, '')
  const id = 'nanchuan-2024'
  // nobody means well with these; they are text like any other
  const markup = '<script>alert(name)</script><img src=x onerror=alert(name)>'
  beforeAll(() => {
    copyProject(root)
    cpSync('data', join(root, 'data'), { recursive: true, filter: (path) => !path.startsWith('data/datasets') })
    cpSync(`tests/fixtures/sixth/${id}`, join(root, 'data/documents', id), { recursive: true })
    appendFileSync(join(root, 'data/codebook/regions.csv'), '990300,南川市,Nanchuan City,prefecture,100000,2026-11-24\n')
    appendFileSync(join(root, 'data/moved.csv'), '/zh/alt/,/zh/topics/#care\n')
    const digest = join(root, 'data/documents', id, 'digest.zh.md')
    writeFileSync(digest, readFileSync(digest, 'utf8').replace('检查结果互相承认', `检查结果互相承认${markup}`))
    run('scripts/ledger.ts')
    run('scripts/data.ts')
    run('node_modules/astro/bin/astro.mjs', 'build')
    run('scripts/downloads.ts', '--out', 'dist')
  }, 120_000)
  afterAll(() => rmSync(root, { recursive: true, force: true }))

  it('appears on every page that compares', () => {
    for (const path of [
      '',
      'topics',
      'topics/by/level',
      'topics/pairing-assistance',
      'topics/vaccination',
      'targets',
      'timeline',
      'agencies',
    ])
      expect(text(path), path).toContain('南川2024')
    for (const path of ['citations', 'reporting', 'methods', 'compare', 'regions', 'entitlements/hospital-deposit'])
      expect(text(path), path).toContain('南川2024')
    expect(text('documents')).toContain('南川市乡村健康实施方案')
    expect(text('regions/990300')).toContain('已收录南川市的1份文件')
  })
  it('has pages of its own, and one with every other document', () => {
    for (const path of [`documents/${id}`, `documents/${id}/2.1`, `targets/${id}/2.1/1`])
      expect(existsSync(join(root, 'dist/zh', path))).toBe(true)
    const pairs = JSON.parse(readFileSync(join(root, 'data/datasets/pairs.json'), 'utf8')) as { a: string; b: string }[]
    expect(pairs.length).toBe(15)
    for (const { a, b } of pairs) expect(existsSync(join(root, 'dist/zh/compare', a, b, 'index.html'))).toBe(true)
  })
  it('is compared like with like', () => {
    expect(text('compare/hubei-2023/nanchuan-2024')).toContain('湖北2023写的是2023年一年的任务，南川2024写的是2024—2027年的任务。')
    expect(text('compare/nanchuan-2024/ruijin-2021')).toContain('不可比：南川2024写“不少于4人”')
    expect(text('compare/nanchuan-2024/ruijin-2021')).toContain('不可比：南川2024写“达到85%”')
    expect(text('targets/nanchuan-2024/1.1/1')).toContain('原则上')
    expect(text('citations')).toContain('南川2024一、（二）')
  })
  it('makes the data differ from the release, and the site says so', () => {
    expect(page('data')).toContain('尚未发布')
    const found = readFileSync(join(root, 'dist/data/latest/targets.csv'), 'utf8')
      .split('\n')
      .filter((line) => line.startsWith(id))
    expect(found.length).toBeGreaterThan(0)
    expect(readFileSync(join(root, 'dist/zh/topics/tcm/index.html'), 'utf8')).not.toMatch(/href="\/\d{4}-\d{2}-\d{2}\//)
  })
  it('shows markup in a clause as text, wherever the clause stands', () => {
    const files = readdirSync(join(root, 'dist'), { recursive: true, encoding: 'utf8' }).filter((f) => /\.(?:html|svg|xml)$/.test(f))
    const found = files.filter((f) => readFileSync(join(root, 'dist', f), 'utf8').includes('alert(name)'))
    for (const file of [`zh/documents/${id}/2.2/index.html`, 'zh/topics/telemedicine-internet-plus/index.html'])
      expect(found).toContain(file)
    for (const file of found) {
      const text = readFileSync(join(root, 'dist', file), 'utf8')
      expect(text, file).not.toMatch(/<script>alert|<img src=x/)
      expect(text, file).toMatch(/(?:&lt;|&#60;)script(?:&gt;|&#62;)alert\(name\)/)
    }
  })
  it('leads on from an address that was retired', () => {
    const html = readFileSync(join(root, 'dist/zh/alt/index.html'), 'utf8')
    expect(html).toContain('http-equiv="refresh" content="0; url=/zh/topics/#care"')
    expect(html).toContain('href="/zh/topics/#care"')
  })
  it('is not called silent where nobody has confirmed it', () => {
    const coverage = JSON.parse(readFileSync(join(root, 'data/datasets/coverage.json'), 'utf8')) as { document: string; status: string }[]
    expect(new Set(coverage.filter((c) => c.document === id).map((c) => c.status))).toEqual(new Set(['covered', 'not-coded']))
  })
})

describe('one document less', () => {
  const { sources } = readSources('.')
  const [words, routes] = [wordsOf('zh'), routesOf('zh')]
  const ids = [...new Set([...sources.keys()].flatMap((path) => /^data\/documents\/([^/]+)\//.exec(path)?.[1] ?? []))]
  const whole = buildAtlas(sources).atlas
  it.each(ids)('no finding names %s, and every figure that is linked is held', (id) => {
    const left = new Map([...sources].filter(([path]) => !path.startsWith(`data/documents/${id}/`)))
    const { atlas } = buildAtlas(left)
    const gone = whole.documents.find((d) => d.id === id)
    const catalog = catalogOf(atlas)
    const all = [...homeFindings(catalog, words, routes), ...atlas.topics.flatMap((t) => topicFindings(t.id, catalog, routes))]
    const said = all.map((f) => f.map((p) => p.text).join(''))
    expect(atlas.documents.length).toBe(ids.length - 1)
    expect(said.length).toBeGreaterThan(10)
    expect(said.join('\n')).not.toContain(gone?.short.zh)
    expect(JSON.stringify(all)).not.toContain(id)
    const printed = new Map(atlas.targets.map((t) => [routes.target(t.id), t.printed]))
    for (const piece of all.flat()) if (piece.href?.includes('#t')) expect(printed.get(piece.href)).toBe(piece.text)
    expect(said[0]).toContain(
      `${atlas.documents.length}份文件共写下${atlas.documents.reduce((n, d) => n + d.counts.numericTargets, 0)}项数字规定`,
    )
    const everywhere = atlas.topics.filter((t) => catalog.coverageOf(t.id).every((c) => c.status === 'covered'))
    const sentence = said.find((s) => s.includes('份文件都写到的事项有'))
    expect(sentence ?? '').toBe(
      everywhere.length > 0
        ? `${atlas.documents.length}份文件都写到的事项有${everywhere.length}个：${everywhere.map((t) => t.name.zh).join('、')}。`
        : '',
    )
  })
})
