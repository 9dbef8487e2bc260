import { existsSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { openBrowser } from './browser.ts'
import { serve } from './server.ts'

/** The browser and the built site, served, of the test file that called `openSite`. */
export let browser: Browser
export let site: { url: string; close: () => void }

/** Serves dist/ and opens a browser before the tests of a file, and closes both after them. */
export function openSite(): void {
  beforeAll(async () => {
    if (!existsSync('dist/zh/index.html')) throw new Error('dist/ is missing. Run npm run build first.')
    site = await serve('dist')
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    site?.close()
  })
}
