import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildAtlas } from '../../src/datasets/build.ts'
import { Cache } from '../../src/datasets/cache.ts'
import { runPipeline } from '../../src/datasets/pipeline.ts'
import { openHere } from '../../src/datasets/pool.ts'
import { readSources } from '../../src/datasets/sources.ts'
import { writeDatasets } from '../../src/datasets/store.ts'
import { openCores } from '../../src/work/crew.ts'
import { writeAtlas } from '../synthetic/atlas.ts'

const folders: string[] = []
const folder = () => {
  const made = mkdtempSync(join(tmpdir(), 'atlas-pipeline-'))
  folders.push(made)
  return made
}
afterAll(() => {
  for (const made of folders) rmSync(made, { recursive: true })
})
const copy = (from: string) => {
  const to = folder()
  cpSync(from, to, { recursive: true })
  return to
}
const stateOf = (root: string) => {
  const files = readdirSync(join(root, 'data/datasets')).sort()
  return Object.fromEntries(files.map((f) => [f, readFileSync(join(root, 'data/datasets', f), 'utf8')]))
}
const run = (root: string, rules = 'rules') => runPipeline({ root, pool: openHere(), rules })
const entriesOf = (root: string) =>
  readdirSync(join(root, '.cache'), { recursive: true, withFileTypes: true })
    .filter((f) => f.isFile())
    .map((f) => join(f.parentPath, f.name))

// more documents than are all compared with one another
const documents = 56
let synthetic: string
beforeAll(async () => {
  synthetic = folder()
  writeAtlas(synthetic, 3, documents)
  await run(synthetic)
}, 120_000)

describe('the pipeline', { timeout: 120_000 }, () => {
  it('makes the bytes that all at once would make, of few documents and of many, here and in threads', async () => {
    for (const from of ['tests/fixtures/small', synthetic]) {
      const [whole, here, threads] = [folder(), copy(from), copy(from)]
      const { sources, problems } = readSources(from)
      writeDatasets(buildAtlas(sources, problems).atlas, whole)
      expect((await run(here, 'anew')).problems).toEqual([])
      const pool = openCores(2)
      await runPipeline({ root: threads, pool, rules: 'anew' }).finally(() => pool.close())
      expect(stateOf(here)).toEqual(stateOf(whole))
      expect(stateOf(threads)).toEqual(stateOf(whole))
    }
  })
  it('finds Problems as all at once would, and writes nothing', async () => {
    const root = copy('tests/fixtures/small')
    await run(root)
    const before = stateOf(root)
    const digest = join(root, 'data/documents/xishan-2022/digest.zh.md')
    writeFileSync(digest, readFileSync(digest, 'utf8').replace('达到80%', '达到81%'))
    writeFileSync(join(root, 'data/documents/dongshan-2021/coding.yaml'), Buffer.from([0xff, 0xfe, 0x41]))
    const { problems } = await run(root)
    const { sources, problems: unread } = readSources(root)
    expect(problems).toEqual(buildAtlas(sources, unread).problems)
    expect(problems.length).toBeGreaterThan(2)
    expect(stateOf(root)).toEqual(before)
  })
})

describe('a second run', { timeout: 120_000 }, () => {
  it('makes nothing anew where nothing changed', async () => {
    const root = copy(synthetic)
    const { made } = await run(root)
    expect(made).toEqual({ documents: 0, comparisons: 0 })
    expect(stateOf(root)).toEqual(stateOf(synthetic))
  })
  it('makes anew what depends on the digest that changed, and nothing else', async () => {
    const root = copy(synthetic)
    const id = readdirSync(join(root, 'data/documents'))[0] as string
    appendFileSync(join(root, 'data/documents', id, 'document.yaml'), '# seen again\n')
    const { made } = await run(root)
    expect(made.documents).toBe(1)
    // its own comparisons and those of the documents that chose it
    expect(made.comparisons).toBeGreaterThan(0)
    expect(made.comparisons).toBeLessThan(documents / 2)
  })
  it('shows a changed clause, and what it shows is what a first run would', async () => {
    const [root, clean] = [copy(synthetic), folder()]
    const id = readdirSync(join(root, 'data/documents'))[3] as string
    const digest = join(root, 'data/documents', id, 'digest.zh.md')
    writeFileSync(digest, readFileSync(digest, 'utf8').replace('制定本方案。', '制定本方案，逐年修订。'))
    expect((await run(root)).made.documents).toBe(1)
    cpSync(join(root, 'data'), join(clean, 'data'), { recursive: true })
    await run(clean)
    expect(stateOf(root)).toEqual(stateOf(clean))
    expect(stateOf(root)['provisions.json']).toContain('逐年修订')
  })
  it('makes all anew where the rules or the codebook are others', async () => {
    const root = copy(synthetic)
    expect((await run(root, 'other rules')).made.documents).toBe(documents)
    appendFileSync(join(root, 'data/codebook/terms.yaml'), '- { zh: 试词, en: trial word, plain: { zh: 试。, en: A trial. } }\n')
    expect((await run(root, 'other rules')).made.documents).toBe(documents)
  })
  it('never shows what a damaged or exchanged entry holds', async () => {
    const spoil: ((paths: string[]) => void)[] = [
      // a byte changed, an entry cut off, emptied, and every entry in the place of another
      (paths) => {
        for (const path of paths) {
          const bytes = readFileSync(path)
          bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] as number) ^ 1
          writeFileSync(path, bytes)
        }
      },
      (paths) => {
        for (const path of paths) writeFileSync(path, readFileSync(path).subarray(0, -9))
      },
      (paths) => {
        for (const path of paths) writeFileSync(path, '')
      },
      (paths) => {
        const all = paths.map((path) => readFileSync(path))
        for (const [i, path] of paths.entries()) writeFileSync(path, all[(i + 1) % all.length] as Buffer)
      },
    ]
    for (const damage of spoil) {
      const root = copy(synthetic)
      damage(entriesOf(root))
      expect((await run(root)).made.documents).toBe(documents)
      expect(stateOf(root)).toEqual(stateOf(synthetic))
    }
  })
  it('keeps what was used, and lets go of what has piled up', async () => {
    const root = copy('tests/fixtures/small')
    for (let n = 0; n < 60; n++) {
      appendFileSync(join(root, 'data/documents/xishan-2022/document.yaml'), `# ${n}\n`)
      await run(root)
    }
    expect(entriesOf(root).length).toBeLessThan(120)
    expect((await run(root)).made.documents).toBe(0)
  })
})

it('an entry may be written by several threads at once, and is whole', { timeout: 30_000 }, async () => {
  const root = folder()
  const threads = Array.from({ length: 3 }, () => new Worker('./tests/datasets/writer.ts', { workerData: root }))
  await Promise.all(threads.map((t) => new Promise((done, fail) => t.on('error', fail).on('exit', done))))
  expect(new Cache(root).read('ab'.repeat(32))?.bytes('made')).toEqual(Buffer.from([1, 2, 3]))
  expect(readdirSync(root, { recursive: true }).length).toBe(2)
})
