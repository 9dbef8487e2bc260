import { excerptOf, type Fetch, type Found, readQuery, search } from '../model/query.ts'
import type { SearchGroup, SearchManifest, SearchRecord } from '../model/search.ts'
import { element, lacksServer, link } from './element.ts'
import { latest, reads } from './load.ts'

/** What the page says, in its language. */
interface Said {
  groups: Record<SearchGroup, string>
  count: string
  none: string
  short: string
  also: string
  more: string
}

const first = 3
const further = 40

/** The page of searches: reads the query from the address, loads what it needs of the index, shows what holds it as it is typed. */
export function startSearching(page: Document): void {
  const form = page.querySelector<HTMLFormElement>('#search')
  const place = page.querySelector<HTMLElement>('#found')
  const box = form?.querySelector('input')
  if (!form || !place || !box) return
  if (lacksServer(page, form, place)) return
  const said = JSON.parse(form.dataset.words as string) as Said
  const fetchFile = reads<unknown>((name) => `${form.dataset.index}${name}.json`) as Fetch
  const show = latest(page, form, place, async () => {
    const text = box.value.trim()
    history.replaceState(null, '', text ? `?q=${encodeURIComponent(text)}` : location.pathname)
    if (!text) return []
    const manifest = await fetchFile<SearchManifest>('index')
    const { words, also } = readQuery(text, manifest.everyday)
    const own = await search(words, manifest, fetchFile, first)
    const led = await Promise.all(
      also.map(async ([word, term]) => ({ word, term, found: await search([term], manifest, fetchFile, first) })),
    )
    const more = (wanted: string[], group: SearchGroup) =>
      search(wanted, manifest, fetchFile, further).then((all) => all.filter((f) => f.group === group)[0]?.records ?? [])
    const made: HTMLElement[] = []
    for (const { word, term, found } of led) {
      made.push(element(page, 'p', { className: 'notice' }, said.also.replace('{word}', word).replace('{term}', term)))
      for (const f of found) made.push(groupOf(page, f, [term], said, () => more([term], f.group)))
    }
    if (own.length === 0 && led.length === 0)
      made.push(element(page, 'p', {}, (text.length < 2 ? said.short : said.none).replace('{q}', text)))
    for (const f of own) made.push(groupOf(page, f, words, said, () => more(words, f.group)))
    return made
  })
  box.addEventListener('input', show)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    place.querySelector('a')?.focus()
  })
  box.value = new URLSearchParams(location.search).get('q') || ''
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown') return
    event.preventDefault()
    place.querySelector('a')?.focus()
  })
  place.addEventListener('keydown', (event) => walk(event, place, box))
  if (box.value) show()
  box.focus()
}

// up and down lead from hit to hit, and from the first back to the box
function walk(event: KeyboardEvent, place: HTMLElement, box: HTMLElement): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const links = [...place.querySelectorAll('a')]
  const at = links.indexOf(event.target as HTMLAnchorElement) + (event.key === 'ArrowDown' ? 1 : -1)
  event.preventDefault()
  if (at < 0) box.focus()
  else links[at]?.focus()
}

function groupOf(
  page: Document,
  { group, count, records }: Found,
  words: string[],
  said: Said,
  more: () => Promise<SearchRecord[]>,
): HTMLElement {
  const list = element(page, 'ol', { className: 'plain' }, ...records.map((r) => hitOf(page, r, words)))
  const head = element(page, 'h2', {}, said.groups[group], element(page, 'small', {}, said.count.replace('{n}', String(count))))
  const section = element(page, 'section', {}, head, list)
  if (count <= records.length) return section
  const button = element(page, 'button', { type: 'button' }, said.more)
  button.addEventListener('click', async () => {
    const all = await more()
    list.textContent = ''
    list.append(...all.map((r) => hitOf(page, r, words)))
    button.remove()
    list.querySelectorAll('a')[records.length]?.focus()
  })
  section.append(button)
  return section
}

function hitOf(page: Document, record: SearchRecord, words: string[]): HTMLElement {
  const marked = (text: string, length: number) =>
    excerptOf(text, words, length).map((piece) => (piece.hit ? element(page, 'mark', {}, piece.text) : piece.text))
  const title = link(page, record.href, '')
  title.append(...marked(record.title, 80))
  return element(page, 'li', {}, element(page, 'p', {}, title), element(page, 'p', { className: 'meta' }, ...marked(record.text, 110)))
}
