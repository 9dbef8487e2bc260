import { element } from './element.ts'

const fields = [
  ['region', '地区'],
  ['topic', '事项'],
  ['role', '作用'],
  ['type', '类型'],
  ['attribute', '属性'],
  ['modality', '语气'],
  ['deadline', '期限'],
  ['status', '公布数据'],
] as const
type Field = (typeof fields)[number][0]

/** The page of targets with a script: one table that is filtered and sorted; the choice is kept in the address. */
export function startFiltering(page: Document): void {
  const form = page.querySelector<HTMLFormElement>('#filter')
  const place = page.querySelector<HTMLElement>('#filtered')
  const sections = [...page.querySelectorAll<HTMLElement>('section.role')]
  const rows = sections.flatMap((s) => [...s.querySelectorAll<HTMLTableRowElement>('tbody tr')])
  const model = sections[0]?.querySelector('table')
  if (!form || !place || !model) return
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
    add(field, label, [['', '全部'], ...sorted.map((v): [string, string] => [v, v])])
  }
  add('sort', '排序', [['', '照作用'], ...fields.map(([field, label]): [string, string] => [field, `按${label}`])])
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
      element(page, 'p', {}, kept.length > 0 ? `符合条件的有${kept.length}项。` : '没有符合条件的目标，请放宽条件。'),
      ...(kept.length > 0 ? [element(page, 'div', { className: 'scroll', tabIndex: 0 }, table)] : []),
    )
  }
  form.addEventListener('change', show)
  form.addEventListener('submit', (event) => event.preventDefault())
  show()
}

const valuesOf = (row: HTMLTableRowElement, field: Field): string[] => (row.dataset[field] || '').split('|').filter(Boolean)
