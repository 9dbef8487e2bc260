import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { recoverFolder } from '../../src/datasets/swap.ts'
import { copyProject } from '../project.ts'
import { writeAtlas } from '../synthetic/atlas.ts'

/** Who is killed: the command with all that it started, or the command alone, whose steps go on. */
export type Victim = 'all' | 'command'

/** One killed build of a site, and what was found after it. */
export interface Killed {
  victim: Victim
  after: number
  ended: boolean
  whole: boolean
  next: boolean
}

const command = ['scripts/build.ts', '--no-pictures', '--no-compressed']

function stateOf(root: string): string {
  // what a host would serve after the next command has looked at it
  recoverFolder(join(root, 'dist'))
  const hash = createHash('sha256')
  const files = readdirSync(join(root, 'dist'), { recursive: true, withFileTypes: true }).filter((f) => f.isFile())
  for (const file of files.map((f) => join(f.parentPath, f.name)).sort()) hash.update(relative(root, file)).update(readFileSync(file))
  return hash.digest('hex')
}

/**
 * Kills builds of a small site, each so many seconds after it began, when a term has been added since the last good build; the site must hold all of
 * the old pages or all of the new ones, and the next build, begun at once, all of the new ones.
 */
export async function killBuilds(points: { victim: Victim; after: number }[]): Promise<Killed[]> {
  const good = mkdtempSync(join(tmpdir(), 'atlas-killed-'))
  copyProject(good)
  writeAtlas(good, 1, 5)
  const build = (root: string) => spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' })
  const edit = (root: string) =>
    appendFileSync(join(root, 'data/codebook/terms.yaml'), '- { zh: 试词, en: trial word, plain: { zh: 试。, en: A trial. } }\n')
  const copy = () => {
    const root = mkdtempSync(join(tmpdir(), 'atlas-killed-'))
    cpSync(good, root, { recursive: true, verbatimSymlinks: true })
    return root
  }
  const first = build(good)
  if (first.status !== 0) throw new Error(`The small site does not build: ${first.stderr}`)
  const before = stateOf(good)
  const changed = copy()
  edit(changed)
  build(changed)
  const after = stateOf(changed)
  const killed: Killed[] = []
  for (const point of points) {
    const root = copy()
    edit(root)
    const run = spawn(process.execPath, command, { cwd: root, detached: true, stdio: 'ignore' })
    const end = new Promise<string | null>((done) => run.on('exit', (_, signal) => done(signal)))
    await setTimeout(point.after * 1000)
    const own = run.pid as number
    if (run.exitCode === null) process.kill(point.victim === 'all' ? -own : own, 'SIGKILL')
    const ended = (await end) === 'SIGKILL'
    const whole = [before, after].includes(stateOf(root))
    const { status, stderr } = build(root)
    const left = readdirSync(root).filter((f) => f.startsWith('dist') && f !== 'dist')
    const next = status === 0 && stateOf(root) === after && left.length === 0
    if (!next) console.error(`After ${point.after} s (${point.victim}): ${status} ${stderr.slice(-500)}`)
    killed.push({ ...point, ended, whole, next })
    rmSync(root, { recursive: true, force: true, maxRetries: 10 })
  }
  for (const root of [good, changed]) rmSync(root, { recursive: true })
  return killed
}
