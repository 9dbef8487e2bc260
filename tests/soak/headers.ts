import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Row } from '../record.ts'
import { startNginx } from '../site/nginx.ts'

const isPage = (path: string) => path.endsWith('/')
// charts that readers draw are computed from expressions that Arquero compiles: that page alone may evaluate
const evaluates = (path: string) => path.includes('/explore/')

// what a scan of headers asks for, and what each address must answer
const asked: { [name: string]: (value: string, path: string) => boolean } = {
  'Content-Security-Policy': (value, path) =>
    !isPage(path) ||
    (/default-src 'none'/.test(value) &&
      !/unsafe-inline|https?:|\*(?!$)/.test(value) &&
      /unsafe-eval/.test(value) === evaluates(path) &&
      value.includes(`require-trusted-types-for 'script'; trusted-types ${evaluates(path) ? 'default' : "'none'"}`) &&
      value.endsWith(path.includes('/embed/') ? 'frame-ancestors *' : "frame-ancestors 'none'")),
  'X-Frame-Options': (value, path) => !isPage(path) || (path.includes('/embed/') ? value === '' : value === 'DENY'),
  'X-Content-Type-Options': (value) => value === 'nosniff',
  'Referrer-Policy': (value) => value === 'strict-origin-when-cross-origin',
  'Permissions-Policy': (value) => /camera=\(\)/.test(value),
  'Cross-Origin-Opener-Policy': (value) => value === 'same-origin',
  'Strict-Transport-Security': (value) => /max-age=31536000/.test(value),
  'Cache-Control': (value, path) => (path.startsWith('/_astro/') ? /immutable/.test(value) : !/immutable/.test(value)),
}

// the page of a folder, or the first below it
function pageIn(root: string, path: string): string {
  if (existsSync(join(root, path, 'index.html'))) return path
  const below = readdirSync(join(root, path), { withFileTypes: true }).find((f) => f.isDirectory())
  return below ? pageIn(root, `${path}${below.name}/`) : path
}

/** The built site behind nginx → for every kind of address what a scan of its headers finds; null where there is no site or no nginx. */
export async function scanHeaders(root = 'dist'): Promise<Row[] | null> {
  const server = existsSync(root) ? await startNginx(root) : null
  if (!server) return null
  const first = (folder: string, ends: string) => `/${folder}/${readdirSync(join(root, folder)).find((f) => f.endsWith(ends)) ?? ''}`
  const kinds = readdirSync(join(root, 'zh'), { withFileTypes: true }).flatMap((f) =>
    f.isDirectory() ? [pageIn(root, `/zh/${f.name}/`)] : [],
  )
  const paths = [
    '/',
    '/zh/',
    ...kinds,
    '/zh/nowhere/',
    first('_astro', '.css'),
    first('_astro', '.js'),
    '/data/latest/targets.csv',
    '/api/v1/targets.json',
  ]
  const rows: Row[] = []
  for (const path of paths) {
    const { status, headers } = await fetch(server.url + path)
    const marks = Object.entries(asked).map(([name, holds]) => {
      const value = headers.get(name) ?? ''
      const right = /unsafe-eval/.test(value) ? 'as it must, evaluates' : 'as it must'
      return [name, holds(value, path) ? value && right : `WRONG: ${value}`]
    })
    rows.push({ address: path.replace(/\.[\w-]{8}\./, '.*.'), status, ...Object.fromEntries(marks) })
  }
  server.close()
  return rows
}
