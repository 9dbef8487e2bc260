import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { defineConfig, logHandlers } from 'astro/config'
import { parse } from 'yaml'
import { renderPages } from './src/work/render.ts'

// the build talks to no host
process.env.ASTRO_TELEMETRY_DISABLED = '1'

const isBuild = process.argv.includes('build')
const site = parse(readFileSync('data/site.yaml', 'utf8'))

export default defineConfig({
  ...(site.url ? { site: site.url } : {}),
  trailingSlash: 'always',
  prerenderConflictBehavior: 'error',
  // pages are written while others are rendered
  build: { inlineStylesheets: 'never', concurrency: 8 },
  // two lines for every page would be most of what a build says
  ...(isBuild ? { logger: logHandlers.node({ level: 'warn' }) } : {}),
  integrations: [renderPages(process.argv)],
  devToolbar: { enabled: false },
  // scripts and styles run from Chromium 78 on
  vite: {
    // the budgets of tests/bench weigh what is fetched
    build: { cssTarget: 'chrome78', reportCompressedSize: false, chunkSizeWarningLimit: 1000 },
    // a build bundles what it needs; Astro would first bundle its tools for developers
    ...(isBuild ? { optimizeDeps: { noDiscovery: true, include: [] } } : {}),
    plugins: [
      {
        // Astro sets the target of its client build itself; this comes after it
        name: 'scripts-from-chromium-78',
        configEnvironment: (name) => (name === 'client' ? { build: { target: 'chrome78' } } : null),
      },
      {
        // `npm run dev` swaps in new datasets: pages that are open are fetched again
        name: 'datasets-to-pages',
        configureServer(server) {
          const swapped = resolve('data/datasets.stamp')
          server.watcher.add(swapped)
          server.watcher.on('all', (_, path) => {
            if (path !== swapped) return
            server.ws.send({ type: 'full-reload' })
          })
        },
      },
    ],
  },
})
