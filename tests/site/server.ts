import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
}

type Rule = { path: string; headers: [string, string][] }

// the headers that the build wrote for static hosts
function rulesOf(root: string): Rule[] {
  const file = join(root, '_headers')
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .split('\n\n')
    .map((block) => {
      const [path = '', ...lines] = block.trim().split('\n')
      return {
        path,
        headers: lines.map(
          (line) =>
            line
              .trim()
              .split(/: (.*)/s)
              .slice(0, 2) as [string, string],
        ),
      }
    })
}
const matches = (rule: string, path: string) => (rule.endsWith('*') ? path.startsWith(rule.slice(0, -1)) : path === rule)

/** Serves a folder on a free port of this machine with the headers of its `_headers`; unknown addresses get 404.html. */
export async function serve(root: string): Promise<{ url: string; close: () => void }> {
  const rules = rulesOf(root)
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent((request.url ?? '/').replace(/[?#].*$/, '')))
    let file = join(root, path)
    if (existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html')
    const found = existsSync(file)
    for (const rule of rules) if (matches(rule.path, path)) for (const [name, value] of rule.headers) response.setHeader(name, value)
    response.writeHead(found ? 200 : 404, { 'content-type': types[extname(found ? file : '.html')] ?? 'text/plain' })
    response.end(readFileSync(found ? file : join(root, '404.html')))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() }
}
