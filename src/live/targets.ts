import { element } from './element.ts'

type Field = 'region' | 'topic' | 'role' | 'type' | 'attribute' | 'modality' | 'deadline' | 'status'

/** The page of targets with a script: one table that is filtered and sorted; the choice is kept in the address. */
export function startFiltering(page: Document): void {
  const form = page.querySelector<HTMLFormElement>('#filter')
  const place = page.querySelector<HTMLElement>('#filtered')
  const sections = [...page.querySelectorAll<HTMLElement>('section.role')]
  const rows = sections.flatMap((s) => [...s.querySelectorAll<HTMLTableRowElement>('tbody tr')])
  const model = sections[0]?.querySelector('table')
  if (!form || !place || !model) return
  const asked = new URLSearchParams(location.search)
  const selects = new Map([...form.querySelectorAll('select')].map((select) => [select.name as Field | 'sort', select] as const))
  for (const [name, select] of selects) {
    select.value = asked.get(name) || ''
    if (select.selectedIndex < 0) select.value = ''
  }
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
      element(
        page,
        'p',
        {},
        kept.length > 0 ? (form.dataset.found as string).replace('{n}', String(kept.length)) : (form.dataset.none as string),
      ),
      ...(kept.length > 0 ? [element(page, 'div', { className: 'scroll', tabIndex: 0 }, table)] : []),
    )
  }
  form.addEventListener('change', show)
  form.addEventListener('submit', (event) => event.preventDefault())
  show()
}

const valuesOf = (row: HTMLTableRowElement, field: Field): string[] => (row.dataset[field] || '').split('|').filter(Boolean)
