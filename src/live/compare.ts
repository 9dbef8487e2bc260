import type { ComparedDocument } from '../views/compared.ts'
import { element, lacksServer, link } from './element.ts'

/** What the page says, in its language. */
interface Said {
  topic: string
  unknown: string
}

/** The page of comparisons with a script: any set of documents and a topic, kept in the address as ?d=a,b&t=topic. */
export function startComparing(page: Document): void {
  const form = page.querySelector<HTMLFormElement>('#compare')
  const place = page.querySelector<HTMLElement>('#compared')
  if (!form || !place || lacksServer(page, form, place)) return
  const said = { topic: form.dataset.topic || '', unknown: form.dataset.unknown || '' }
  const boxes = [...form.querySelectorAll<HTMLInputElement>('input[name=d]')]
  const select = form.querySelector('select') as HTMLSelectElement
  const asked = new URLSearchParams(location.search)
  const wanted = (asked.get('d') || '').split(',').filter(Boolean)
  for (const box of boxes) box.checked = wanted.includes(box.value)
  select.value = asked.get('t') || ''
  const unknown = wanted.filter((id) => !boxes.some((box) => box.value === id))
  const loaded = new Map<string, Promise<ComparedDocument>>()
  let turn = 0
  const show = async () => {
    const now = ++turn
    const chosen = boxes.filter((box) => box.checked)
    const query = [chosen.length > 0 ? `d=${chosen.map((box) => box.value).join(',')}` : '', select.value ? `t=${select.value}` : '']
    const address = query.filter(Boolean).join('&')
    history.replaceState(null, '', address ? `?${address}` : location.pathname)
    const documents = await Promise.all(
      chosen.map((box) => {
        if (!loaded.has(box.value))
          loaded.set(
            box.value,
            fetch(box.dataset.address as string).then((r) => r.json()),
          )
        return loaded.get(box.value) as Promise<ComparedDocument>
      }),
    )
    if (now !== turn) return
    place.textContent = ''
    if (unknown.length > 0)
      place.append(element(page, 'p', { className: 'notice warn' }, said.unknown.replace('{ids}', unknown.join(', '))))
    if (documents.length > 0) place.append(tableOf(page, documents, select.value, said))
  }
  form.addEventListener('change', show)
  form.addEventListener('submit', (event) => event.preventDefault())
  show()
}

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
