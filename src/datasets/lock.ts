import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

// beside a folder: who writes it, then each of the processes that it started, a line for each
const lock = '.lock'

// state and start of a process; null where there is none, or where the system does not tell (no /proc)
function lookUp(pid: number): { state: string; start: string } | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return { state: fields[0] ?? '', start: fields[19] ?? '' }
  } catch {
    return null
  }
}

/** This process by number and start: another may get its number when it has ended, and not its start. */
export const ownName = (): string => `${process.pid} ${lookUp(process.pid)?.start ?? ''}`.trim()

/** Whether a process lives, by its name. One that has ended does not, though nobody has asked yet how it ended. */
export function isAlive(name: string): boolean {
  const [pid = Number.NaN, start] = name.split(' ').map(Number)
  // a process that died while it took the lock left no number in it
  if (!(pid > 0)) return false
  const seen = lookUp(pid)
  if (seen) return seen.state !== 'Z' && (start === undefined || start === Number(seen.start))
  try {
    process.kill(pid, 0)
    return true
  } catch (cause) {
    // there, but of another user
    return (cause as { code?: string }).code === 'EPERM'
  }
}

const namesIn = (folder: string) => (existsSync(folder + lock) ? readFileSync(folder + lock, 'utf8').split('\n') : [])

/** Another process that holds the lock of a folder, or was started by the one that did; null where none lives. */
export function holderOf(folder: string): number | null {
  const other = namesIn(folder).find((name) => Number.parseInt(name, 10) !== process.pid && isAlive(name))
  return other ? Number.parseInt(other, 10) : null
}

// what a dead process started ends within a tenth of a second (work/tied.ts); a busy machine may take longer
function awaitOrphans(folder: string): void {
  const pause = new Int32Array(new SharedArrayBuffer(4))
  for (let i = 0; i < 100 && holderOf(folder) !== null && !isAlive(namesIn(folder)[0] ?? ''); i += 1) Atomics.wait(pause, 0, 0, 50)
}

/**
 * Takes the lock of a folder, also one that a dead process left, when what that one started has ended too (it waits up to five seconds); throws where
 * another process holds it. Gives back what frees it.
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(dirname(folder), { recursive: true })
  awaitOrphans(folder)
  const holder = holderOf(folder)
  if (holder !== null)
    throw new Error(`Another process (${holder}) is writing ${folder}. Wait until it has ended, or end it, and run this again.`)
  // what a dead process left, also one of this number, is moved out of the way by one taker only
  if (existsSync(folder + lock)) {
    const stale = `${folder}${lock}.${process.pid}`
    renameSync(folder + lock, stale)
    rmSync(stale)
  }
  writeFileSync(folder + lock, ownName(), { flag: 'wx' })
  return () => rmSync(folder + lock, { force: true })
}

/** Writes this process into the lock that another took, so that nobody takes it before both have ended. */
export const joinLock = (folder: string): void => appendFileSync(folder + lock, `\n${ownName()}`)
