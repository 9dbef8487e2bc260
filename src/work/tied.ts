import { isMainThread, Worker } from 'node:worker_threads'
import { isAlive, joinLock } from '../datasets/lock.ts'

// loaded before every step of a command (steps.ts): it joins the lock of the folder that the command writes, and ends when the command has ended
const { ATLAS_COMMAND: command = '', ATLAS_LOCK: folder = '' } = process.env
if (isMainThread) {
  if (!isAlive(command)) throw new Error('The command that this is a step of has ended.')
  joinLock(folder)
  // in a thread of its own: the step may be busy for long
  new Worker(new URL('./watch.ts', import.meta.url), { workerData: command, execArgv: [] }).unref()
}
