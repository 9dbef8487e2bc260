import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { buildSync } from 'esbuild'
import { makePortable, type PageScript } from '../src/publish/portable.ts'

// dist/ [/base] → the same folder, to be opened from a disk: relative addresses, classic scripts
const [root = 'dist', folder = '/'] = process.argv.slice(2)
const base = folder.replace(/\/$/, '')
const made = new Map<string, string>()
mkdirSync(join(root, 'scripts'), { recursive: true })

// pages kept with a release have scripts of their own
const scriptsOf = (page: string) => join(root, /^\d{4}-\d{2}-\d{2}\//.exec(page)?.[0] ?? '', '_astro')

const scriptOf =
  (page: string) =>
  ({ src, code }: PageScript): string => {
    const contents = src === null ? code : readFileSync(join(root, src.slice(base.length)), 'utf8')
    const known = made.get(contents)
    if (known) return known
    const stdin = { contents, resolveDir: scriptsOf(page), loader: 'js' as const }
    const [file] = buildSync({
      stdin,
      bundle: true,
      format: 'iife',
      minify: true,
      target: 'chrome78',
      write: false,
      logLevel: 'error',
    }).outputFiles
    const name = `scripts/${createHash('sha256').update(contents).digest('hex').slice(0, 12)}.js`
    writeFileSync(join(root, name), file?.text ?? '')
    made.set(contents, name)
    return name
  }

const pages = readdirSync(root, { recursive: true, withFileTypes: true }).filter((f) => f.isFile() && f.name.endsWith('.html'))
for (const { parentPath, name } of pages) {
  const path = join(parentPath, name)
  const [page, html] = [relative(root, path), readFileSync(path, 'utf8')]
  writeFileSync(path, makePortable(html, page, base, scriptOf(page)))
}
console.log(`${pages.length} pages can be opened from the disk; start with ${root}/index.html.`)
