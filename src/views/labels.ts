import type { Words } from '../i18n/words.ts'
import type { Column } from '../model/column.ts'

type Wording = { [code: string]: string | { badge: string } }

/** Wording of codes, table by table; the first that has every code of a column is that column's. */
const tablesOf = (w: Words): Wording[] => [
  w.levels,
  w.provisionLevels,
  w.kinds,
  w.stages,
  w.validity,
  w.disclosure,
  w.comparability,
  w.factKinds,
  w.coverage,
  w.topicGroups,
  w.subjects,
  w.units,
  w.cellCode,
  w.progressLabels,
  w.progressReasons,
  w.reportingStatus,
  w.modality,
  w.types,
  w.roles,
  w.attribute,
  w.responsibility,
  w.deadlineBasis,
  w.timeBasis,
  w.settings,
  w.grades,
  ...Object.values(w.data.codes),
  { ...w.progressReasons, ...w.data.absences },
]

/** Codes of a column → what they are called; none where the column is open. */
export function labelsOf(column: Column, words: Words): { [code: string]: string } {
  if (column.codes.length === 0) return {}
  const table = tablesOf(words).find((t) => column.codes.every((code) => said(t[code])))
  if (!table) throw new Error(`The codes of ${column.name} have no wording: ${column.codes.join(', ')}. Give them some in i18n.`)
  return Object.fromEntries(column.codes.map((code) => [code, said(table[code])]))
}

const said = (wording: Wording[string] | undefined): string => (typeof wording === 'object' ? wording.badge : (wording ?? '')).trim()
