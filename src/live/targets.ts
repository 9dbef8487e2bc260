import { element } from './element.ts'

type Field = 'region' | 'topic' | 'role' | 'type' | 'attribute' | 'modality' | 'deadline' | 'status'

/** What the page says, in its language. */
interface Said {
  fields: Record<Field, string>
  all: string
  sort: string
  byRole: string
  by: string
  found: string
  none: string
}

/** The page of targets with a script: one table that is filtered and sorted; the choice is kept in the address. */
export function startFiltering(page: Document): void {
  const form = page.querySelector<HTMLFormElement>('#filter')
  const place = page.querySelector<HTMLElement>('#filtered')
  const sections = [...page.querySelectorAll<HTMLElement>('section.role')]
  const rows = sections.flatMap((s) => [...s.querySelectorAll<HTMLTableRowElement>('tbody tr')])
  const model = sections[0]?.querySelector('table')
  if (!form || !place || !model) return
  const said = JSON.parse(form.dataset.words as string) as Said
  const fields = Object.keys(said.fields).map((field) => [field as Field, said.fields[field as Field]] as const)
  const asked = new URLSearchParams(location.search)
  const selects = new Map<Field | 'sort', HTMLSelectElement>()
  const add = (name: Field | 'sort', label: string, options: [string, string][]) => {
    const select = element(page, 'select', { name }, ...options.map(([value, text]) => element(page, 'option', { value }, text)))
    select.value = asked.get(name) || ''
    if (select.selectedIndex < 0) select.value = ''
    selects.set(name, select)
    form.append(element(page, 'label', {}, `${label} `, select))
  }
  for (const [field, label] of fields) {
    const values = new Set(rows.flatMap((row) => valuesOf(row, field)))
    const sorted = [...values].sort((a, b) => (a < b ? -1 : 1))
    add(field, label, [['', said.all], ...sorted.map((v): [string, string] => [v, v])])
  }
  add('sort', said.sort, [
    ['', said.byRole],
    ...fields.map(([field, label]): [string, string] => [field, said.by.replace('{field}', label)]),
  ])
  form.hidden = false
  const show = () => {
    const chosen = [...selects].filter(([, select]) => select.value)
    const query = chosen.map(([name, select]) => `${name}=${encodeURIComponent(select.value)}`).join('&')
    history.replaceState(null, '', query ? `?${query}` : location.pathname)
    place.textContent = ''
    for (const section of sections) section.hidden = chosen.length > 0
    if (chosen.length === 0) return
    const kept = rows.filter((row) => chosen.every(([name, select]) => name === 'sort' || valuesOf(row, name).includes(select.value)))
    const by = selects.get('sort')?.value as Field | ''
    const keyed = kept.map((row, i) => ({ row, i, key: by ? valuesOf(row, by).join() : '' }))
    if (by) keyed.sort((a, b) => (a.key === b.key ? a.i - b.i : a.key < b.key ? -1 : 1))
    const table = model.cloneNode(true) as HTMLTableElement
    const body = table.tBodies[0] as HTMLTableSectionElement
    body.textContent = ''
    body.append(...keyed.map(({ row }) => row.cloneNode(true)))
    place.append(
      element(page, 'p', {}, kept.length > 0 ? said.found.replace('{n}', String(kept.length)) : said.none),
      ...(kept.length > 0 ? [element(page, 'div', { className: 'scroll', tabIndex: 0 }, table)] : []),
    )
  }
  form.addEventListener('change', show)
  form.addEventListener('submit', (event) => event.preventDefault())
  show()
}

const valuesOf = (row: HTMLTableRowElement, field: Field): string[] => (row.dataset[field] || '').split('|').filter(Boolean)
