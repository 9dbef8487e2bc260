import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { cardForms } from '../src/charts/card.ts'
import { Cache, cacheKey } from '../src/datasets/cache.ts'
import { markOfCode } from '../src/datasets/sources.ts'
import { cardOf, pictures, siteAddress } from '../src/pages/_cards.ts'
import { makeMissing, markOfShards, openCrew } from '../src/work/crew.ts'

// dist/ → dist/pictures/: a portrait and a card of every item, drawn in threads or (--queue URL) by workers; what was drawn before is in the cache
const options = {
  site: { type: 'string' },
  base: { type: 'string' },
  out: { type: 'string', default: 'dist' },
  queue: { type: 'string' },
} as const
const { values } = parseArgs({ options, strict: false })
const address = siteAddress(values)
const crew = await openCrew(values.queue as string | undefined, markOfShards('.'), console.error)
const mark = markOfCode('.', ['charts'])
const css = readFileSync('src/styles/tokens.css', 'utf8')
const all = pictures()
const glyphs = [...new Set(JSON.stringify(all))].sort().join('')
function* cards() {
  for (const picture of all) {
    const card = cardOf(picture, address, css)
    for (const form of cardForms) yield { id: picture.id, form, card }
  }
}
const made = await makeMissing(cards(), crew.width, {
  cache: new Cache('.cache/pictures'),
  keyOf: ({ form, card }) => cacheKey(mark, form, JSON.stringify(card)),
  size: 16,
  make: (items) => crew.draw({ glyphs, cards: items.map(({ form, card }) => ({ form, card })) }),
  keep({ id, form }, bytes) {
    const path = join(String(values.out), 'pictures', `${id}.${form}.png`)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, bytes)
  },
})
await crew.close()
console.log(`${all.length} items, each with a portrait and a card; ${made} pictures drawn anew.`)
