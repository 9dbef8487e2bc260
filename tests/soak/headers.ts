import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Row } from '../record.ts'
import { startNginx } from '../site/nginx.ts'

// what a scan of headers asks for, and what each address must answer
const asked: { [name: string]: (value: string, path: string) => boolean } = {
  'Content-Security-Policy': (value, path) =>
    !path.endsWith('/') ||
    (/default-src 'none'/.test(value) &&
      /require-trusted-types-for 'script'/.test(value) &&
      !/unsafe-inline|https?:|\*(?!$)/.test(value) &&
      value.endsWith(path.includes('/embed/') ? 'frame-ancestors *' : "frame-ancestors 'none'")),
  'X-Frame-Options': (value, path) => !path.endsWith('/') || (path.includes('/embed/') ? value === '' : value === 'DENY'),
  'X-Content-Type-Options': (value) => value === 'nosniff',
  'Referrer-Policy': (value) => value === 'strict-origin-when-cross-origin',
  'Permissions-Policy': (value) => /camera=\(\)/.test(value),
  'Cross-Origin-Opener-Policy': (value) => value === 'same-origin',
  'Strict-Transport-Security': (value) => /max-age=31536000/.test(value),
  'Cache-Control': (value, path) => (path.startsWith('/_astro/') ? /immutable/.test(value) : !/immutable/.test(value)),
}

/** The built site behind nginx → for every kind of address what a scan of its headers finds; null where there is no site or no nginx. */
export async function scanHeaders(root = 'dist'): Promise<Row[] | null> {
  const server = existsSync(root) ? await startNginx(root) : null
  if (!server) return null
  const first = (folder: string, ends: string) => `/${folder}/${readdirSync(join(root, folder)).find((f) => f.endsWith(ends)) ?? ''}`
  const kinds = readdirSync(join(root, 'zh'), { withFileTypes: true }).flatMap((f) => (f.isDirectory() ? [`/zh/${f.name}/`] : []))
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
      return [name, holds(value, path) ? (value === '' ? '—' : 'as it must') : `WRONG: ${value}`]
    })
    rows.push({ address: path.replace(/\.[\w-]{8}\./, '.*.'), status, ...Object.fromEntries(marks) })
  }
  server.close()
  return rows
}
