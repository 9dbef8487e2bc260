import { buildAtlas } from '../../src/datasets/build.ts'
import { readSources } from '../../src/datasets/sources.ts'

/** The small atlas of tests/fixtures, with files replaced (`null` takes one away). */
export function smallAtlas(edits: { [file: string]: string | null } = {}) {
  const { sources } = readSources('tests/fixtures/small')
  for (const [file, text] of Object.entries(edits)) {
    if (text === null) sources.delete(`data/${file}`)
    else sources.set(`data/${file}`, text)
  }
  return { sources, ...buildAtlas(sources) }
}
