import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { sealScripts } from '../src/publish/integrity.ts'

// dist/**/*.html: scripts are named with their checksum
const options = { base: { type: 'string', default: '' }, out: { type: 'string', default: 'dist' } } as const
const { values } = parseArgs({ options, strict: false })
const [out, base] = [String(values.out), String(values.base).replace(/\/$/, '')]
const held = new Map<string, Uint8Array>()
const bytesOf = (address: string) => {
  const path = address.slice(base.length)
  const bytes = held.get(path) ?? readFileSync(join(out, path))
  held.set(path, bytes)
  return bytes
}
let pages = 0
for (const path of readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((p) => p.endsWith('.html'))) {
  const html = readFileSync(join(out, path), 'utf8')
  const sealed = sealScripts(html, bytesOf)
  if (sealed === html) continue
  writeFileSync(join(out, path), sealed)
  pages += 1
}
console.log(`${held.size} scripts, named with their checksum on ${pages} pages.`)
