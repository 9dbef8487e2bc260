import { spawnSync } from 'node:child_process'
import { ownName } from '../datasets/lock.ts'

/**
 * Runs a step of this command, which has locked `folder`: a script and what it is given → its exit status. The step ends when this process does, also
 * by kill -9, and until then the folder stays locked; so does what the step starts with its own options of Node.
 */
export function runStep(step: string[], folder: string): number {
  const tied = ['--import', new URL('./tied.ts', import.meta.url).href]
  // a BASE_URL of the surroundings would stand in for --base
  const env = { ...process.env, BASE_URL: undefined, ATLAS_COMMAND: ownName(), ATLAS_LOCK: folder }
  return spawnSync(process.execPath, [...tied, ...step], { stdio: 'inherit', env }).status ?? 1
}
