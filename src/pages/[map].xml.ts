import type { APIContext } from 'astro'
import { renderSitemap } from '../publish/feed.ts'
import { mirrorOf } from '../views/routes.ts'
import { pageAddresses } from '../views/sitemap.ts'
import { frontOf, siteLanguages, voiceOf } from './_catalog.ts'

// a sitemap names whole addresses: a build without a public one has none
export const getStaticPaths = () => (import.meta.env.SITE ? [{ params: { map: 'sitemap' } }] : [])
export const GET = ({ site }: APIContext) => {
  const languages = siteLanguages()
  const whole = (path: string) => new URL(path, site).href
  const pages = languages.flatMap((lang) => {
    const { atlas, routes } = voiceOf(lang)
    return pageAddresses(atlas, frontOf(lang), routes).map((path) => ({
      url: whole(path),
      mirrors: languages.map((l) => ({ lang: l, url: whole(mirrorOf(path, l)) })),
    }))
  })
  return new Response(renderSitemap(pages), { headers: { 'content-type': 'application/xml; charset=utf-8' } })
}
