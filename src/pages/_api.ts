import { keyOf } from '../model/tables.ts'
import { openApiOf } from '../publish/openapi.ts'
import { published } from './_data.ts'

/** Every endpoint of the API by its address below /api/v1/, without the ending. */
export function apiFiles(): Map<string, string> {
  const { publication } = published()
  const files = new Map<string, string>([['openapi', `${JSON.stringify(openApiOf(publication), null, 1)}\n`]])
  const lists = publication.tables.map(({ table, rows }) => ({
    name: table.name,
    records: rows.length,
    title: table.title,
    list: `${table.name}.json`,
    record: `${table.name}/{${table.key.join('}/{')}}.json`,
  }))
  files.set(
    'index',
    `${JSON.stringify({ version: publication.version, asOf: publication.asOf, licence: publication.licence.url, lists }, null, 1)}\n`,
  )
  for (const { table, rows } of publication.tables) {
    files.set(table.name, `${JSON.stringify(rows.map((r) => r.record))}\n`)
    for (const { record } of rows) files.set(`${table.name}/${keyOf(table, record)}`, `${JSON.stringify(record)}\n`)
  }
  return files
}
