import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { holderOf, isAlive, joinLock, lockFolder, ownName } from '../../src/datasets/lock.ts'

const folder = () => join(mkdtempSync(join(tmpdir(), 'atlas-lock-')), 'dist')
const startOf = (pid: number) => (readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1] as string).split(' ')[19]
// a process that lives until it is killed
const other = () => spawn('sleep', ['30']).pid as number

it('is held until it is freed', () => {
  const own = folder()
  const free = lockFolder(own)
  expect(readFileSync(`${own}.lock`, 'utf8')).toBe(ownName())
  expect(holderOf(own)).toBe(null)
  free()
  expect(existsSync(`${own}.lock`)).toBe(false)
})

it('is refused while another process lives that holds it, or that a dead holder started', { timeout: 20_000 }, () => {
  const [own, held, dead] = [folder(), other(), spawnSync('true').pid]
  writeFileSync(`${own}.lock`, String(held))
  expect(holderOf(own)).toBe(held)
  expect(() => lockFolder(own)).toThrow(`Another process (${held}) is writing`)
  writeFileSync(`${own}.lock`, `${dead}\n${held}`)
  expect(holderOf(own)).toBe(held)
  expect(() => lockFolder(own)).toThrow(`Another process (${held}) is writing`)
  process.kill(held)
})

it('waits for what a dead holder started to end', () => {
  const [own, held, dead] = [folder(), other(), spawnSync('true').pid]
  writeFileSync(`${own}.lock`, `${dead}\n${held}`)
  spawn('sh', ['-c', `sleep 0.3; kill -9 ${held}`])
  const from = performance.now()
  lockFolder(own)()
  expect(performance.now() - from).toBeGreaterThan(200)
})

it('is taken from the dead: one that is gone, one that left no number, one whose number another has', () => {
  const [own, held] = [folder(), other()]
  for (const left of [String(spawnSync('true').pid), '', `${held} 1`]) {
    writeFileSync(`${own}.lock`, left)
    expect(holderOf(own)).toBe(null)
    lockFolder(own)()
  }
  expect(isAlive(`${held} ${startOf(held)}`)).toBe(true)
  process.kill(held)
})

it('is taken from one that has ended, though nobody has asked how', async () => {
  // sleep, in whose place the shell puts itself, does not ask after the child
  const parent = spawn('sh', ['-c', 'sleep 0.1 & echo $!; exec sleep 30'])
  const pid = Number(await new Promise((done) => parent.stdout.once('data', done)))
  while (!/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))) await new Promise((done) => setTimeout(done, 10))
  expect(() => process.kill(pid, 0)).not.toThrow()
  expect(isAlive(String(pid))).toBe(false)
  parent.kill()
})

it('knows who joined', () => {
  const own = folder()
  lockFolder(own)
  joinLock(own)
  expect(readFileSync(`${own}.lock`, 'utf8')).toBe(`${ownName()}\n${ownName()}`)
})
