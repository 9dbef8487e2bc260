import type { Row } from '../../model/tables.ts'

/** Records as one JSON array, a record a line. */
export const renderJson = (rows: Row[]): string => `[\n${rows.map((r) => JSON.stringify(r.record)).join(',\n')}\n]\n`

/** Records as NDJSON: one JSON object a line. */
export const renderNdjson = (rows: Row[]): string => rows.map((r) => `${JSON.stringify(r.record)}\n`).join('')
