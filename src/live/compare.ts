import type { ComparedDocument } from '../views/compared.ts'
import { element, lacksServer, link } from './element.ts'

/** What the page says, in its language. */
interface Said {
  topic: string
  unknown: string
}

// ids of documents as their folders are named: nothing else is asked for
const named = /^[a-z]+(?:-[a-z]+)*-\d{4}$/

/**
 * The page of comparisons with a script: any set of documents and a topic, kept in the address as ?d=a,b&t=topic. Documents of other parts that
 * were chosen before get a box too, and the ways to other parts keep what is chosen.
 */
export async function startComparing(page: Document): Promise<void> {
  const form = page.querySelector<HTMLFormElement>('#compare')
  const place = page.querySelector<HTMLElement>('#compared')
  const list = form?.querySelector('fieldset')
  if (!form || !place || !list || lacksServer(page, form, place)) return
  const said = { topic: form.dataset.topic || '', unknown: form.dataset.unknown || '' }
  const select = form.querySelector('select') as HTMLSelectElement
  const ways = [...page.querySelectorAll<HTMLAnchorElement>('nav.parts a')]
  const loaded = new Map<string, Promise<ComparedDocument | null>>()
  const load = (id: string) => {
    const address = (form.dataset.address || '').replace('{id}', id)
    const found = loaded.get(id) || fetch(address).then((r) => (r.ok ? (r.json() as Promise<ComparedDocument>) : null))
    loaded.set(id, found)
    return found
  }
  const boxes = () => [...form.querySelectorAll<HTMLInputElement>('input[name=d]')]
  const asked = new URLSearchParams(location.search)
  const wanted = new Set((asked.get('d') || '').split(',').filter(Boolean))
  select.value = asked.get('t') || ''
  for (const box of boxes()) box.checked = wanted.delete(box.value)
  const unknown: string[] = []
  let turn = 0
  const show = async () => {
    const now = ++turn
    const chosen = boxes().flatMap((box) => (box.checked ? [box.value] : []))
    const query = [chosen.length > 0 ? `d=${chosen.join(',')}` : '', select.value ? `t=${select.value}` : ''].filter(Boolean).join('&')
    history.replaceState(null, '', query ? `?${query}` : location.pathname)
    for (const way of ways) way.search = query
    const documents = (await Promise.all(chosen.map(load))).filter((d) => d !== null)
    if (now !== turn) return
    place.textContent = ''
    if (unknown.length > 0)
      place.append(element(page, 'p', { className: 'notice warn' }, said.unknown.replace('{ids}', unknown.join(', '))))
    if (documents.length > 0) place.append(tableOf(page, documents, select.value, said))
  }
  try {
    for (const id of wanted) {
      const found = named.test(id) ? await load(id) : null
      if (found) list.append(element(page, 'label', {}, checkedBox(page, id), ` ${found.short}`))
      else unknown.push(id)
    }
  } finally {
    // the form works, also where a document of another part could not be fetched
    form.addEventListener('change', show)
    form.addEventListener('submit', (event) => event.preventDefault())
    show()
  }
}

const checkedBox = (page: Document, value: string) => element(page, 'input', { type: 'checkbox', name: 'd', value, checked: true })

function tableOf(page: Document, documents: ComparedDocument[], topic: string, said: Said): HTMLElement {
  const head = element(page, 'tr', {}, element(page, 'th', { scope: 'col' }, said.topic))
  for (const d of documents)
    head.append(element(page, 'th', { scope: 'col' }, link(page, d.href, d.short), element(page, 'small', {}, d.years)))
  const body = element(page, 'tbody')
  const topics = (documents[0] as ComparedDocument).topics.filter((t) => !topic || t.id === topic)
  for (const { id, name, href } of topics) {
    const row = element(page, 'tr', {}, element(page, 'th', { scope: 'row' }, link(page, href, name)))
    for (const d of documents) {
      const cell = d.topics.find((t) => t.id === id)?.cell
      const inside = element(page, 'div')
      if (cell && cell.clauses.length === 0) inside.append(element(page, 'span', { className: `badge ${cell.status}` }, cell.badge))
      for (const f of cell?.figures ?? [])
        inside.append(link(page, f.href, f.printed, 'figure'), f.note ? element(page, 'small', {}, f.note) : ' ')
      const clauses = element(page, 'p', { className: 'clauses' })
      for (const c of cell?.clauses ?? []) clauses.append(link(page, c.href, c.label))
      if (clauses.childNodes.length > 0) inside.append(clauses)
      const td = element(page, 'td', { className: cell?.status ?? '' }, inside)
      td.dataset.label = d.short
      row.append(td)
    }
    body.append(row)
  }
  const table = element(page, 'table', { className: 'matrix' }, element(page, 'thead', {}, head), body)
  table.style.setProperty('--columns', String(documents.length))
  return element(page, 'div', { className: 'scroll', tabIndex: 0 }, table)
}
