import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Queue } from 'bullmq'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { shardSize } from '../../src/datasets/gather.ts'
import { runPipeline } from '../../src/datasets/pipeline.ts'
import { openHere } from '../../src/datasets/pool.ts'
import { openQueue } from '../../src/datasets/queue.ts'
import { markOfRules } from '../../src/datasets/sources.ts'
import { writeAtlas } from '../synthetic/atlas.ts'

const there = spawnSync('redis-server', ['--version']).status === 0
if (!there) console.log('No redis-server on this machine (Debian: apt-get install redis-server): the queue is not tested.')

const documents = 9 * shardSize
const rules = markOfRules('.')
const processes: ChildProcess[] = []
const folders: string[] = []
const folder = () => {
  const made = mkdtempSync(join(tmpdir(), 'atlas-queue-'))
  folders.push(made)
  return made
}
const stateOf = (root: string) =>
  Object.fromEntries(readdirSync(join(root, 'data/datasets')).map((f) => [f, readFileSync(join(root, 'data/datasets', f), 'utf8')]))
const freePort = async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  return port
}

/** A worker as a process of its own; `done` are the documents it said it has done. */
function startWorker(url: string) {
  const own = spawn(process.execPath, ['scripts/worker.ts', '--queue', url, '--threads', '1', '--patience', '2'])
  const worker = { process: own, done: 0, ready: once(own.stdout, 'data') }
  own.stdout.on('data', (text: Buffer) => {
    for (const [, n] of String(text).matchAll(/^(\d+) documents done/gm)) worker.done += Number(n)
  })
  processes.push(own)
  return worker
}

let url: string
beforeAll(async () => {
  if (!there) return
  const port = await freePort()
  url = `redis://127.0.0.1:${port}`
  const server = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'])
  processes.push(server)
  for await (const text of server.stdout) if (String(text).includes('eady to accept')) break
})
afterAll(() => {
  for (const own of processes) own.kill('SIGKILL')
  for (const made of folders) rmSync(made, { recursive: true })
})

describe.skipIf(!there)('three workers at a queue', () => {
  it('one killed, one stalled, a shard handed in twice: the same bytes, nothing lost, nothing done twice', {
    timeout: 300_000,
  }, async () => {
    const [far, near] = [folder(), folder()]
    writeAtlas(far, 5, documents)
    cpSync(far, near, { recursive: true })
    await runPipeline({ root: near, pool: openHere(), rules })

    const workers = [startWorker(url), startWorker(url), startWorker(url)] as const
    await Promise.all(workers.map((w) => w.ready))
    const pool = openQueue(url, rules, openHere())
    expect(await pool.workers()).toBe(3)
    let shards = 0
    const watched = {
      ...pool,
      async contribute(task: Parameters<typeof pool.contribute>[0]) {
        shards += 1
        // the same shard twice, as a sender that was not sure would do
        const [made] = await Promise.all(shards === 2 ? [pool.contribute(task), pool.contribute(task)] : [pool.contribute(task)])
        return made as Uint8Array[]
      },
    }
    const running = runPipeline({ root: far, pool: watched, rules })
    const [dies, stalls] = workers
    while (dies.done === 0 || stalls.done === 0) await new Promise((done) => setTimeout(done, 50))
    dies.process.kill('SIGKILL')
    stalls.process.kill('SIGSTOP')
    setTimeout(() => stalls.process.kill('SIGCONT'), 8000)
    const run = await running
    expect(run.problems).toEqual([])
    expect(run.made.documents).toBe(documents)
    expect(shards).toBe(documents / shardSize)
    expect(stateOf(far)).toEqual(stateOf(near))

    // each shard was finished once; those of the dead and the stalled one were taken over
    const connection = new Redis(url, { maxRetriesPerRequest: null })
    const queue = new Queue(`atlas-${rules.slice(0, 16)}`, { connection })
    const finished = await queue.getCompleted()
    expect(new Set(finished.map((j) => j.id)).size).toBe(shards)
    expect(finished.length).toBe(shards)
    expect(await queue.getJobCountByTypes('waiting', 'active', 'failed', 'delayed')).toBe(0)
    expect(finished.some((j) => (j.stalledCounter ?? 0) > 0)).toBe(true)
    await queue.close()
    connection.disconnect()
    await pool.close()
    const worked = workers.map((w) => w.done)
    expect(worked.reduce((a, b) => a + b)).toBeGreaterThanOrEqual(documents - 2 * shardSize)
  })
  it('a worker with other rules is given nothing', { timeout: 60_000 }, async () => {
    const pool = openQueue(url, 'f'.repeat(64), openHere())
    expect(await pool.workers()).toBe(0)
    await pool.close()
  })
})
