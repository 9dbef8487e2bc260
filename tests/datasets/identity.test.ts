import { describe, expect, it } from 'vitest'
import { keyOf, rowsOf, tableNames, tableOf } from '../../src/model/tables.ts'
import { smallAtlas } from './small.ts'

const keysOf = (atlas: ReturnType<typeof smallAtlas>['atlas']) =>
  new Map(
    tableNames.map((name) => {
      const table = tableOf(name)
      return [name, new Map(rowsOf(table, atlas[name]).map(({ record }) => [keyOf(table, record), record]))] as const
    }),
  )
// what a record says besides its id, its place in a row and what counts or is computed of the whole
const saidBy = ({ id: _, order: _o, number: _n, ...rest }: { [name: string]: unknown }) => JSON.stringify(rest)

describe('ids', () => {
  it('are unique in every dataset', () => {
    const { atlas } = smallAtlas()
    for (const name of tableNames) expect(keysOf(atlas).get(name)?.size, name).toBe(atlas[name].length)
  })
  it('of records that are not touched stay when others come before them', () => {
    const { atlas, sources } = smallAtlas()
    const documents = [...sources.keys()].filter((path) => path.endsWith('/digest.zh.md'))
    expect(documents.length).toBeGreaterThan(0)
    const before = keysOf(atlas)
    let tried = 0
    for (const path of documents) {
      // a sentence more at the beginning of the first clause that has one of its own
      const text = sources.get(path) as string
      const at = text.search(/(?<=\n（一）[^。\n]*。)/)
      if (at < 0) continue
      tried += 1
      const edited = `${text.slice(0, at)}鼓励依据《关于试验的通知》（试卫发〔2020〕1号）开展健康教育。${text.slice(at)}`
      const after = keysOf(smallAtlas({ [path.replace(/^data\//, '')]: edited }).atlas)
      for (const name of ['targets', 'entitlements', 'references', 'responsibilities', 'statements', 'phrases'] as const) {
        const now = new Map([...(after.get(name) ?? [])].map(([key, record]) => [saidBy(record), key]))
        for (const [key, record] of before.get(name) ?? []) {
          const moved = now.get(saidBy(record))
          if (moved !== undefined) expect(moved, `${name} of ${path}`).toBe(key)
        }
      }
    }
    expect(tried).toBeGreaterThan(0)
  })
})
