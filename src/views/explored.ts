import type { Words } from '../i18n/words.ts'
import type { Table } from '../model/tables.ts'
import { labelsOf } from './labels.ts'

/** Columns of a dataset as the page of explorations offers them: no JSON, which has nothing to group by. */
export const exploredColumns = ({ columns }: Table, lang: 'zh' | 'en', words: Words) =>
  columns
    .filter((c) => c.type !== 'json')
    .map((c) => ({
      name: c.name,
      meaning: c[lang],
      number: c.type === 'number' || c.type === 'integer',
      codes: labelsOf(c, words),
    }))
