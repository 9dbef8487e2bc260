import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { cardForms } from '../src/charts/card.ts'
import { Cache, cacheKey } from '../src/datasets/cache.ts'
import { shelfIn } from '../src/datasets/shelf.ts'
import { markOfCode } from '../src/datasets/sources.ts'
import { briefPaths, paperOf } from '../src/pages/_briefs.ts'
import { cardOf, pictures, siteAddress } from '../src/pages/_cards.ts'
import { makeMissing, markOfShards, openCrew } from '../src/work/crew.ts'

// what lies beside the pages of dist/: every brief as .docx, a portrait and a card of every item; made in threads or (--queue URL) by workers
const text = { type: 'string' } as const
const options = { site: text, base: text, queue: text, out: { ...text, default: 'dist' }, 'no-pictures': { type: 'boolean' } } as const
const { values } = parseArgs({ options, strict: false })
const [address, out] = [siteAddress(values), shelfIn(String(values.out))]
const crew = await openCrew(values.queue as string | undefined, markOfShards('.'), console.error)
const writing = markOfCode('.', ['charts', 'publish'])
const papers = briefPaths().map(({ params }) => ({ ...params, paper: paperOf(params, address) }))
const written = await makeMissing(papers, crew.width, {
  cache: new Cache('.cache/briefs'),
  keyOf: ({ paper }) => cacheKey(writing, JSON.stringify(paper)),
  size: 8,
  make: (items) => crew.write({ papers: items.map(({ paper }) => paper) }),
  keep: ({ lang, brief }, bytes) => out.put(`briefs/${lang}/${brief}.docx`, bytes),
})
console.log(`${papers.length} briefs as .docx, ${written} of them made anew.`)
const all = values['no-pictures'] ? [] : pictures()
const [drawing, css] = [markOfCode('.', ['charts']), readFileSync('src/styles/tokens.css', 'utf8')]
const glyphs = [...new Set(JSON.stringify(all))].sort().join('')
function* cards() {
  for (const picture of all) for (const form of cardForms) yield { id: picture.id, form, card: cardOf(picture, address, css) }
}
const drawn = await makeMissing(cards(), crew.width, {
  cache: new Cache('.cache/pictures'),
  keyOf: ({ form, card }) => cacheKey(drawing, form, JSON.stringify(card)),
  size: 16,
  make: (items) => crew.draw({ glyphs, cards: items.map(({ form, card }) => ({ form, card })) }),
  keep: ({ id, form }, bytes) => out.put(`pictures/${id}.${form}.png`, bytes),
})
await crew.close()
console.log(`${all.length} items, each with a portrait and a card; ${drawn} pictures drawn anew.`)
