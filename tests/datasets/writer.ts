import { workerData } from 'node:worker_threads'
import { Cache, packPieces } from '../../src/datasets/cache.ts'

// a thread that writes one entry again and again, as others do at the same time
const cache = new Cache(workerData as string)
for (let n = 0; n < 400; n++) cache.write('ab'.repeat(32), packPieces({ made: new Uint8Array([1, 2, 3]) }))
