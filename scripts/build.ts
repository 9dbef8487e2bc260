import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { lockFolder } from '../src/datasets/lock.ts'
import { finishBeside, startBeside } from '../src/datasets/swap.ts'
import { runStep } from '../src/work/steps.ts'

// data, pages, pictures, all beside dist/, which is replaced when everything is there; what is not ours goes to astro: --site URL, --base /folder
const [text, flag] = [{ type: 'string' }, { type: 'boolean' }] as const
const { values, tokens } = parseArgs({
  options: {
    ...{ site: text, base: text, originals: text, queue: text, memory: text, processes: text },
    ...{ 'no-pictures': flag, 'no-compressed': flag, portable: flag },
    outDir: { type: 'string', default: 'dist' },
  },
  tokens: true,
})
const own = new Set(['no-pictures', 'no-compressed', 'portable', 'outDir', 'memory', 'processes', 'queue'])
const passed = tokens.flatMap((t) => (t.kind === 'option' && !own.has(t.name) ? [t.rawName, String(t.value)] : []))
const folder = values.outDir.replace(/\/+$/, '')
const free = lockFolder(folder)
const out = startBeside(folder)
process.on('exit', free)
const queue = values.queue ? ['--queue', values.queue] : []
const rendering = ['memory', 'processes'].flatMap((name) => (name in values ? [`--${name}`, String(values[name as 'memory'])] : []))
const steps: string[][] = [
  ['scripts/data.ts', ...queue],
  ['scripts/downloads.ts'],
  ['scripts/pages.ts', '--out', out, ...rendering, ...passed],
  ['scripts/downloads.ts', '--out', out],
  ['scripts/api.ts', '--out', out],
  ...(values.portable ? [] : [['scripts/integrity.ts', '--out', out, ...passed]]),
  ['scripts/frozen.ts', '--out', out, ...passed],
  ['scripts/headers.ts', '--out', out, ...passed],
  ['scripts/beside.ts', '--out', out, ...(values['no-pictures'] ? ['--no-pictures'] : []), ...queue, ...passed],
  ...(values.portable || values['no-compressed'] ? [] : [['scripts/compress.ts', '--out', out]]),
  ...(values.portable ? [['scripts/portable.ts', out, String(values.base ?? '/')]] : []),
]
for (const step of steps) {
  const status = runStep(step, resolve(folder))
  if (status !== 0) process.exit(status)
}
finishBeside(folder)
