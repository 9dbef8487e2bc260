import type { PublishedFile } from '../model/publication.ts'
import { citationsOf } from '../views/cite.ts'
import { routesOf } from '../views/routes.ts'
import { siteLanguages, voiceOf } from './_catalog.ts'
import { published } from './_data.ts'

const citations = { bib: 'BibTeX', ris: 'RIS', 'csl.json': 'CSL-JSON' } as const

/** Files beside the page of each document: the edition in every form, its targets, its citations; `site` is the public address. */
export async function documentFiles(site: string | undefined): Promise<(PublishedFile & { lang: string })[]> {
  const files = await published().files
  const ids = voiceOf('zh').atlas.documents.map((d) => d.id)
  return siteLanguages().flatMap((lang) =>
    ids.flatMap((id) => [
      ...['json', 'md', 'akn.xml', 'csv'].map((ending) => {
        const found = files.find((f) => f.path === `documents/${ending === 'csv' ? id : `${id}.${lang}`}.${ending}`) as PublishedFile
        return { ...found, lang, path: `${id}.${ending}` }
      }),
      ...citationFiles(id, lang, site),
    ]),
  )
}

function citationFiles(id: string, lang: 'zh' | 'en', site: string | undefined): (PublishedFile & { lang: string })[] {
  const { atlas, words } = voiceOf(lang)
  const d = atlas.documentById.get(id)
  const address = routesOf(lang).document(id)
  const item = {
    id,
    title: d ? atlas.say(d.title) : id,
    url: site ? new URL(address, site).href : address,
    date: atlas.asOf,
    kind: 'page' as const,
    lang,
  }
  const all = citationsOf(item, words)
  return Object.entries(citations).map(([ending, name]) => ({
    lang,
    path: `${id}.${ending}`,
    bytes: new TextEncoder().encode(`${all.find((c) => c.name === name)?.text}\n`),
    mediaType: ending === 'csl.json' ? 'application/json' : 'text/plain',
  }))
}
