import { existsSync } from 'node:fs'
import sparticuz from '@sparticuz/chromium'
import { type Browser, chromium } from 'playwright-core'

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable']
const flags = ['--no-sandbox', '--disable-gpu', '--disable-background-networking']
const remedy =
  'No Chromium could be started. Install Chromium or Chrome (Debian: apt-get install chromium) and name it in CHROMIUM_PATH, then run npm test again.'

/** A Chromium found in this order: CHROMIUM_PATH, an installed one, the one inside the npm package. Throws with the remedy. */
export async function openBrowser(): Promise<Browser> {
  const named = process.env.CHROMIUM_PATH
  if (named && !existsSync(named)) throw new Error(`CHROMIUM_PATH is ${named}, which does not exist. ${remedy}`)
  try {
    const path = named ?? installed.find((p) => existsSync(p))
    if (path) return await chromium.launch({ executablePath: path, args: flags })
    return await chromium.launch({ executablePath: await sparticuz.executablePath(), args: [...sparticuz.args, ...flags], headless: true })
  } catch (cause) {
    throw new Error(remedy, { cause })
  }
}
