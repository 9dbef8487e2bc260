import { element, lacksServer, link } from './element.ts'
import { latest, reads } from './load.ts'

interface Place {
  code: string
  nameZh: string
  nameEn: string
  parent: string | null
}

const most = 20
const nameOf = (page: Document, p: Place) => (page.documentElement.lang === 'en' ? p.nameEn : p.nameZh)

/** Looks a place up by name or code: those the atlas knows lead to their pages, every other to "not in the atlas yet" with the chain its code tells. */
export function startLookingUp(page: Document): void {
  const form = page.querySelector<HTMLFormElement>('#place')
  const answer = page.querySelector<HTMLElement>('#places')
  const box = form?.querySelector('input')
  if (!form || !answer || !box || lacksServer(page, form, answer)) return
  const address = (code: string) => (form.dataset.page as string).replace('000000', code)
  const read = reads<Place[]>((name) => form.dataset[name] as string)
  const show = latest(page, form, answer, async () => {
    const query = box.value.trim()
    history.replaceState(null, '', query ? `?q=${encodeURIComponent(query)}` : location.pathname)
    if (!query) return []
    const [held, known] = await Promise.all([read('held'), read('known')])
    const all = [...(held || []), ...(known || [])]
    const seen = new Set<string>()
    const found = all.filter(
      (p) =>
        (p.code.indexOf(query) === 0 || p.nameZh.indexOf(query) >= 0 || p.nameEn.toLowerCase().indexOf(query.toLowerCase()) >= 0) &&
        !seen.has(p.code) &&
        seen.add(p.code),
    )
    const list = element(page, 'ul')
    for (const p of found.slice(0, most)) list.append(element(page, 'li', {}, link(page, address(p.code), nameOf(page, p)), ` ${p.code}`))
    return found.length > 0 ? [list] : missing(page, form, query, all, address)
  })
  box.addEventListener('input', show)
  form.addEventListener('submit', (event) => event.preventDefault())
  box.value = new URLSearchParams(location.search).get('q') || ''
  show()
}

function missing(page: Document, form: HTMLFormElement, query: string, all: Place[], address: (code: string) => string): HTMLElement[] {
  const said = element(page, 'p', { className: 'notice' }, (form.dataset.missing as string).replace('{q}', query))
  if (!/^\d{6}$/.test(query)) return [said]
  const above = [`${query.slice(0, 2)}0000`, `${query.slice(0, 4)}00`].filter((code) => code !== query)
  const chain = above.map((code) => all.filter((p) => p.code === code)[0]).filter(Boolean) as Place[]
  if (chain.length === 0) return [said]
  const line = element(page, 'p', {}, form.dataset.chain as string)
  for (const p of chain) line.append(link(page, address(p.code), nameOf(page, p)), ' ')
  return [said, line]
}
