import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const rooms: Record<string, string[]> = {
  model: [],
  i18n: [],
  parse: ['model'],
  extract: ['model', 'parse'],
  statistics: ['model'],
  compare: ['model'],
  live: ['model', 'views'],
  explore: ['model', 'statistics', 'charts', 'live'],
  draft: ['model', 'parse', 'extract', 'compare', 'i18n'],
  publish: ['model', 'parse'],
  charts: ['model'],
  datasets: ['model', 'parse', 'extract', 'statistics', 'compare'],
  work: ['model', 'datasets', 'charts', 'publish'],
  views: ['model', 'statistics', 'compare', 'i18n'],
  components: ['model', 'charts', 'views', 'i18n', 'styles', 'live'],
  pages: ['model', 'views', 'charts', 'components', 'datasets', 'publish', 'i18n', 'draft', 'explore', 'live', 'styles', 'work'],
}
const doors: Record<string, RegExp> = {
  papaparse: /^src\/parse\/table\.ts$/,
  yaml: /^(?:src\/parse\/yaml\.ts|astro\.config\.mjs)$/,
  arquero: /^src\/statistics\/(?:table|explore)\.ts$/,
  'hyparquet-writer': /^src\/publish\/formats\/parquet\.ts$/,
  'write-excel-file/node': /^src\/publish\/formats\/xlsx\.ts$/,
  'node:sqlite': /^src\/publish\/formats\/sqlite\.ts$/,
  '@observablehq/plot': /^src\/charts\//,
  'lean-qr': /^src\/charts\/qr\.ts$/,
  satori: /^src\/charts\/card\.ts$/,
  'subset-font': /^src\/charts\/font\.ts$/,
  sharp: /^src\/charts\/raster\.ts$/,
  '@resvg/resvg-js': /^src\/charts\/raster\.ts$/,
  docx: /^src\/publish\/docx\.ts$/,
  highs: /^src\/statistics\/disclosure\/solver\.ts$/,
  diff: /^src\/compare\/wording\.ts$/,
  linkedom: /^src\/charts\//,
  fflate: /^src\/(?:(?:parse\/formats|publish)\/docx|publish\/formats\/zip)\.ts$/,
  mammoth: /^src\/parse\/formats\/docx\.ts$/,
  parse5: /^src\/parse\/formats\/html\.ts$/,
  'pdfjs-dist/legacy/build/pdf.mjs': /^src\/parse\/formats\/(?:pdf|rules)\.ts$/,
  piscina: /^src\/work\/threads\.ts$/,
  bullmq: /^src\/work\/queue\.ts$/,
  ioredis: /^src\/work\/queue\.ts$/,
  // the lexicon of modal words is data that the rules are made of
  '../../data/codebook/modality.json': /^src\/extract\/modality\.ts$/,
  'node:fs':
    /^(?:src\/datasets\/(?:sources|store|releases|lock|swap|cache|shelf)\.ts|src\/publish\/formats\/sqlite\.ts|src\/charts\/font\.ts|src\/work\/files\.ts|scripts\/.*|astro\.config\.mjs)$/,
}
const files = ['src', 'scripts'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((f) => f.isFile() && /\.(?:ts|astro)$/.test(f.name))
    .map((f) => join(f.parentPath, f.name)),
)
const importsOf = (file: string) =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|^import|await import\() ?'([^']+)'/gm)].map((m) => m[1] as string)

describe('the house', () => {
  it('has the rooms of the README, and no other', () => {
    const found = readdirSync('src', { withFileTypes: true }).map((f) => f.name)
    expect(found.sort()).toEqual([...Object.keys(rooms), 'styles'].sort())
    const readme = readFileSync('README.md', 'utf8')
    for (const room of found) expect(readme).toMatch(new RegExp(`\\b${room}\\b`))
  })

  it('imports downward only', () => {
    const faults = files.flatMap((file) => {
      const room = /^src\/([^/]+)/.exec(file)?.[1]
      return importsOf(file).flatMap((name) => {
        if (!name.startsWith('.') || doors[name]) return []
        const path = join(file, '..', name)
        const target = /^src\/([^/]+)/.exec(path)?.[1] ?? ''
        if (path.startsWith('public/') || target === room || room === undefined || rooms[room]?.includes(target)) return []
        return [`${file} imports ${name}`]
      })
    })
    expect(faults).toEqual([])
  })

  it('opens each library at one door', () => {
    const faults = files.flatMap((file) =>
      importsOf(file).flatMap((name) => (doors[name] && !doors[name].test(file) ? [`${file} imports ${name}`] : [])),
    )
    expect(faults).toEqual([])
  })

  it('keeps modules small and pages smaller', () => {
    const faults = files.flatMap((file) => {
      const lines = readFileSync(file, 'utf8').split('\n').length
      const most = file.startsWith('scripts/') ? 45 : file.endsWith('.astro') ? 150 : 300
      return lines > most ? [`${file} has ${lines} lines, ${most} are allowed`] : []
    })
    expect(faults).toEqual([])
  })

  it('prints and exits only in scripts, and reads no clock or locale', () => {
    const faults = files.flatMap((file) => {
      const text = readFileSync(file, 'utf8')
      // what is written for readers to run prints, too
      const loud = !/^(?:scripts\/|src\/explore\/code\.ts$|src\/views\/snippets\.ts$)/.test(file) && /console\.|process\.exit/.test(text)
      // words are cut by the rules of Chinese, whatever the locale of the machine
      const clock =
        !/^(?:scripts\/|src\/compare\/wording\.ts$)/.test(file) && /Date\.now|new Date\(\)|toLocale|Intl\.|Math\.random/.test(text)
      return loud || clock ? [file] : []
    })
    expect(faults).toEqual([])
  })
})

describe('the README', () => {
  it('names the two commands, and every script it names exists', () => {
    const readme = readFileSync('README.md', 'utf8')
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
    expect(readme).toContain('npm ci && npm start')
    expect(readme).toContain('npm ci && npm test')
    expect(readFileSync('.ci/run', 'utf8')).toContain('npm ci && npm test')
    for (const [, name] of readme.matchAll(/npm run (?:--silent )?([a-z-]+)/g)) expect(scripts, name).toHaveProperty(name as string)
  })

  it('is kept by pinned versions', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
    for (const version of Object.values({ ...dependencies, ...devDependencies })) expect(version).toMatch(/^\d+\.\d+\.\d+(?:-r\.\d+)?$/)
  })
})
