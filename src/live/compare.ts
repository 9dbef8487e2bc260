import type { ComparedDocument } from '../views/compared.ts'
import { element, lacksServer, link } from './element.ts'
import { latest, lostNotice, orLost, reads } from './load.ts'

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
export function startComparing(page: Document): void {
  const form = page.querySelector<HTMLFormElement>('#compare')
  const place = page.querySelector<HTMLElement>('#compared')
  const list = form?.querySelector('fieldset')
  if (!form || !place || !list || lacksServer(page, form, place)) return
  const said = { topic: form.dataset.topic || '', unknown: form.dataset.unknown || '' }
  const select = form.querySelector('select') as HTMLSelectElement
  const ways = [...page.querySelectorAll<HTMLAnchorElement>('nav.parts a')]
  const load = reads<ComparedDocument>((id) => (form.dataset.address || '').replace('{id}', id))
  const boxes = () => [...form.querySelectorAll<HTMLInputElement>('input[name=d]')]
  const asked = new URLSearchParams(location.search)
  const wanted = new Set((asked.get('d') || '').split(',').filter(Boolean))
  select.value = asked.get('t') || ''
  for (const box of boxes()) box.checked = wanted.delete(box.value)
  const unknown: string[] = []
  // documents that stand on other pages get a box when they are read; until then they stay in the address
  const ask = async (): Promise<boolean> => {
    const found = await Promise.all([...wanted].map(async (id) => [id, named.test(id) ? await orLost(load(id)) : null] as const))
    for (const [id, document] of found) {
      if (document === 'lost' || !wanted.delete(id)) continue
      if (document) list.append(element(page, 'label', {}, checkedBox(page, id), ` ${document.short}`))
      else unknown.push(id)
    }
    return found.some(([, document]) => document === 'lost')
  }
  const show = latest(page, form, place, async () => {
    const told = (await ask()) ? [lostNotice(page, form)] : []
    const chosen = boxes().flatMap((box) => (box.checked ? [box.value] : []))
    const kept = [...chosen, ...wanted].join(',')
    const query = [kept && `d=${kept}`, select.value && `t=${select.value}`].filter(Boolean).join('&')
    history.replaceState(null, '', query ? `?${query}` : location.pathname)
    for (const way of ways) way.search = query
    const documents = (await Promise.all(chosen.map(load))).filter((d) => d !== null)
    if (unknown.length > 0) told.push(element(page, 'p', { className: 'notice warn' }, said.unknown.replace('{ids}', unknown.join(', '))))
    return documents.length > 0 ? [...told, tableOf(page, documents, select.value, said)] : told
  })
  form.addEventListener('change', show)
  form.addEventListener('submit', (event) => event.preventDefault())
  show()
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
