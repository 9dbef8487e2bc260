import type { Publication } from '../model/publication.ts'
import { keyOf } from '../model/tables.ts'
import { openApiOf } from './openapi.ts'

/** Every file of the API by its path below /api/v1/, one after another: there are as many as records. */
export function* apiFiles(publication: Publication): Generator<[path: string, text: string]> {
  yield ['openapi.json', `${JSON.stringify(openApiOf(publication), null, 1)}\n`]
  const lists = publication.tables.map(({ table, count }) => ({
    name: table.name,
    records: count,
    title: table.title,
    list: `${table.name}.json`,
    record: `${table.name}/{${table.key.join('}/{')}}.json`,
  }))
  const { version, asOf, licence } = publication
  yield ['index.json', `${JSON.stringify({ version, asOf, licence: licence.url, lists }, null, 1)}\n`]
  for (const { table, rows } of publication.tables) {
    yield [`${table.name}.json`, `${JSON.stringify(rows.map((r) => r.record))}\n`]
    for (const { record } of rows) yield [`${table.name}/${keyOf(table, record)}.json`, `${JSON.stringify(record)}\n`]
  }
}
