import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sparticuz, { inflate } from '@sparticuz/chromium'
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
    return await openBundled()
  } catch (cause) {
    throw new Error(remedy, { cause })
  }
}

// the Chromium inside the npm package; where the machine lacks its libraries (NSS), those of the package stand in
async function openBundled(): Promise<Browser> {
  const executablePath = await sparticuz.executablePath()
  try {
    return await chromium.launch({ executablePath, args: flags })
  } catch {
    await inflate('node_modules/@sparticuz/chromium/bin/al2023.tar.br')
    const env = { ...process.env, LD_LIBRARY_PATH: join(tmpdir(), 'al2023/lib') }
    return await chromium.launch({ executablePath, args: flags, env })
  }
}
