import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { fillShelf, listShelf, readShelf } from '../../src/datasets/shelf.ts'
import { publishedFiles, publishTo } from '../../src/publish/files.ts'
import { readZip } from '../../src/publish/formats/zip.ts'
import { catalogOf } from '../../src/views/catalog.ts'
import { editionsOf } from '../../src/views/edition.ts'
import { publicationOf } from '../../src/views/publication.ts'
import { smallAtlas } from './small.ts'

const { atlas } = smallAtlas()
const publication = publicationOf(atlas, '2026-01-01')
const editions = () => editionsOf([catalogOf(atlas, 'zh')], null)
const lock = readFileSync('package-lock.json', 'utf8')

it('holds the same files as memory does, and an archive of them that opens', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'atlas-shelf-'))
  const files = await fillShelf(folder, 'a', (shelf) => publishTo(shelf, publication, editions(), lock))
  const held = await publishedFiles(publication, editions(), lock)
  expect(files).toEqual(held.map(({ bytes: _, ...entry }) => entry))
  for (const { path, bytes } of held) expect(Buffer.compare(bytes, readFileSync(join(folder, path))), path).toBe(0)
  const packed = readZip(new Uint8Array(readFileSync(join(folder, 'atlas.zip'))))
  for (const [path, bytes] of packed)
    if (path !== 'SHA256SUMS') expect(Buffer.compare(bytes, readFileSync(join(folder, path))), path).toBe(0)
  expect([...packed.keys()]).toContain('targets.csv')
  rmSync(folder, { recursive: true })
})

it('is filled once for a mark, and again when the mark or a byte of what lies there is another', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'atlas-shelf-'))
  let filled = 0
  const fill = (mark: string) =>
    fillShelf(folder, mark, (shelf) => {
      filled += 1
      return publishTo(shelf, publication, [], lock)
    })
  const first = await fill('a')
  expect([await fill('a'), filled]).toEqual([first, 1])
  const csv = join(folder, 'targets.csv')
  const good = readFileSync(csv)
  expect(listShelf(folder, 'a')).toEqual(first)
  expect(listShelf(folder, 'b')).toBe(null)
  const entry = first.find(({ path }) => path === 'targets.csv') as (typeof first)[number]
  expect(Buffer.from(readShelf(folder, entry) as Uint8Array).equals(good)).toBe(true)
  const damages: (() => void)[] = [
    () => appendFileSync(csv, 'x'),
    () => writeFileSync(csv, good.subarray(0, 9)),
    () => rmSync(csv),
    () => writeFileSync(join(folder, 'index.txt'), '{'),
    () => rmSync(join(folder, 'index.txt')),
    // a list of another day whose files are all there
    () => writeFileSync(join(folder, 'index.txt'), readFileSync(join(folder, 'index.txt'), 'utf8').replace('"size":', '"size":1')),
  ]
  for (const [n, damage] of damages.entries()) {
    damage()
    // a file that is gone or changed is not handed out
    if (n < 3) expect(readShelf(folder, entry)).toBe(null)
    else expect(listShelf(folder, 'a')).toBe(null)
    expect([await fill('a'), filled]).toEqual([first, n + 2])
    expect(Buffer.compare(readFileSync(csv), good)).toBe(0)
  }
  await fill('b')
  expect(filled).toBe(damages.length + 2)
  expect(existsSync(`${folder}.lock`)).toBe(false)
  expect(readdirSync(folder)).toContain('atlas.zip')
  rmSync(folder, { recursive: true })
})
