import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readManifests } from '../src/datasets/releases.ts'
import { headerRules, renderCaddy, renderHeadersFile, renderNginx } from '../src/publish/headers.ts'
import { policyOf } from '../src/views/policy.ts'

// dist/ → dist/_headers for hosts that read it, and the same for nginx and Caddy in dist/hosting/
const options = { base: { type: 'string', default: '' }, out: { type: 'string', default: 'dist' } } as const
const { values } = parseArgs({ options, strict: false })
const [out, base] = [String(values.out), String(values.base).replace(/\/$/, '')]
const folders = ['zh', 'en'].flatMap((lang) =>
  existsSync(join(out, lang))
    ? readdirSync(join(out, lang), { withFileTypes: true }).flatMap((f) => (f.isDirectory() ? [`/${lang}/${f.name}`] : []))
    : [],
)
const releases = readManifests('.').map((m) => m.release)
const rules = headerRules(folders, releases, policyOf).map((rule) => ({ ...rule, path: base + rule.path }))
mkdirSync(join(out, 'hosting'), { recursive: true })
writeFileSync(join(out, '_headers'), renderHeadersFile(rules))
writeFileSync(join(out, 'hosting/nginx.conf'), renderNginx(rules))
writeFileSync(join(out, 'hosting/Caddyfile'), renderCaddy(rules))
console.log(`${rules.length} rules of headers.`)
