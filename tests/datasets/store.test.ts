import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readDatasets, writeDatasets } from '../../src/datasets/store.ts'
import { datasets } from '../../src/model/atlas.ts'
import { smallAtlas } from './small.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'atlas-'))
})
afterEach(() => rmSync(root, { recursive: true }))

it('reads back what it wrote, one file a record type', () => {
  const { atlas } = smallAtlas()
  writeDatasets(atlas, root)
  expect(readdirSync(join(root, 'data/datasets')).sort()).toEqual(
    Object.keys(datasets)
      .map((name) => `${name}.json`)
      .sort(),
  )
  expect(readDatasets(root)).toEqual(atlas)
})
it('replaces the old datasets as a whole', () => {
  const { atlas } = smallAtlas()
  writeDatasets(atlas, root)
  writeFileSync(join(root, 'data/datasets/left-over.json'), '[]')
  writeDatasets({ ...atlas, targets: [] }, root)
  expect(readDatasets(root).targets).toEqual([])
  expect(readdirSync(join(root, 'data'))).toEqual(['datasets'])
  expect(readdirSync(join(root, 'data/datasets'))).not.toContain('left-over.json')
})
it('throws where a dataset is missing or does not fit its schema', () => {
  expect(() => readDatasets(root)).toThrow('Run npm run data first.')
  const { atlas } = smallAtlas()
  writeDatasets(atlas, root)
  writeFileSync(join(root, 'data/datasets/targets.json'), '[{"id":1}]')
  expect(() => readDatasets(root)).toThrow()
})
