import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** Pages as they were built: where each lies, and its text. */
export type Texts = Iterable<readonly [path: string, text: string]>
type Page = Texts extends Iterable<infer P> ? P : never

/** The pages in a folder, read as they are asked for. */
export const textsIn = (folder: string, paths: string[]): Texts => ({
  *[Symbol.iterator]() {
    for (const path of paths) yield [path, readFileSync(join(folder, path), 'utf8')] as const
  },
})

/** Starts Eleventy in a folder of `writeEleventy` or `writeLayout`. */
export const eleventy = [resolve('node_modules/@11ty/eleventy/cmd.cjs'), '--quiet', '--input=.'] as const
/** Starts Astro in a folder of `writeMinimal`, or in a project. */
export const astro = [resolve('node_modules/astro/bin/astro.mjs'), 'build'] as const

// one text holds no more than half a gigabyte
const most = 2000
function writeRows(folder: string, texts: Texts, rowOf: (page: Page) => object | null): string {
  let [rows, count]: [object[], number] = [[], 0]
  const write = () => {
    writeFileSync(join(folder, `rows-${String(count).padStart(7, '0')}.json`), JSON.stringify(rows))
    count += rows.length
    rows = []
  }
  for (const page of texts) {
    const row = rowOf(page)
    if (row) rows.push(row)
    if (rows.length === most) write()
  }
  write()
  const name = JSON.stringify(folder)
  return `readdirSync(${name}).filter((f) => f.startsWith('rows-')).sort().flatMap((f) => JSON.parse(readFileSync(${name} + '/' + f, 'utf8')))`
}
const reading = `const { readdirSync, readFileSync } = require('node:fs')\n`

/** The least that Eleventy can be asked for: each page's text is there, and it finds the file to write it to. */
export function writeEleventy(root: string, texts: Texts): string {
  const folder = join(root, 'eleventy')
  mkdirSync(folder)
  const rows = writeRows(folder, texts, ([path, text]) => ({ path: `/${path}`, text }))
  const data = `{ pagination: { data: 'all', size: 1, alias: 'own' }, all: ${rows}, permalink: (d) => d.own.path }`
  writeFileSync(join(folder, 'pages.11ty.cjs'), `${reading}module.exports = { data: ${data}, render: (d) => d.own.text }\n`)
  return folder
}

const layout = `{% if own.whole %}{{ own.whole | safe }}{% else %}<!DOCTYPE html><html lang="{{ own.lang }}"><head>{{ own.head | safe
}}<meta name="description" content="{{ own.description }}"><title>{{ own.title }}</title></head><body>{{ frame.top | safe
}}<ul>{% for l in frame.nav %}<li><a href="{{ l.href }}"{% if own.here.startsWith(l.href) %} aria-current="true"{% endif
%}>{{ l.name }}</a></li>{% endfor %}</ul></nav></header><main id="main">{{ content | safe
}}</main><footer><p class="foot-links">{% for l in frame.foot %}<a href="{{ l.href }}">{{ l.name }}</a>{% endfor %}</p>{{ frame.about | safe }}</body></html>{% endif %}`

const linksIn = (html: string) =>
  [...html.matchAll(/<a href="([^"]+)"[^>]*>\s*([^<]*?)\s*<\/a>/g)].map(([, href, name]) => ({ href, name }))
const plain = (text = '') => text.replaceAll('&quot;', '"').replaceAll('&#34;', '"').replaceAll('&#38;', '&').replaceAll('&amp;', '&')

// a page in the pieces that a layout puts together again; what is between the tags of its middle is not looked at
function piecesOf([path, text]: Page) {
  const found = /^(?:<!DOCTYPE html>)?<html lang="([^"]+)"><head>(.*)<\/head><body>(.*?)<ul>(.*?)<\/ul>.*?<main id="main">(.*)<\/main>\s*<footer>(.*?)<\/p>(.*)<\/body>/s.exec(text) // biome-ignore format: one pattern
  if (!found) return { own: { path: `/${path}`, whole: text }, frame: null }
  const [, lang, head = '', top, nav = '', body, foot = '', about] = found
  const description = /<meta name="description" content="([^"]*)">/.exec(head)
  const title = /<title>([^<]*)<\/title>/.exec(head)
  const rest = head.replace(description?.[0] ?? '', '').replace(title?.[0] ?? '', '')
  const own = { path: `/${path}`, here: `/${path.replace('index.html', '')}`, lang, head: rest, body }
  return {
    own: { ...own, title: plain(title?.[1]), description: plain(description?.[1]) },
    frame: { top, nav: linksIn(nav), foot: linksIn(foot), about },
  }
}

/** Eleventy as it is used: one layout (Nunjucks) holds the frame of all pages, and puts title, ways and middle of each into it. */
export function writeLayout(root: string, texts: Texts): string {
  const folder = join(root, 'layout')
  for (const part of ['_includes', '_data']) mkdirSync(join(folder, part), { recursive: true })
  let frame: ReturnType<typeof piecesOf>['frame'] = null
  const rows = writeRows(folder, texts, (page) => {
    const pieces = piecesOf(page)
    frame ??= pieces.frame
    return pieces.own
  })
  writeFileSync(join(folder, '_data/frame.json'), JSON.stringify(frame))
  writeFileSync(join(folder, '_includes/frame.njk'), layout)
  writeFileSync(join(folder, 'pages.11tydata.cjs'), `${reading}module.exports = { all: ${rows} }\n`)
  const head = 'pagination:\n  data: all\n  size: 1\n  alias: own\nlayout: frame.njk\npermalink: "{{ own.path }}"'
  writeFileSync(join(folder, 'pages.njk'), `---\n${head}\n---\n{{ own.body | safe }}`)
  return folder
}

/** What Astro takes when it has nothing to render: each page's text is there. */
export function writeMinimal(root: string, texts: Texts): string {
  const folder = join(root, 'minimal')
  mkdirSync(join(folder, 'src/pages'), { recursive: true })
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  writeFileSync(join(folder, 'astro.config.mjs'), `export default { trailingSlash: 'always', build: { concurrency: 8 } }\n`)
  const rows = writeRows(folder, texts, ([path, text]) =>
    path === '404.html' ? null : { path: path.replace(/\/?index\.html$/, ''), text },
  )
  const paths = `${rows}.map(({ path, text }) => ({ params: { path: path || undefined }, props: { text } }))`
  const script = `import { readdirSync, readFileSync } from 'node:fs'\nexport const getStaticPaths = () => ${paths}\nconst { text } = Astro.props`
  writeFileSync(join(folder, 'src/pages/[...path].astro'), `---\n${script}\n---\n<Fragment set:html={text} />\n`)
  return folder
}

/** Pages in a folder, by their paths within it. */
export const pagesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.html'))
