import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const [fresh, old, lock] = ['.new', '.old', '.lock']

/** The process that holds the lock of a folder; null where none lives that does. */
function holderOf(folder: string): number | null {
  if (!existsSync(folder + lock)) return null
  const pid = Number(readFileSync(folder + lock, 'utf8'))
  // a process that died while it took the lock left no number in it
  if (!(pid > 0)) return null
  try {
    process.kill(pid, 0)
    return pid
  } catch (cause) {
    // there, but of another user
    return (cause as { code?: string }).code === 'EPERM' ? pid : null
  }
}

/** Takes the lock of a folder, also one that a dead process left; throws where another process holds it. Gives back what frees it. */
export function lockFolder(folder: string): () => void {
  mkdirSync(dirname(folder), { recursive: true })
  const holder = holderOf(folder)
  if (holder !== null && holder !== process.pid)
    throw new Error(`Another process (${holder}) is writing ${folder}. Wait until it has ended, or end it, and run this again.`)
  // what a dead process left, also one of this number, is moved out of the way by one taker only
  if (existsSync(folder + lock)) {
    const stale = `${folder}${lock}.${process.pid}`
    renameSync(folder + lock, stale)
    rmSync(stale)
  }
  writeFileSync(folder + lock, String(process.pid), { flag: 'wx' })
  return () => rmSync(folder + lock, { force: true })
}

/** Puts a folder back as it was, where a process died while it was replaced. Leaves it alone while another process is at it. */
export function recoverFolder(folder: string): void {
  const holder = holderOf(folder)
  if (!existsSync(folder + old) || (holder !== null && holder !== process.pid)) return
  if (existsSync(folder)) rmSync(folder + old, { recursive: true, force: true })
  else renameSync(folder + old, folder)
}

/** Takes away what an earlier process left beside a folder, and makes room to fill it anew. */
export function startBeside(folder: string): string {
  recoverFolder(folder)
  rmSync(folder + fresh, { recursive: true, force: true })
  mkdirSync(folder + fresh, { recursive: true })
  return folder + fresh
}

/** Puts what was filled beside a folder in its place: the old one goes only when the new one is there. */
export function finishBeside(folder: string): void {
  if (existsSync(folder)) renameSync(folder, folder + old)
  renameSync(folder + fresh, folder)
  rmSync(folder + old, { recursive: true, force: true })
}

/** Moves what is in a folder into another; throws where both hold a file that differs. */
export function mergeFolder(from: string, into: string): void {
  mkdirSync(into, { recursive: true })
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(into, entry.name)]
    if (!existsSync(target)) moveTo(source, target)
    else if (entry.isDirectory()) mergeFolder(source, target)
    else if (!readFileSync(source).equals(readFileSync(target))) throw new Error(`Two processes made ${target}, and not the same.`)
  }
  rmSync(from, { recursive: true })
}

// also to another disk, where nothing can be renamed to
function moveTo(source: string, target: string): void {
  try {
    renameSync(source, target)
  } catch (cause) {
    if ((cause as { code?: string }).code !== 'EXDEV') throw cause
    cpSync(source, target, { recursive: true })
  }
}
