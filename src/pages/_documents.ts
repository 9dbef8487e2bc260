import type { FileEntry } from '../model/publication.ts'
import { citationsOf } from '../views/cite.ts'
import { routesOf } from '../views/routes.ts'
import { siteLanguages, voiceOf } from './_catalog.ts'
import { published, respond, respondWith } from './_data.ts'
import { held } from './_held.ts'

const editions = ['json', 'md', 'akn.xml', 'csv']
const citations = { bib: 'BibTeX', ris: 'RIS', 'csl.json': 'CSL-JSON' } as const

/** Files beside the page of each document: the edition in every form, its targets, its citations. */
export const documentPaths = () =>
  siteLanguages().flatMap((lang) =>
    voiceOf('zh').atlas.documents.flatMap(({ id }) =>
      [...editions, ...Object.keys(citations)].map((ending) => ({ params: { lang, file: `${id}.${ending}` } })),
    ),
  )

/** One of them: its bytes, and what they are bytes of; `site` is the public address. */
export async function documentFile(lang: 'zh' | 'en', path: string, site: string | undefined): Promise<Response> {
  const [, id, ending] = /^([^.]*)\.(.*)$/.exec(path) as unknown as [string, string, string]
  const citation = citations[ending as keyof typeof citations]
  if (citation) {
    const bytes = new TextEncoder().encode(`${citationOf(id, lang, site, citation)}\n`)
    return respond({ bytes, mediaType: ending === 'csl.json' ? 'application/json' : 'text/plain' })
  }
  return respondWith((await byPath()).get(`documents/${ending === 'csv' ? id : `${id}.${lang}`}.${ending}`) as FileEntry)
}

const byPath = held(async () => new Map((await published().files).map((f) => [f.path, f])))

function citationOf(id: string, lang: 'zh' | 'en', site: string | undefined, form: string): string | undefined {
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
  return citationsOf(item, words).find((c) => c.name === form)?.text
}
