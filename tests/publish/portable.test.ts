import { expect, it } from 'vitest'
import { renderFeed, renderSitemap } from '../../src/publish/feed.ts'
import { makePortable, relativeAddress } from '../../src/publish/portable.ts'

it.each([
  ['/zh/topics/', 'zh/documents/a/index.html', '', '../../topics/index.html'],
  ['/zh/documents/a/#p2', 'zh/documents/a/index.html', '', 'index.html#p2'],
  ['/atlas/data/x.json', 'zh/index.html', '/atlas', '../data/x.json'],
  ['/zh/?q=1', '404.html', '', 'zh/index.html?q=1'],
  ['#top', 'zh/index.html', '', '#top'],
  ['https://a.example/', 'zh/index.html', '', 'https://a.example/'],
])('%s seen from %s', (address, page, base, expected) => expect(relativeAddress(address, page, base)).toBe(expected))

it('turns modules into classic scripts and addresses into relative ones', () => {
  const html =
    '<a href="/zh/">a</a><form action="/zh/search/" data-index="/data/s/"></form><script type="module" src="/_astro/x.js"></script><script type="module">go()</script>'
  const seen: unknown[] = []
  const made = makePortable(html, 'zh/topics/index.html', '', (script) => {
    seen.push(script)
    return `scripts/${seen.length}.js`
  })
  expect(made).toBe(
    '<a href="../index.html">a</a><form action="../search/index.html" data-index="../../data/s/index.html"></form><script defer src="../../scripts/1.js"></script><script defer src="../../scripts/2.js"></script>',
  )
  expect(seen).toEqual([
    { src: '/_astro/x.js', code: '' },
    { src: null, code: 'go()' },
  ])
})

it('writes feeds and sitemaps in which nothing is markup', () => {
  const entry = { title: 'a <b> & "c"', href: 'https://x.example/?a=1&b=2', date: '2026-01-02', text: '甲' }
  const feed = renderFeed({
    title: 't',
    lang: 'zh',
    self: 'https://x.example/feed',
    home: 'https://x.example/',
    updated: '2026-01-02',
    entries: [entry],
  })
  expect(feed).toContain('<title>a &#60;b&#62; &#38; &#34;c&#34;</title>')
  expect(feed).toContain('<updated>2026-01-02T00:00:00Z</updated>')
  expect(renderSitemap([{ url: 'https://x.example/a', mirrors: [{ lang: 'en', url: 'https://x.example/b' }] }])).toContain(
    '<url><loc>https://x.example/a</loc><xhtml:link rel="alternate" hreflang="en" href="https://x.example/b"/></url>',
  )
})
