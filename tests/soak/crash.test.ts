import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readDatasets } from '../../src/datasets/store.ts'
import { crashAt, crashSite, twoAtOnce } from './crash.ts'
import { killBuilds } from './killed.ts'

it('a run that is killed while it reads, writes or swaps leaves whole datasets, and the next one succeeds', { timeout: 120_000 }, () => {
  const points = [
    { phase: 'reading', call: 2, how: 'kill' },
    { phase: 'reading', call: 9, how: 'kill' },
    { phase: 'writing', call: 1, how: 'kill' },
    { phase: 'writing', call: 20, how: 'kill' },
    { phase: 'swapping', call: 1, how: 'kill' },
    { phase: 'swapping', call: 2, how: 'kill' },
    { phase: 'writing', call: 12, how: 'ENOSPC' },
    { phase: 'swapping', call: 2, how: 'ENOSPC' },
  ] as const
  for (const crash of crashAt([...points])) expect(crash).toMatchObject({ ended: true, whole: true, next: true })
})
it('runs at once do not mix: each is whole, or is told that another is writing', { timeout: 120_000 }, async () => {
  const { statuses, complaint, whole } = await twoAtOnce()
  expect(statuses).toContain(0)
  expect(whole).toBe(true)
  if (statuses.some((s) => s !== 0)) expect(complaint).toContain('is writing')
})
it('a run that may write no large file fails, and leaves what is there', { timeout: 60_000 }, () => {
  const root = mkdtempSync(join(tmpdir(), 'atlas-limit-'))
  cpSync('tests/fixtures/small', root, { recursive: true })
  expect(spawnSync(process.execPath, ['scripts/data.ts', root]).status).toBe(0)
  const before = readDatasets(root)
  const limited = spawnSync('bash', ['-c', `trap '' XFSZ; ulimit -f 2; exec ${process.execPath} scripts/data.ts ${root}`])
  expect(limited.status).not.toBe(0)
  expect(readDatasets(root)).toEqual(before)
  rmSync(root, { recursive: true })
})
it('a site that is swapped in is the old or the new one, wherever its build ends', { timeout: 120_000 }, () => {
  const points = [
    { phase: 'writing', call: 2 },
    { phase: 'writing', call: 7 },
    { phase: 'swapping', call: 1 },
    { phase: 'swapping', call: 2 },
  ] as const
  for (const crash of crashSite([...points])) expect(crash).toMatchObject({ ended: true, whole: true, next: true })
})
it('a build that is killed, and not the step it is at, leaves a whole site, and the next one succeeds', { timeout: 300_000 }, async () => {
  for (const killed of await killBuilds([{ victim: 'command', after: 1.5 }]))
    expect(killed).toMatchObject({ ended: true, whole: true, next: true })
})
