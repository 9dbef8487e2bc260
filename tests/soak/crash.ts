import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { readDatasets } from '../../src/datasets/store.ts'
import { recoverFolder } from '../../src/datasets/swap.ts'

/** Where a run is ended: while it reads, writes, or puts the new folder in its place. */
export const phases = { reading: 'readFileSync', writing: 'writeFileSync', swapping: 'renameSync' } as const
export type Phase = keyof typeof phases

/** One ended run, and what was found after it. */
export interface Crash {
  phase: Phase
  call: number
  how: 'kill' | 'ENOSPC'
  ended: boolean
  whole: boolean
  next: boolean
}

const build = (root: string, die = '') =>
  spawnSync(process.execPath, ['--import', resolve('tests/soak/die.mjs'), 'scripts/data.ts', root], {
    encoding: 'utf8',
    env: { ...process.env, ATLAS_DIE: die },
  })
const stateOf = (root: string) =>
  createHash('sha256')
    .update(JSON.stringify(readDatasets(root)))
    .digest('hex')

/** Ends runs of `npm run data` on a copy of the small atlas that has changed since its last good run; the copy is new for each. */
export function crashAt(points: { phase: Phase; call: number; how: Crash['how'] }[]): Crash[] {
  const good = mkdtempSync(join(tmpdir(), 'atlas-good-'))
  cpSync('tests/fixtures/small', good, { recursive: true })
  if (build(good).status !== 0) throw new Error('The small atlas does not build.')
  const before = stateOf(good)
  const edit = (root: string) =>
    appendFileSync(join(root, 'data/codebook/terms.yaml'), '- { zh: 试词, en: trial word, plain: { zh: 试。, en: A trial. } }\n')
  const changed = mkdtempSync(join(tmpdir(), 'atlas-changed-'))
  cpSync(good, changed, { recursive: true })
  edit(changed)
  if (build(changed).status !== 0) throw new Error('The changed atlas does not build.')
  const after = stateOf(changed)
  const crashes = points.map(({ phase, call, how }): Crash => {
    const root = mkdtempSync(join(tmpdir(), 'atlas-crash-'))
    cpSync(good, root, { recursive: true })
    edit(root)
    const { status, signal } = build(root, `${how}:${phases[phase]}:${call}`)
    const ended = how === 'kill' ? signal === 'SIGKILL' : status !== 0
    const whole = [before, after].includes(stateOf(root))
    const next =
      build(root).status === 0 && stateOf(root) === after && readdirSync(join(root, 'data')).every((f) => !/\.(?:new|old|lock)$/.test(f))
    rmSync(root, { recursive: true })
    return { phase, call, how, ended, whole, next }
  })
  for (const root of [good, changed]) rmSync(root, { recursive: true })
  return crashes
}

/** Two runs at once on one atlas: how each ended, and whether what is left is whole. */
export async function twoAtOnce(): Promise<{ statuses: (number | null)[]; complaint: string; whole: boolean }> {
  const root = mkdtempSync(join(tmpdir(), 'atlas-two-'))
  cpSync('tests/fixtures/small', root, { recursive: true })
  const runs = await Promise.all(
    [0, 1, 2].map(
      () =>
        new Promise<{ status: number | null; stderr: string }>((done) => {
          const run = spawn(process.execPath, ['scripts/data.ts', root])
          let stderr = ''
          run.stderr.on('data', (chunk) => {
            stderr += chunk
          })
          run.on('close', (status) => done({ status, stderr }))
        }),
    ),
  )
  const whole = readDatasets(root).documents.length > 0 && readFileSync(join(root, 'data/datasets/targets.json'), 'utf8').endsWith(']\n')
  rmSync(root, { recursive: true })
  return { statuses: runs.map((r) => r.status), complaint: runs.map((r) => r.stderr).join(''), whole }
}

/** Ends runs that swap a site in, at a call of one phase; the folder must hold all of the old pages or all of the new ones, before and after the next run. */
export function crashSite(points: { phase: Exclude<Phase, 'reading'>; call: number }[]): Crash[] {
  return points.map(({ phase, call }): Crash => {
    const root = mkdtempSync(join(tmpdir(), 'atlas-site-'))
    const folder = join(root, 'dist')
    const swap = (word: string, die = '') =>
      spawnSync(process.execPath, ['--import', resolve('tests/soak/die.mjs'), 'tests/soak/site.ts', folder, word], {
        env: { ...process.env, ATLAS_DIE: die },
      })
    // what a host would serve after the next command has looked at it
    const words = () => {
      recoverFolder(folder)
      return readdirSync(folder).map((f) => readFileSync(join(folder, f), 'utf8'))
    }
    swap('old')
    const { signal } = swap('new', `kill:${phases[phase]}:${call}`)
    const whole = words().length === 8 && new Set(words()).size === 1
    const next = swap('newer').status === 0 && words().join() === Array(8).fill('newer').join() && readdirSync(root).join() === 'dist'
    rmSync(root, { recursive: true })
    return { phase, call, how: 'kill', ended: signal === 'SIGKILL', whole, next }
  })
}
