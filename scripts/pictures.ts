import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { isMainThread, Worker, workerData } from 'node:worker_threads'
import { cardFonts, renderPortrait, renderSocial } from '../src/charts/card.ts'
import { Cache } from '../src/datasets/cache.ts'
import { markOfCode } from '../src/datasets/sources.ts'
import { cardOf, pictures, publicAddress } from '../src/pages/_cards.ts'

// dist/ → dist/pictures/: a portrait and a social card of every item; what was drawn before is taken from the cache
const options = { site: { type: 'string' }, base: { type: 'string', default: '' }, out: { type: 'string', default: 'dist' } } as const
const { values } = parseArgs({ options, strict: false })
const host = values.site ?? publicAddress()
const site = typeof host === 'string' ? new URL(String(values.base), host).href : null
const all = pictures()
const css = readFileSync('src/styles/tokens.css', 'utf8')
const cache = new Cache('.cache/pictures')
const forms = { portrait: renderPortrait, social: renderSocial }
const drawing = markOfCode('.', ['charts'])

if (isMainThread) {
  const workers = Array.from(
    { length: availableParallelism() },
    (_, n) => new Worker(import.meta.filename, { workerData: n, argv: process.argv.slice(2) }),
  )
  await Promise.all(workers.map((w) => new Promise((done, fail) => w.on('error', fail).on('exit', done))))
  console.log(`${all.length} items, each with a portrait and a card.`)
} else {
  const fonts = await cardFonts(JSON.stringify(all))
  for (const picture of all.filter((_, i) => i % availableParallelism() === workerData)) {
    const card = await cardOf(picture, site, css)
    for (const [form, render] of Object.entries(forms)) {
      const png = await cache.once([drawing, form, JSON.stringify(card)], () => render(card, fonts))
      const path = join(String(values.out), 'pictures', `${picture.id}.${form}.png`)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, png)
    }
  }
}
