import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { copyProject } from '../project.ts'
import { writeAtlas } from '../synthetic/atlas.ts'
import { type Measures, medianOf, middle, report } from './measure.ts'
import { astro, eleventy, pagesIn, type Texts, textsIn, writeEleventy, writeLayout, writeMinimal } from './peers.ts'

// runs a command of Node and tells its time and the most memory it had: a process in between asks the system what its child took
const watch = `
const { spawnSync } = require('node:child_process')
const own = spawnSync(process.execPath, ['--require', process.env.PROBE, ...process.argv.slice(1)], { stdio: ['ignore', 'ignore', 'inherit'] })
process.exit(own.status ?? 1)`
const probe = `process.on('exit', () => require('node:fs').appendFileSync(process.env.PROBED, String(process.resourceUsage().maxRSS) + '\\n'))`

function run(root: string, heap: number, ...command: string[]): { seconds: number; memory: number } {
  const folder = mkdtempSync(join(tmpdir(), 'atlas-probe-'))
  writeFileSync(join(folder, 'probe.cjs'), probe)
  const start = performance.now()
  const env = {
    ...process.env,
    PROBE: join(folder, 'probe.cjs'),
    PROBED: join(folder, 'memory'),
    NODE_OPTIONS: `--max-old-space-size=${heap}`,
  }
  const done = spawnSync(process.execPath, ['-e', watch, ...command], { cwd: root, env, encoding: 'utf8' })
  if (done.status !== 0) throw new Error(done.stderr.slice(-2000))
  const seconds = (performance.now() - start) / 1000
  const most = Math.max(...readFileSync(env.PROBED, 'utf8').trim().split('\n').map(Number))
  rmSync(folder, { recursive: true })
  return { seconds, memory: most / 1024 }
}

// MiB: as scripts/pages.ts has it; the peers as much as they want
const [ours, theirs] = [2400, 12_000]

// the same bytes written by a few lines, in milliseconds; what they are read with does not count
function writePlain(texts: Texts, folder: string): number {
  let time = 0
  for (const [path, text] of texts) {
    const file = join(folder, path)
    const start = performance.now()
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
    time += performance.now() - start
  }
  return time
}

/**
 * The site at three sizes, beside the same pages from minimal sites (Eleventy with one layout, Eleventy and Astro with nothing to render) and the
 * same bytes written by a few lines. The largest takes some 20 GB of a disk for as long as it runs.
 */
export async function benchSite(sizes = [30, 100, 300], runs = 5): Promise<void> {
  const [rows, weights]: [Measures, Measures] = [[], []]
  for (const size of sizes) {
    const root = mkdtempSync(join(tmpdir(), 'atlas-site-'))
    copyProject(root)
    writeAtlas(root, 1, size)
    // what stands before the pages in `npm run build`
    for (const script of ['scripts/data.ts', 'scripts/downloads.ts']) run(root, theirs, script)
    let [memory, count] = [0, 0]
    // each run writes to a folder of its own: where files were deleted a moment before, a disk takes long to find room for others
    const fresh = (name: string) => join(root, `${name}-${++count}`)
    let out = ''
    const time = await medianOf(runs, () => {
      out = fresh('dist')
      memory = Math.max(memory, run(root, ours, ...astro, '--site', 'https://atlas.example.org', '--outDir', out).memory)
    })
    const paths = pagesIn(out)
    const texts = textsIn(out, paths)
    const floor = middle(Array.from({ length: runs }, () => writePlain(texts, fresh('floor'))))
    const [least, layout, bare] = [writeEleventy(root, texts), writeLayout(root, texts), writeMinimal(root, texts)]
    const bytes = sizeOf(out, paths)
    const timeOf = async (folder: string, tool: readonly string[], outDir: string) => {
      let own = ''
      const taken = await medianOf(runs, () => {
        own = fresh('peer')
        run(folder, theirs, ...tool, `${outDir}=${own}`)
      })
      const written = sizeOf(own, pagesIn(own))
      if (Math.abs(written - bytes) > bytes / 100) throw new Error(`${folder} wrote ${written} bytes of pages, not ${bytes}.`)
      return taken
    }
    weights.push({ size, pages: paths.length, ...weighAll(out, paths) })
    const peers = {
      'x Eleventy with a layout': time / (await timeOf(layout, eleventy, '--output')),
      'x Eleventy of ready texts': time / (await timeOf(least, eleventy, '--output')),
      'x Astro of ready texts': time / (await timeOf(bare, astro, '--outDir')),
    }
    const megabytes = bytes / 2 ** 20
    const each = { 'pages/s': (paths.length / time) * 1000, 'MiB per 1,000 pages': (megabytes / paths.length) * 1000 }
    rows.push({ size, pages: paths.length, s: time / 1000, ...each, 'MiB memory': memory, 'x floor': time / floor, ...peers })
    rmSync(root, { recursive: true })
  }
  const grows = (...names: string[]) => (sizes.length > 1 ? names : [])
  report('site', rows, grows('s', 'pages'))
  report('weight-sizes', weights, grows('median kB'))
}

const sizeOf = (folder: string, paths: string[]) => paths.reduce((sum, path) => sum + statSync(join(folder, path)).size, 0)

// of two hundred pages, taken evenly from all
function weighAll(folder: string, paths: string[]): { 'median kB': number; 'most kB': number; 'x its text': number } {
  const step = Math.ceil(paths.length / 200)
  const some = paths.filter((_, i) => i % step === 0)
  return middleOf([...textsIn(folder, some)].map(([, html]) => weigh(html)))
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
