import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { holderOf } from './lock.ts'

const [fresh, old] = ['.new', '.old']

/** Puts a folder back as it was, where a process died while it was replaced. Leaves it alone while another process is at it. */
export function recoverFolder(folder: string): void {
  if (!existsSync(folder + old) || holderOf(folder) !== null) return
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
