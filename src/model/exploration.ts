/** How a cell is held against a value. */
export const filterOps = ['eq', 'ne', 'has', 'lt', 'le', 'gt', 'ge', 'empty', 'filled'] as const
export const measures = ['count', 'sum', 'mean', 'median', 'min', 'max'] as const
export const derives = ['none', 'share', 'difference'] as const
export const sorts = ['key', 'value'] as const
export const chartForms = ['bar', 'line', 'dot', 'heat', 'none'] as const

export interface Filter {
  column: string
  op: (typeof filterOps)[number]
  value: string
}

/** What is asked of a dataset; written in the address, so that it can be passed on. */
export interface Exploration {
  dataset: string
  filters: Filter[]
  /** column whose values make the rows; '' where records are shown as they are */
  group: string
  /** column whose values make the columns; '' for one column */
  across: string
  measure: (typeof measures)[number]
  /** numeric column that is measured; '' for a count */
  of: string
  derive: (typeof derives)[number]
  sort: (typeof sorts)[number]
  chart: (typeof chartForms)[number]
}

export const noExploration: Exploration = {
  dataset: '',
  filters: [],
  group: '',
  across: '',
  measure: 'count',
  of: '',
  derive: 'none',
  sort: 'key',
  chart: 'bar',
}

const letters = { dataset: 'd', group: 'g', across: 'p', measure: 'a', of: 'v', derive: 's', sort: 'o', chart: 'c' } as const
type Letter = keyof typeof letters
const choices: { [K in Letter]?: readonly string[] } = { measure: measures, derive: derives, sort: sorts, chart: chartForms }

/** Exploration → query of an address; what is as usual is left out: `d=targets&f=deadline~eq~2025&g=document`. */
export function formatExploration(state: Exploration): string {
  const own = (Object.keys(letters) as Letter[])
    .filter((name) => state[name] !== noExploration[name])
    .map((name) => [letters[name], state[name]] as const)
  const filters = state.filters.map((f) => ['f', `${f.column}~${f.op}~${f.value}`] as const)
  const parts = [...own.slice(0, 1), ...filters, ...own.slice(1)]
  return parts.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')
}

/** Query of an address → exploration; what it does not know is as usual. */
export function parseExploration(query: string): Exploration {
  const asked = new URLSearchParams(query)
  const state = { ...noExploration }
  for (const name of Object.keys(letters) as Letter[]) {
    const value = asked.get(letters[name])
    if (value !== null && (choices[name]?.includes(value) ?? true)) (state as { [K in Letter]: string })[name] = value
  }
  state.filters = asked.getAll('f').flatMap((text): Filter[] => {
    const [, column = '', op, value = ''] = /^([^~]*)~([^~]*)~([\s\S]*)$/.exec(text) || []
    return filterOps.includes(op as Filter['op']) ? [{ column, op: op as Filter['op'], value }] : []
  })
  return state
}

/** One value of the answer; `across` is '' where there is one column. */
export interface Explored {
  group: string
  across: string
  value: number | null
}
