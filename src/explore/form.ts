import { element } from '../live/element.ts'
import { chartForms, derives, type Exploration, type Filter, filterOps, measures, noExploration, sorts } from '../model/exploration.ts'
import type { ExploredColumn, Said } from './said.ts'

type Choice = readonly [value: string, name: string]

/** Builds the form of an exploration anew; every change gives the state it makes to `onChange`. */
export function startForm(
  page: Document,
  form: HTMLFormElement,
  said: Said,
  columns: ExploredColumn[],
  valuesOf: (column: string) => string[],
  state: Exploration,
  onChange: (state: Exploration) => void,
): void {
  const { texts } = said
  const focused = (page.activeElement as HTMLElement | null)?.id
  const dataset = form.querySelector<HTMLSelectElement>('#explore-dataset') as HTMLSelectElement
  const place = form.querySelector<HTMLElement>('#explore-choices') as HTMLElement
  dataset.value = state.dataset
  dataset.onchange = () => onChange({ ...noExploration, dataset: dataset.value })
  form.onsubmit = (event) => event.preventDefault()
  place.textContent = ''
  if (columns.length === 0) return
  const select = (id: string, label: string, choices: Choice[], value: string, set: (value: string) => void) => {
    const options = choices.map(([v, name]) => element(page, 'option', { value: v }, name))
    const made = element(page, 'select', { id }, ...options)
    made.value = value
    made.onchange = () => set(made.value)
    return element(page, 'label', {}, label, made)
  }
  const named = columns.map((c): Choice => [c.name, `${c.name} · ${c.meaning}`])
  const numbers = columns.filter((c) => c.number).map((c): Choice => [c.name, `${c.name} · ${c.meaning}`])
  const free: Choice = ['', texts.nothing]
  const of = <K extends string>(keys: readonly K[], names: { [N in K]: string }): Choice[] => keys.map((k) => [k, names[k]])
  const set = (change: Partial<Exploration>) => onChange({ ...state, ...change })
  const rest =
    state.group === ''
      ? []
      : [
          select('x-across', texts.across, [free, ...named], state.across, (across) => set({ across })),
          select('x-measure', texts.measure, of(measures, texts.measures), state.measure, (measure) =>
            set({ measure: measure as Exploration['measure'], of: measure === 'count' ? '' : state.of || (numbers[0]?.[0] ?? '') }),
          ),
          ...(state.measure === 'count' ? [] : [select('x-of', texts.of, numbers, state.of, (column) => set({ of: column }))]),
          select('x-derive', texts.derive, of(derives, texts.derives), state.derive, (d) => set({ derive: d as Exploration['derive'] })),
          select('x-sort', texts.sort, of(sorts, texts.sorts), state.sort, (s) => set({ sort: s as Exploration['sort'] })),
          select('x-chart', texts.chart, of(chartForms, texts.charts), state.chart, (c) => set({ chart: c as Exploration['chart'] })),
        ]
  const filters = state.filters.map((filter, i) => filterOf(page, said, named, columns, valuesOf, filter, i, state, onChange))
  const first = columns[0]?.name ?? ''
  const add = element(page, 'button', { type: 'button', id: 'x-add' }, texts.add)
  add.onclick = () => set({ filters: [...state.filters, { column: first, op: 'eq', value: '' }] })
  const kept = element(page, 'fieldset', { className: 'filters' }, element(page, 'legend', {}, texts.filters), ...filters, add)
  place.append(
    kept,
    select('x-group', texts.group, [free, ...named], state.group, (group) => set({ group })),
    ...rest,
  )
  if (focused) page.getElementById(focused)?.focus()
}

function filterOf(
  page: Document,
  { texts }: Said,
  named: Choice[],
  columns: ExploredColumn[],
  valuesOf: (column: string) => string[],
  filter: Filter,
  i: number,
  state: Exploration,
  onChange: (state: Exploration) => void,
): HTMLElement {
  const change = (to: Partial<Filter>) => onChange({ ...state, filters: state.filters.map((f, k) => (k === i ? { ...f, ...to } : f)) })
  const select = (id: string, label: string, choices: Choice[], value: string, set: (value: string) => void) => {
    const made = element(page, 'select', { id: `${id}-${i}` }, ...choices.map(([v, name]) => element(page, 'option', { value: v }, name)))
    made.value = value
    made.setAttribute('aria-label', label)
    made.onchange = () => set(made.value)
    return made
  }
  const codes = columns.find((c) => c.name === filter.column)?.codes ?? {}
  const values = valuesOf(filter.column).map((v): Choice => [v, codes[v] ? `${v} ${codes[v]}` : v])
  const exact = values.length > 0 && (filter.op === 'eq' || filter.op === 'ne')
  const free = () => {
    const box = element(page, 'input', { id: `x-value-${i}`, value: filter.value })
    box.setAttribute('aria-label', texts.value)
    box.onchange = () => change({ value: box.value })
    return box
  }
  const value = exact
    ? select('x-value', texts.value, filter.value === '' ? [['', '…'], ...values] : values, filter.value, (v) => change({ value: v }))
    : free()
  const remove = element(page, 'button', { type: 'button', id: `x-remove-${i}` }, '×')
  remove.setAttribute('aria-label', texts.remove)
  remove.onclick = () => onChange({ ...state, filters: state.filters.filter((_, k) => k !== i) })
  return element(
    page,
    'p',
    { className: 'condition' },
    select('x-column', texts.column, named, filter.column, (column) => change({ column, value: '' })),
    select(
      'x-op',
      texts.op,
      filterOps.map((o): Choice => [o, texts.ops[o]]),
      filter.op,
      (op) => change({ op: op as Filter['op'] }),
    ),
    ...(filter.op === 'empty' || filter.op === 'filled' ? [] : [value]),
    remove,
  )
}
