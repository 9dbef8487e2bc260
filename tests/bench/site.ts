import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { writeAtlas } from '../synthetic/atlas.ts'
import { type Measures, medianOf, report } from './measure.ts'
import { astro, eleventy, pagesIn, type Texts, writeEleventy, writeLayout, writeMinimal } from './peers.ts'

const project = ['src', 'scripts', 'public', 'package.json', 'package-lock.json', 'tsconfig.json', 'astro.config.mjs', 'env.d.ts']

// runs a command of Node and tells its time and the most memory it had: a process in between asks the system what its child took
const watch = `
const { spawnSync } = require('node:child_process')
const own = spawnSync(process.execPath, ['--require', process.env.PROBE, ...process.argv.slice(1)], { stdio: ['ignore', 'ignore', 'inherit'] })
process.exit(own.status ?? 1)`
const probe = `process.on('exit', () => require('node:fs').appendFileSync(process.env.PROBED, String(process.resourceUsage().maxRSS) + '\\n'))`

function run(root: string, ...command: string[]): { seconds: number; memory: number } {
  const folder = mkdtempSync(join(tmpdir(), 'atlas-probe-'))
  writeFileSync(join(folder, 'probe.cjs'), probe)
  const start = performance.now()
  const env = { ...process.env, PROBE: join(folder, 'probe.cjs'), PROBED: join(folder, 'memory') }
  const done = spawnSync(process.execPath, ['-e', watch, ...command], { cwd: root, env, encoding: 'utf8' })
  if (done.status !== 0) throw new Error(done.stderr.slice(-2000))
  const seconds = (performance.now() - start) / 1000
  const most = Math.max(...readFileSync(env.PROBED, 'utf8').trim().split('\n').map(Number))
  rmSync(folder, { recursive: true })
  return { seconds, memory: most / 1024 }
}

/**
 * The site at three sizes, beside the same pages from minimal sites (Eleventy with one layout, Eleventy and Astro with nothing to render) and the
 * same bytes written by a few lines. The largest takes some 20 GB of a disk for as long as it runs.
 */
export async function benchSite(sizes = [30, 100, 300]): Promise<void> {
  const [rows, weights]: [Measures, Measures] = [[], []]
  for (const size of sizes) {
    const root = mkdtempSync(join(tmpdir(), 'atlas-site-'))
    for (const part of project) cpSync(part, join(root, part), { recursive: true })
    symlinkSync(resolve('node_modules'), join(root, 'node_modules'))
    writeAtlas(root, 1, size)
    run(root, 'scripts/data.ts')
    let [memory, count] = [0, 0]
    // each run writes to a folder of its own: where files were deleted a moment before, a disk takes long to find room for others
    const fresh = (name: string) => join(root, `${name}-${++count}`)
    let out = ''
    const time = await medianOf(5, () => {
      out = fresh('dist')
      memory = Math.max(memory, run(root, ...astro, '--site', 'https://atlas.example.org', '--outDir', out).memory)
    })
    const texts = pagesIn(out).map((path) => [path, readFileSync(join(out, path), 'utf8')] as const)
    const floor = await medianOf(5, () => {
      const folder = fresh('floor')
      for (const [path, text] of texts) {
        const file = join(folder, path)
        mkdirSync(dirname(file), { recursive: true })
        writeFileSync(file, text)
      }
    })
    const [least, layout, bare] = [writeEleventy(root, texts), writeLayout(root, texts), writeMinimal(root, texts)]
    const bytes = texts.reduce((sum, [, text]) => sum + Buffer.byteLength(text), 0)
    const timeOf = async (folder: string, tool: readonly string[], outDir: string) => {
      let own = ''
      const taken = await medianOf(5, () => {
        own = fresh('peer')
        run(folder, ...tool, `${outDir}=${own}`)
      })
      const written = pagesIn(own).reduce((sum, path) => sum + statSync(join(own, path)).size, 0)
      if (Math.abs(written - bytes) > bytes / 100) throw new Error(`${folder} wrote ${written} bytes of pages, not ${bytes}.`)
      return taken
    }
    weights.push({ size, pages: texts.length, ...weighAll(texts) })
    const peers = {
      'x Eleventy with a layout': time / (await timeOf(layout, eleventy, '--output')),
      'x Eleventy of ready texts': time / (await timeOf(least, eleventy, '--output')),
      'x Astro of ready texts': time / (await timeOf(bare, astro, '--outDir')),
    }
    const megabytes = bytes / 2 ** 20
    const each = { 'pages/s': (texts.length / time) * 1000, 'MiB per 1,000 pages': (megabytes / texts.length) * 1000 }
    rows.push({ size, pages: texts.length, s: time / 1000, ...each, 'MiB memory': memory, 'x floor': time / floor, ...peers })
    rmSync(root, { recursive: true })
  }
  report('site', rows, ['s', 'pages'])
  report('weight-sizes', weights, ['median kB'])
}

// of two hundred pages, taken evenly from all
function weighAll(texts: Texts): { 'median kB': number; 'most kB': number; 'x its text': number } {
  const step = Math.ceil(texts.length / 200)
  return middleOf(texts.filter((_, i) => i % step === 0).map(([, html]) => weigh(html)))
}

/** Weight of every kind of page as a reader fetches it, compressed, of the site in dist/: median and most, beside what its text alone weighs. */
export function benchWeight(root = 'dist'): void {
  const pages = pagesIn(root).filter((f) => f.startsWith('zh/'))
  const kinds = Map.groupBy(pages, (path) => path.split('/')[1] as string)
  const rows = [...kinds].map(([kind, paths]) => {
    return { size: paths.length, kind, ...middleOf(paths.map((path) => weigh(readFileSync(join(root, path), 'utf8')))) }
  })
  report(
    'weight',
    rows.sort((a, b) => b.size - a.size),
    [],
  )
}

interface Weight {
  page: number
  text: number
}

function middleOf(weights: Weight[]) {
  const sorted = weights.sort((a, b) => a.page - b.page)
  const middle = sorted[sorted.length >> 1] as Weight
  return { 'median kB': middle.page / 1000, 'most kB': (sorted.at(-1)?.page ?? 0) / 1000, 'x its text': middle.page / middle.text }
}

function weigh(html: string): Weight {
  const text = html.replace(/<(script|style)[\s\S]*?<\/\1>/g, '').replace(/<[^>]+>/g, '')
  return { page: brotliCompressSync(html).length, text: brotliCompressSync(text).length }
}
