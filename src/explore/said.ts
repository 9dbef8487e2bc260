import type { chartForms, derives, filterOps, measures, sorts } from '../model/exploration.ts'
import type { CodeLanguage } from './code.ts'

type Named<T extends readonly string[]> = { [K in T[number]]: string }

/** What the page says, in its language, and where the data are. */
export interface Said {
  /** dataset → address of its CSV */
  datasets: { [name: string]: string }
  /** dataset → its size as people read it, of those that are loaded only when the reader agrees */
  large: { [name: string]: string }
  /** address of the columns of a dataset, with {name} */
  columns: string
  codes: { [L in CodeLanguage]: string }
  texts: {
    ops: Named<typeof filterOps>
    measures: Named<typeof measures>
    derives: Named<typeof derives>
    sorts: Named<typeof sorts>
    charts: Named<typeof chartForms>
  } & { [K in Plain]: string }
}
type Plain =
  | 'dataset'
  | 'filters'
  | 'add'
  | 'remove'
  | 'column'
  | 'op'
  | 'value'
  | 'group'
  | 'across'
  | 'measure'
  | 'of'
  | 'derive'
  | 'sort'
  | 'chart'
  | 'nothing'
  | 'blank'
  | 'rows'
  | 'more'
  | 'none'
  | 'failed'
  | 'noChart'
  | 'loading'
  | 'large'
  | 'load'
  | 'download'
  | 'code'

/** A column as the page needs it. */
export interface ExploredColumn {
  name: string
  meaning: string
  number: boolean
  codes: { [code: string]: string }
}

/** `{n}` in a text → what stands for it. */
export const fill = (text: string, of: { [name: string]: string | number }): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => (of[name] === undefined ? whole : String(of[name])))
