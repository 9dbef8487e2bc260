import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Queue, Worker } from 'bullmq'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cacheKey } from '../../src/datasets/cache.ts'
import { shardSize } from '../../src/datasets/gather.ts'
import { runPipeline } from '../../src/datasets/pipeline.ts'
import { openHere } from '../../src/datasets/pool.ts'
import { markOfRules } from '../../src/datasets/sources.ts'
import { markOfShards } from '../../src/work/crew.ts'
import { openQueue, queueName } from '../../src/work/queue.ts'
import * as shards from '../../src/work/shards.ts'
import { smallAtlas } from '../datasets/small.ts'
import { writeAtlas } from '../synthetic/atlas.ts'

const there = spawnSync('redis-server', ['--version']).status === 0
if (!there) console.log('No redis-server on this machine (Debian: apt-get install redis-server): the queue is not tested.')

const documents = 9 * shardSize
const [rules, shardsMark] = [markOfRules('.'), markOfShards('.')]
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

/** A worker as a process of its own; `done` are the things it said it has done. */
function startWorker(url: string) {
  const own = spawn(process.execPath, ['scripts/worker.ts', '--queue', url, '--threads', '1', '--patience', '2'])
  const worker = { process: own, done: 0, ready: once(own.stdout, 'data') }
  own.stdout.on('data', (text: Buffer) => {
    for (const [, n] of String(text).matchAll(/^(\d+) [a-z ]+ done/gm)) worker.done += Number(n)
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
    const pool = openQueue(url, shardsMark, openHere())
    expect(await pool.workers()).toBe(3)
    let handed = 0
    const watched = {
      ...pool,
      async contribute(task: Parameters<typeof pool.contribute>[0]) {
        handed += 1
        // the same shard twice, as a sender that was not sure would do
        const [made] = await Promise.all(handed === 2 ? [pool.contribute(task), pool.contribute(task)] : [pool.contribute(task)])
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
    expect(handed).toBe(documents / shardSize)
    expect(stateOf(far)).toEqual(stateOf(near))

    // each shard was finished once; those of the dead and the stalled one were taken over
    const connection = new Redis(url, { maxRetriesPerRequest: null })
    const queue = new Queue(queueName(shardsMark), { connection })
    const finished = await queue.getCompleted()
    expect(new Set(finished.map((j) => j.id)).size).toBe(handed)
    expect(finished.length).toBe(handed)
    expect(await queue.getJobCountByTypes('waiting', 'active', 'failed', 'delayed')).toBe(0)
    expect(finished.some((j) => (j.stalledCounter ?? 0) > 0)).toBe(true)
    await queue.close()
    connection.disconnect()
    await pool.close()
    const worked = workers.map((w) => w.done)
    expect(worked.reduce((a, b) => a + b)).toBeGreaterThanOrEqual(documents - 2 * shardSize)
  })
  it('what is attested, drawn and written is the same bytes too, though one dies and shards are handed in twice', {
    timeout: 300_000,
  }, async () => {
    const { sources } = smallAtlas()
    const files = [...sources].filter(([path]) => path.startsWith('data/documents/xishan-2022/'))
    const codebook = [...sources].filter(([path]) => path.startsWith('data/codebook/'))
    const digest = sources.get('data/documents/xishan-2022/digest.zh.md') as string
    const card = {
      lead: '80%',
      title: '签约率',
      text: '',
      source: '',
      caution: '以原文为准',
      site: '图谱',
      drawing: null,
      colours: { paper: '#fff', ink: '#000', soft: '#555', accent: '#055', line: '#ddd' },
    }
    const paper = { title: '简报', answer: '', sections: [], sources: { heading: '出处', lines: [] }, caution: '', date: '2026-01-01' }
    const six = [1, 2, 3, 4, 5, 6]
    const tasks = six.map((n) => {
      const address = `https://atlas.example.org/${n}/`
      const official = digest.replace('80%', `8${n}%`)
      return {
        attest: { codebook, documents: six.map(() => ({ id: 'xishan-2022', files, official })) },
        draw: { glyphs: JSON.stringify(card), cards: [{ form: 'social' as const, card: { ...card, address } }] },
        write: { papers: six.map((m) => ({ ...paper, address: `${address}${m}/` })) },
      }
    })
    const [dies, ...others] = [startWorker(url), startWorker(url), startWorker(url)]
    await Promise.all([dies, ...others].map((w) => w?.ready))
    const crew = openQueue(url, shardsMark, openHere())
    const far = tasks.map((task, n) =>
      Promise.all([crew.attest(task.attest), crew.draw(task.draw), crew.write(task.write), ...(n === 2 ? [crew.write(task.write)] : [])]),
    )
    while (dies?.done === 0) await new Promise((done) => setTimeout(done, 20))
    dies?.process.kill('SIGKILL')
    for (const [n, task] of tasks.entries()) {
      const [attested, drawn, written, again] = (await far[n]) as Uint8Array[][]
      expect(attested).toEqual(shards.attest(task.attest))
      expect(JSON.parse(Buffer.from(attested?.[0] as Uint8Array).toString()).problems.length).toBeGreaterThan(0)
      expect(drawn).toEqual((await shards.draw(task.draw)).map((bytes) => Uint8Array.from(bytes)))
      expect(written).toEqual((await shards.write(task.write)).map((bytes) => Uint8Array.from(bytes)))
      if (again) expect(again).toEqual(written)
    }
    await crew.close()
  })
  it.each([
    ['in other words than it was sent', { sum: 'x', texts: ['AAAA', 'AAAA'] }],
    ['with fewer things than the shard has', { sum: cacheKey('AAAA'), texts: ['AAAA'] }],
  ])('a shard that comes back %s is not taken', { timeout: 60_000 }, async (what, answer) => {
    const rules = cacheKey(what)
    const connection = new Redis(url, { maxRetriesPerRequest: null })
    const worker = new Worker(queueName(rules), async () => answer, { connection })
    const crew = openQueue(url, rules, openHere())
    const paper = {
      title: '',
      answer: '',
      sections: [],
      sources: { heading: '', lines: [] },
      caution: '',
      date: '2026-01-01',
      address: null,
    }
    await expect(crew.write({ papers: [paper, paper] })).rejects.toThrow('damaged')
    await Promise.all([worker.close(), crew.close()])
    connection.disconnect()
  })
  it('a worker with other rules is given nothing', { timeout: 60_000 }, async () => {
    const pool = openQueue(url, 'f'.repeat(64), openHere())
    expect(await pool.workers()).toBe(0)
    await pool.close()
  })
})
