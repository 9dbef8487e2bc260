import { type Words, wordsOf } from '../i18n/words.ts'
import type { Change, Manifest } from '../model/release.ts'
import { formatBytes } from './data.ts'
import { dataFile, type Routes } from './routes.ts'

const most = 40

const countOf = (changes: Change[], kind: Change['kind']) => changes.filter((c) => c.kind === kind).reduce((n, c) => n + c.ids.length, 0)

/** A release in one sentence: 3 added, 1 changed, none withdrawn. */
export const summaryOf = ({ changes }: Manifest, words: Words): string =>
  words.data.changes.summary(countOf(changes, 'added'), countOf(changes, 'changed'), countOf(changes, 'withdrawn'))

/** The line on top of a page that is kept with a release; `living` is the address of the page as it is today. */
export function frozenNote(path: string, living: string, release: string): string {
  const { frozenNote: note, frozenLink } = wordsOf(path.startsWith('en/') ? 'en' : 'zh').data
  return `<p class="notice warn">${note(release)} <a href="${living}">${frozenLink}</a></p>`
}

/** Releases → the change log, the newest first. */
export function changesPage(releases: Manifest[], lang: 'zh' | 'en', words: Words, routes: Routes) {
  return releases.toReversed().map((m) => ({
    release: m.release,
    title: words.data.release(m.release),
    summary: summaryOf(m, words),
    files: words.data.changes.files(m.files.length, formatBytes(m.files.reduce((n, f) => n + f.bytes, 0))),
    links: [
      { name: 'ZIP', href: dataFile('atlas.zip', m.release) },
      { name: 'SQLite', href: dataFile('atlas.sqlite', m.release) },
      { name: words.data.changes.manifest, href: dataFile('manifest.json', m.release) },
      { name: 'SHA256SUMS', href: dataFile('SHA256SUMS', m.release) },
    ],
    changes: m.changes.map((c) => ({
      dataset: c.dataset,
      href: routes.table(c.dataset),
      kind: words.data.changes[c.kind],
      count: c.ids.length,
      reason: c.reason[lang],
      ids: c.ids.length <= most ? c.ids : [],
    })),
  }))
}
