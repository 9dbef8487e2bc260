import { renderFeed } from '../publish/feed.ts'
import { summaryOf } from '../views/changes.ts'
import { fileAddress } from '../views/routes.ts'
import { siteLanguages, voiceOf } from './_catalog.ts'
import { releases } from './_releases.ts'

export const getStaticPaths = () => siteLanguages().map((lang) => ({ params: { lang } }))

export const GET = ({ params, site }: { params: { lang: string }; site: URL | undefined }) => {
  const { lang, atlas, words, routes } = voiceOf(params.lang)
  const whole = (path: string) => (site ? new URL(path, site).href : path)
  const entries = releases()
    .toReversed()
    .map((m) => ({
      title: words.data.release(m.release),
      href: whole(`${routes.changes()}#r${m.release}`),
      date: m.release,
      text: `${summaryOf(m, words)} ${[...new Set(m.changes.map((c) => c.reason[lang]))].join(' ')}`,
    }))
  const title = words.format.pair(words.site.name, words.data.changes.title)
  const self = whole(fileAddress(`releases.${lang}.xml`))
  return new Response(
    renderFeed({ title, lang, self, home: whole(routes.changes()), updated: releases().at(-1)?.release ?? atlas.asOf, entries }),
  )
}
