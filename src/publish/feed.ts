/** One entry of a feed: something added or changed, on its page. */
export interface FeedEntry {
  title: string
  href: string
  date: string
  text: string
}

const entity = (text: string) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`)

/** Entries → Atom feed. Addresses are whole where the site has one, else relative to the feed. */
export function renderFeed(feed: {
  title: string
  lang: string
  self: string
  home: string
  updated: string
  entries: FeedEntry[]
}): string {
  const entries = feed.entries.map(
    (e) => `  <entry>
    <id>${entity(e.href)}</id>
    <title>${entity(e.title)}</title>
    <link href="${entity(e.href)}"/>
    <updated>${e.date}T00:00:00Z</updated>
    <summary>${entity(e.text)}</summary>
  </entry>`,
  )
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.lang}">
  <id>${entity(feed.self)}</id>
  <title>${entity(feed.title)}</title>
  <link rel="self" href="${entity(feed.self)}"/>
  <link href="${entity(feed.home)}"/>
  <author><name>${entity(feed.title)}</name></author>
  <updated>${feed.updated}T00:00:00Z</updated>
${entries.join('\n')}
</feed>
`
}

/** Addresses with their like in other languages → sitemap. */
export function renderSitemap(pages: { url: string; mirrors: { lang: string; url: string }[] }[]): string {
  const rows = pages.map(({ url, mirrors }) => {
    const links = mirrors.map((m) => `<xhtml:link rel="alternate" hreflang="${m.lang}" href="${entity(m.url)}"/>`).join('')
    return `  <url><loc>${entity(url)}</loc>${links}</url>`
  })
  return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${rows.join('\n')}
</urlset>
`
}
