import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runPipeline } from '../../src/datasets/pipeline.ts'
import { openCores } from '../../src/work/crew.ts'
import { writeAtlas } from '../synthetic/atlas.ts'
import { type Measures, medianOf, report } from './measure.ts'

const runs = 5
const clear = (root: string) => {
  for (const folder of ['.cache', 'data/datasets']) rmSync(join(root, folder), { recursive: true, force: true })
}

// the same bytes read and written, and nothing made of them
function copyBytes(root: string): number {
  let size = 0
  const files = (folder: string) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }).filter((f) => f.isFile())
  for (const f of files('data/documents')) size += readFileSync(join(f.parentPath, f.name)).length
  for (const f of files('data/datasets')) {
    const bytes = readFileSync(join(f.parentPath, f.name))
    writeFileSync(join(f.parentPath, f.name), bytes)
    size += bytes.length
  }
  return size
}

/** Text to datasets, beside the same bytes read and written; and again after one document changed, beside the whole. */
export async function benchPipeline(sizes = [60, 180, 540]): Promise<void> {
  const [whole, again]: [Measures, Measures] = [[], []]
  const pool = openCores()
  for (const size of sizes) {
    const root = mkdtempSync(join(tmpdir(), 'atlas-bench-'))
    writeAtlas(root, 1, size)
    const run = () => runPipeline({ root, pool, rules: 'bench' })
    const time = await medianOf(runs, async () => {
      clear(root)
      await run()
    })
    const floor = await medianOf(runs, () => copyBytes(root))
    const megabytes = copyBytes(root) / 1e6
    whole.push({ size, MB: megabytes, s: time / 1000, 'documents/s': (size / time) * 1000, 'x floor': time / floor })
    const id = readdirSync(join(root, 'data/documents'))[0] as string
    const one = await medianOf(runs, async () => {
      appendFileSync(join(root, 'data/documents', id, 'document.yaml'), '# again\n')
      await run()
    })
    const none = await medianOf(runs, run)
    again.push({ size, 's, one changed': one / 1000, 's, none changed': none / 1000, 'x the whole': one / time })
    rmSync(root, { recursive: true })
  }
  await pool.close()
  report('datasets', whole, ['s'])
  report('incremental', again, ['s, one changed'])
}

/** One large run, once: a synthetic project folder that is kept where it is given. */
export async function benchNation(size: number): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'atlas-nation-'))
  writeAtlas(root, 1, size)
  cpSync('package.json', join(root, 'package.json'))
  const pool = openCores(2)
  const start = performance.now()
  const { counts } = await runPipeline({ root, pool, rules: 'bench' })
  const seconds = (performance.now() - start) / 1000
  await pool.close()
  report('nation', [{ size, provisions: counts.provisions ?? 0, s: seconds, 'MiB at most': process.resourceUsage().maxRSS / 1024 }], [])
  rmSync(root, { recursive: true })
}
