import { gzipSync } from 'node:zlib'
import type { Problem } from '../model/problem.ts'
import { checkLanguage } from './language.ts'

/** Most a page may weigh, compressed, in bytes: readable at once on a slow phone. */
export const pageBudget = 60_000

/** Built site, path → content → every link that leads nowhere, fragment without a target, foreign host, overweight page and script that carries content. */
export function checkSite(files: Map<string, string>): Problem[] {
  if (![...files.keys()].some((path) => path.endsWith('.html')))
    return [{ file: 'dist', line: 1, column: 1, message: 'There is no page.', fix: 'Run npm run build, and read what it says.' }]
  const ids = new Map([...files].filter(([path]) => path.endsWith('.html')).map(([path, html]) => [path, idsOf(html)]))
  return [...files]
    .filter(([path]) => path.endsWith('.html'))
    .flatMap(([path, html]) => [...checkLinks(path, html, files, ids), ...checkWeight(path, html), ...checkLanguage(path, html)])
}

const idsOf = (html: string) => new Set([...html.matchAll(/\sid="([^"]+)"/g)].map((m) => m[1] as string))

function checkLinks(path: string, html: string, files: Map<string, string>, ids: Map<string, Set<string>>): Problem[] {
  const problems: Problem[] = []
  const seen = new Set<string>()
  for (const m of html.matchAll(/\s(?:href|src)="([^"]*)"/g)) {
    const link = (m[1] as string).replaceAll('&amp;', '&')
    if (seen.has(link)) continue
    seen.add(link)
    const at = (message: string, fix: string) => problems.push({ file: `dist/${path}`, ...placeOf(html, m.index), message, fix })
    if (/^(?:mailto:|data:)/.test(link)) continue
    if (/^[a-z]+:|^\/\//.test(link)) {
      at(`${link} is on a foreign host.`, 'Serve it from the site or print the address as text.')
      continue
    }
    const [address, fragment] = link.split('#') as [string, string | undefined]
    const target = address === '' ? path : fileOf(address)
    if (!files.has(target)) at(`${link} leads nowhere.`, 'Make the address in views/routes.ts.')
    else if (fragment && !ids.get(target)?.has(decodeURIComponent(fragment)))
      at(`${link} names a place the page does not have.`, 'Give the element that id.')
  }
  return problems
}

const fileOf = (address: string) => {
  const path = decodeURIComponent(address).replace(/^\//, '')
  return path === '' || path.endsWith('/') ? `${path}index.html` : path
}

function checkWeight(path: string, html: string): Problem[] {
  const bytes = gzipSync(html).length
  if (bytes <= pageBudget) return []
  return [
    {
      file: `dist/${path}`,
      line: 1,
      column: 1,
      message: `The page weighs ${bytes} bytes compressed, ${pageBudget} are allowed.`,
      fix: 'Show less on it or split it.',
    },
  ]
}

function placeOf(text: string, offset: number) {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: (before.at(-1) as string).length + 1 }
}
