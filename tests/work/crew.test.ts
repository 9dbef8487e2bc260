import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { Cache, cacheKey } from '../../src/datasets/cache.ts'
import { makeMissing } from '../../src/work/crew.ts'

it('makes in shards what was not made before, and once more what is damaged', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'atlas-crew-'))
  const handed: number[][] = []
  const run = async (items: number[]) => {
    const kept = new Map<number, number>()
    const made = await makeMissing(items, 2, {
      cache: new Cache(folder),
      keyOf: (n) => cacheKey(String(n)),
      size: 3,
      async make(shard) {
        handed.push(shard)
        return shard.map((n) => Uint8Array.of(n * 2))
      },
      keep: (n, bytes) => kept.set(n, bytes[0] as number),
    })
    return { made, kept: [...kept].sort(([a], [b]) => a - b), shards: handed.splice(0).map((s) => s.length) }
  }
  const all = [1, 2, 3, 4, 5, 6, 7]
  const kept = all.map((n) => [n, n * 2])
  expect(await run(all)).toEqual({ made: 7, kept, shards: [3, 3, 1] })
  expect(await run(all)).toEqual({ made: 0, kept, shards: [] })
  expect((await run([...all, 8])).made).toBe(1)
  const [first] = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((f) => f.includes('/'))
  writeFileSync(join(folder, first as string), 'other bytes')
  expect(await run(all)).toMatchObject({ made: 1, kept })
  rmSync(folder, { recursive: true })
})
