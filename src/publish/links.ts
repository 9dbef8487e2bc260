import { gzipSync } from 'node:zlib'
import type { Problem } from '../model/problem.ts'
import { checkLanguage } from './language.ts'

/** A built site: the paths of its files, and what is in one, asked for when it is looked at. */
export interface Built {
  paths: string[]
  read(path: string): string
}

// the site while it is checked: what leads somewhere, the places pages have, and what files weigh that many pages load
interface Checked extends Built {
  known: Set<string>
  ids: Map<string, Set<string>>
  weights: Map<string, number>
}

/**
 * Built site → every link that leads nowhere, fragment without a target, foreign host, overweight page and script that carries content. Pages are
 * read one at a time, twice: what is held of all are the ids of their elements.
 */
export function checkSite({ paths, read }: Built): Problem[] {
  if (!paths.some((path) => path.endsWith('.html')))
    return [{ file: 'dist', line: 1, column: 1, message: 'There is no page.', fix: 'Run npm run build, and read what it says.' }]
  // pages kept with a release are as they were: what they led to may have gone
  const living = paths.filter((path) => !/^\d{4}-\d{2}-\d{2}\//.test(path))
  const pages = living.filter((path) => path.endsWith('.html'))
  const bare = bareOf(paths.includes('zh/index.html') ? read('zh/index.html') : '')
  const ids = new Map(pages.map((path) => [path, idsOf(read(path))]))
  const site: Checked = { paths, read, known: new Set(paths), ids, weights: new Map() }
  return pages.flatMap((path) => {
    const html = bare(read(path))
    return [...checkLinks(path, html, site), ...checkWeight(path, html, site), ...checkLanguage(path, html)]
  })
}

// a site that knows its public address and the folder of its host links to itself by them: told apart from foreign hosts by the front page
function bareOf(front: string): (html: string) => string {
  const origin = /<link rel="canonical" href="(https?:\/\/[^/"]+)/.exec(front)?.[1]
  const base = /<a class="brand" href="([^"]*)\/zh\/"/.exec(front)?.[1] ?? ''
  return (html) => {
    const local = origin ? html.replaceAll(`="${origin}/`, '="/') : html
    return base ? local.replaceAll(`="${base}/`, '="/') : local
  }
}

const idsOf = (html: string) => new Set([...html.matchAll(/\sid="([^"]+)"/g)].map((m) => m[1] as string))

function checkLinks(path: string, html: string, { known, ids }: Checked): Problem[] {
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
    const [whole, fragment] = link.split('#') as [string, string | undefined]
    const address = whole.replace(/\?.*$/, '')
    const target = address === '' ? path : fileOf(address)
    if (!known.has(target)) at(`${link} leads nowhere.`, 'Make the address in views/routes.ts.')
    else if (fragment && !ids.get(target)?.has(decodeURIComponent(fragment)))
      at(`${link} names a place the page does not have.`, 'Give the element that id.')
  }
  return problems
}

const fileOf = (address: string) => {
  const path = decodeURIComponent(address).replace(/^\//, '')
  return path === '' || path.endsWith('/') ? `${path}index.html` : path
}

/** Most that a page with its styles may weigh compressed, and its scripts, in bytes. Pages that are programs may load more. */
export const budgets = { long: 45_000, other: 30_000, script: 12_000 }
const long = /^(?:zh|en)\/(?:documents\/[^/]+|topics(?:\/.+)?|compare\/.+|methods(?:\/style)?)\/index\.html$/
const programs = /^(?:zh|en)\/(?:search|draft|explore)\//

// a page travels with its stylesheet and the scripts it names, each with what these import
function checkWeight(path: string, html: string, { known, read, weights }: Checked): Problem[] {
  const textOf = (name: string) => (known.has(name.replace(/^\//, '')) ? read(name.replace(/^\//, '')) : '')
  const weight = (name: string) => {
    const own = weights.get(name) ?? gzipSync(textOf(name)).length
    weights.set(name, own)
    return own
  }
  const named = (pattern: RegExp) => [...html.matchAll(pattern)].map((m) => m[1] as string)
  const page = gzipSync(html).length + named(/<link rel="stylesheet" href="([^"]+)"/g).reduce((sum, name) => sum + weight(name), 0)
  const scripts = new Set(named(/<script type="module" src="([^"]+)"/g))
  for (const name of scripts)
    for (const m of textOf(name).matchAll(/from\s?["']\.\/([^"']+)["']/g)) scripts.add(name.replace(/[^/]+$/, m[1] as string))
  const script = [...scripts].reduce((sum, name) => sum + weight(name), 0)
  const most = long.test(path) ? budgets.long : budgets.other
  const at = (message: string, fix: string) => [{ file: `dist/${path}`, line: 1, column: 1, message, fix }]
  return [
    ...(page > most ? at(`The page weighs ${page} bytes compressed, ${most} are allowed.`, 'Show less on it or split it.') : []),
    ...(script > budgets.script && !programs.test(path)
      ? at(`Its scripts weigh ${script} bytes compressed, ${budgets.script} are allowed.`, 'Load them when they are used.')
      : []),
    ...[...html.matchAll(/<img(?![^>]*\swidth=)[^>]*>/g)].flatMap(() => at('A picture has no size.', 'Give it width and height.')),
  ]
}

function placeOf(text: string, offset: number) {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: (before.at(-1) as string).length + 1 }
}
