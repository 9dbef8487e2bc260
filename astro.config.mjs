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
  // scripts and styles run from Chromium 78 on
  vite: {
    build: { cssTarget: 'chrome78' },
    plugins: [
      {
        // Astro sets the target of its client build itself; this comes after it
        name: 'scripts-from-chromium-78',
        configEnvironment: (name) => (name === 'client' ? { build: { target: 'chrome78' } } : null),
      },
    ],
  },
})
