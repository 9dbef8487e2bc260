import { readFileSync } from 'node:fs'
import { defineConfig } from 'astro/config'
import { parse } from 'yaml'

// the build talks to no host
process.env.ASTRO_TELEMETRY_DISABLED = '1'

const site = parse(readFileSync('data/site.yaml', 'utf8'))

export default defineConfig({
  ...(site.url ? { site: site.url } : {}),
  trailingSlash: 'always',
  prerenderConflictBehavior: 'error',
  build: { inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  vite: { build: { cssTarget: 'chrome78' } },
})
