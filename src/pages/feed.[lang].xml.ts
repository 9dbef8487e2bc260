import type { APIContext } from 'astro'
import { renderFeed } from '../publish/feed.ts'
import { feedOf } from '../views/feed.ts'
import { pathsOf, voiceOf } from './_catalog.ts'

export const getStaticPaths = () => pathsOf([0], () => ({}))
export const GET = ({ params, site, url }: APIContext) => {
  const whole = (path: string) => (site ? new URL(path, site).href : path)
  const { lang, atlas, words, routes } = voiceOf(params.lang)
  const entries = feedOf(atlas, routes).map((e) => ({ ...e, href: whole(e.href) }))
  const feed = { title: words.site.name, lang, self: whole(url.pathname), home: whole(routes.home()), updated: atlas.asOf, entries }
  return new Response(renderFeed(feed), { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } })
}
