// loaded before a command of the project: counts its calls of the disk and, at the one named, dies as by kill -9 or fails as a full disk does
import { createRequire, syncBuiltinESMExports } from 'node:module'

const fs = createRequire(import.meta.url)('node:fs')
const [what, call, at] = (process.env.ATLAS_DIE ?? '').split(':')
let seen = 0
const own = fs[call]
fs[call] = (...args) => {
  const place = String(args[0])
  const counts = call !== 'readFileSync' || place.includes('data/')
  if (counts) seen += 1
  if (counts && seen === Number(at)) {
    if (what === 'kill') {
      process.kill(process.pid, 'SIGKILL')
      for (;;);
    }
    throw Object.assign(new Error(`${what}: no space left on device, ${call} '${place}'`), { code: what })
  }
  return own(...args)
}
syncBuiltinESMExports()
