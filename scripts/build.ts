import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'

// data, pages, pictures; what is not ours goes to astro: --site URL, --base /folder, --outDir
const { values, tokens } = parseArgs({
  options: {
    site: { type: 'string' },
    base: { type: 'string' },
    outDir: { type: 'string', default: 'dist' },
    originals: { type: 'string' },
    'no-pictures': { type: 'boolean' },
    portable: { type: 'boolean' },
  },
  tokens: true,
})
const own = new Set(['no-pictures', 'portable'])
const passed = tokens.flatMap((t) => (t.kind === 'option' && !own.has(t.name) ? [t.rawName, String(t.value)] : []))
const out = String(values.outDir)
const steps: [string, ...string[]][] = [
  ['scripts/data.ts'],
  ['node_modules/astro/bin/astro.mjs', 'build', ...passed],
  ['scripts/frozen.ts', '--out', out, ...passed],
  ['scripts/headers.ts', '--out', out, ...passed],
  ...(values['no-pictures'] ? [] : [['scripts/pictures.ts', '--out', out, ...passed] as [string, ...string[]]]),
  ...(values.portable ? [['scripts/portable.ts', out, String(values.base ?? '/')] as [string, ...string[]]] : []),
]
for (const step of steps) {
  // a BASE_URL of the surroundings would stand in for --base
  const { status } = spawnSync(process.execPath, step, { stdio: 'inherit', env: { ...process.env, BASE_URL: undefined } })
  if (status !== 0) process.exit(status ?? 1)
}
