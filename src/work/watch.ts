import { workerData } from 'node:worker_threads'
import { isAlive } from '../datasets/lock.ts'

setInterval(() => {
  if (!isAlive(workerData)) process.kill(process.pid, 'SIGKILL')
}, 100)
