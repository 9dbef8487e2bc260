import { execFile } from 'node:child_process'
import { rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs, promisify } from 'node:util'
import { cacheKey } from '../src/datasets/cache.ts'
import { mergeFolder } from '../src/datasets/swap.ts'

// the pages of the site, by one process, or by several (--processes 4) each its share of them; what is not ours goes to astro
const text = { type: 'string' } as const
const defaults = { out: { ...text, default: 'dist' }, memory: { ...text, default: '2400' }, processes: { ...text, default: '1' } }
const { values, tokens } = parseArgs({ options: { ...defaults, site: text, base: text, originals: text }, tokens: true })
const passed = tokens.flatMap((t) => (t.kind === 'option' && !(t.name in defaults) ? [t.rawName, String(t.value)] : []))
const width = Number(values.processes)
if (!Number.isInteger(width) || width < 1) {
  console.error(`--processes ${values.processes} is no number of processes: write 2 for two.`)
  process.exit(2)
}
// each within the project: beside a folder elsewhere Astro would keep the scripts of all in one place
const own = cacheKey(resolve(values.out)).slice(0, 8)
const folders = Array.from({ length: width }, (_, i) => `.cache/pages/${own}-${i}`)
const from = performance.now()
const stop = new AbortController()
async function render(folder: string, i: number): Promise<void> {
  // within so many MiB each, whatever the machine has: what was rendered is let go in time
  const node = [...process.execArgv, `--max-old-space-size=${values.memory}`]
  const command = [...node, 'node_modules/astro/bin/astro.mjs', 'build', '--outDir', folder, '--share', `${i}/${width}`, ...passed]
  rmSync(folder, { recursive: true, force: true })
  try {
    await promisify(execFile)(process.execPath, command, { maxBuffer: Number.POSITIVE_INFINITY, signal: stop.signal })
  } catch (cause) {
    const { stdout, stderr } = cause as { stdout: string; stderr: string }
    // the others are stopped, and have nothing to say
    if (!stop.signal.aborted) console.error(`${stdout.slice(-2000)}\n${stderr}`)
    stop.abort()
  }
}
await Promise.all(folders.map(render))
if (stop.signal.aborted) process.exit(1)
// as Astro does: what stood there before goes
rmSync(values.out, { recursive: true, force: true })
for (const folder of folders) mergeFolder(folder, values.out)
console.log(`Pages in ${((performance.now() - from) / 1000).toFixed(0)} s.`)
