import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { writeAtlas } from '../synthetic/atlas.ts'
import { type Measures, medianOf, report } from './measure.ts'

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

const pagesOf = (folder: string) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.html'))

type Texts = (readonly [path: string, text: string])[]

// the same pages from a template and a list: what is between the tags is not looked at
function writeEleventy(root: string, texts: Texts): string {
  const folder = join(root, 'eleventy')
  mkdirSync(folder)
  writeFileSync(join(folder, 'pages.11tydata.json'), '{}')
  writeFileSync(join(folder, 'bodies.json'), JSON.stringify(texts.map(([path, text]) => ({ path: `/${path}`, text }))))
  const data = `{ pagination: { data: 'all', size: 1, alias: 'page' }, all, permalink: (d) => d.pagination.items[0].path }`
  const page = `const all = require('./bodies.json')\nmodule.exports = { data: ${data}, render: (d) => d.pagination.items[0].text }\n`
  writeFileSync(join(folder, 'pages.11ty.cjs'), page)
  return folder
}

// the same with Astro: what it takes when it has nothing to render
function writeMinimal(root: string, texts: Texts): string {
  const folder = join(root, 'minimal')
  mkdirSync(join(folder, 'src/pages'), { recursive: true })
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  writeFileSync(join(folder, 'astro.config.mjs'), `export default { trailingSlash: 'always', build: { concurrency: 8 } }\n`)
  const pages = texts.flatMap(([path, text]) => (path === '404.html' ? [] : [{ path: path.replace(/\/?index\.html$/, ''), text }]))
  writeFileSync(join(folder, 'bodies.json'), JSON.stringify(pages))
  const paths = `JSON.parse(readFileSync('bodies.json', 'utf8')).map(({ path, text }) => ({ params: { path: path || undefined }, props: { text } }))`
  const script = `import { readFileSync } from 'node:fs'\nexport const getStaticPaths = () => ${paths}\nconst { text } = Astro.props`
  writeFileSync(join(folder, 'src/pages/[...path].astro'), `---\n${script}\n---\n<Fragment set:html={text} />\n`)
  return folder
}

/** The site at three sizes, beside minimal sites of the same pages, by Eleventy and by Astro, and the same bytes written by a few lines. */
export async function benchSite(sizes = [10, 30, 100]): Promise<void> {
  const rows: Measures = []
  for (const size of sizes) {
    const root = mkdtempSync(join(tmpdir(), 'atlas-site-'))
    for (const part of project) cpSync(part, join(root, part), { recursive: true })
    symlinkSync(resolve('node_modules'), join(root, 'node_modules'))
    writeAtlas(root, 1, size)
    run(root, 'scripts/data.ts')
    let [memory, count] = [0, 0]
    // each run writes to a folder of its own: where files were deleted a moment before, a disk takes long to find room for others
    const fresh = (name: string) => `${name}${++count}`
    let out = ''
    const build = () => {
      out = fresh('dist')
      const done = run(root, 'node_modules/astro/bin/astro.mjs', 'build', '--site', 'https://atlas.example.org', '--outDir', out)
      memory = Math.max(memory, done.memory)
    }
    const time = await medianOf(5, build)
    const pages = pagesOf(join(root, out))
    const texts = pages.map((path) => [path, readFileSync(join(root, out, path), 'utf8')] as const)
    const floor = await medianOf(5, () => {
      const folder = fresh('floor')
      for (const [path, text] of texts) {
        const file = join(root, folder, path)
        mkdirSync(dirname(file), { recursive: true })
        writeFileSync(file, text)
      }
    })
    const [eleventy, bare] = [writeEleventy(root, texts), writeMinimal(root, texts)]
    const peer = await medianOf(5, () => {
      // pages of the run before would be templates of the next
      if (existsSync(join(eleventy, 'out'))) renameSync(join(eleventy, 'out'), join(root, fresh('eleventy')))
      return run(eleventy, resolve('node_modules/@11ty/eleventy/cmd.cjs'), '--quiet', '--input=.', '--output=out')
    })
    const minimal = await medianOf(5, () => run(bare, 'node_modules/astro/bin/astro.mjs', 'build', '--outDir', fresh('dist')))
    const megabytes = texts.reduce((sum, [, text]) => sum + Buffer.byteLength(text), 0) / 2 ** 20
    const each = { 'pages/s': (pages.length / time) * 1000, 'MiB per 1,000 pages': (megabytes / pages.length) * 1000 }
    rows.push({
      size,
      pages: pages.length,
      s: time / 1000,
      ...each,
      'MiB memory': memory,
      'x floor': time / floor,
      'x Eleventy': time / peer,
      'minimal Astro x Eleventy': minimal / peer,
    })
    rmSync(root, { recursive: true })
  }
  report('site', rows, ['s', 'pages'])
}

/** Weight of every kind of page as a reader fetches it, compressed, of the site in dist/: median and most, beside what its text alone weighs. */
export function benchWeight(root = 'dist'): void {
  const pages = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((f) => /^zh\/.*\.html$/.test(f))
  const kinds = Map.groupBy(pages, (path) => path.split('/')[1] as string)
  const rows = [...kinds].map(([kind, paths]) => {
    const weights = paths.map((path) => weigh(join(root, path))).sort((a, b) => a.page - b.page)
    const middle = weights[weights.length >> 1] as { page: number; text: number }
    return {
      size: paths.length,
      kind,
      'median kB': middle.page / 1000,
      'most kB': (weights.at(-1)?.page ?? 0) / 1000,
      'x its text': middle.page / middle.text,
    }
  })
  report(
    'weight',
    rows.sort((a, b) => b.size - a.size),
    [],
  )
}

function weigh(file: string): { page: number; text: number } {
  const html = readFileSync(file, 'utf8')
  const text = html.replace(/<(script|style)[\s\S]*?<\/\1>/g, '').replace(/<[^>]+>/g, '')
  return { page: brotliCompressSync(html).length, text: brotliCompressSync(text).length }
}
