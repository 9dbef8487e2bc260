import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { wordsOf } from '../../src/i18n/words.ts'
import { catalogOf } from '../../src/views/catalog.ts'
import { homeFindings, topicFindings } from '../../src/views/findings.ts'
import { routesOf } from '../../src/views/routes.ts'
import { smallAtlas } from '../datasets/small.ts'

const words = wordsOf('zh')
const routes = routesOf('zh')
const folder = (id: string) => ['document.yaml', 'digest.zh.md', 'digest.en.md', 'coding.yaml'].map((name) => `documents/${id}/${name}`)
const at = 'tests/fixtures/small/data/'
const read = (file: string) => readFileSync(at + file, 'utf8')

// a third document beside the two of the fixture: the second one again, in another place and with the other side of an opposition
const third = (file: string) =>
  read(file.replace('nanling-2023', 'xishan-2022'))
    .replace(/西山/g, '南岭')
    .replace(/Xishan/g, 'Nanling')
    .replace(/2022/g, '2023')
const both = Object.fromEntries(folder('nanling-2023').map((file) => [file, third(file)]))

const findingsOf = (edits: { [file: string]: string | null }) => {
  const { atlas, problems } = smallAtlas(edits)
  const catalog = catalogOf(atlas)
  const all = [...homeFindings(catalog, words, routes), ...atlas.topics.flatMap((t) => topicFindings(t.id, catalog, routes))]
  return { atlas, problems, all, text: all.map((f) => f.map((p) => p.text).join('')) }
}
const without = (id: string) => Object.fromEntries(folder(id).map((file) => [file, null]))

describe('findings', () => {
  const whole = findingsOf(both)
  it('are made from what is there, with links to clauses, figures and documents', () => {
    expect(whole.atlas.documents.length).toBe(3)
    expect(whole.all.length).toBeGreaterThan(4)
    const documents = new Set(whole.atlas.documents.map((d) => d.short.zh))
    expect([...documents].every((name) => whole.text.join().includes(name))).toBe(true)
  })

  it.each(['dongshan-2021', 'xishan-2022', 'nanling-2023'])('without %s name it no more, and none is false', (id) => {
    const gone = whole.atlas.documents.find((d) => d.id === id)
    const { atlas, all, text } = findingsOf({ ...both, ...without(id) })
    expect(atlas.documents.map((d) => d.id)).not.toContain(id)
    expect(text.join()).not.toContain(gone?.short.zh)
    expect(JSON.stringify(all)).not.toContain(id)
    // every linked figure stands in its target, every linked clause and document is held
    const targets = new Map(atlas.targets.map((t) => [routes.target(t.id), t.printed]))
    const provisions = new Set(atlas.provisions.map((p) => routes.provision(p.id)))
    for (const piece of all.flat())
      if (piece.href && targets.has(piece.href)) expect(targets.get(piece.href)).toBe(piece.text)
      else if (piece.href?.includes('/documents/') && piece.href.split('/').length > 5) expect(provisions).toContain(piece.href)
    // counts in the first sentence are those of the datasets
    const count = atlas.documents.reduce((sum, d) => sum + d.counts.numericTargets, 0)
    expect(text[0]).toContain(`${atlas.documents.length}份文件共写下${count}项数字规定`)
  })

  it('say how little texts have in common only of those that were compared', () => {
    const pairs = [
      ['dongshan-2021', 'xishan-2022', 0.4],
      ['xishan-2022', 'dongshan-2021', 0.3],
      ['nanling-2023', 'dongshan-2021', 0.02],
      ['nanling-2023', 'xishan-2022', 0.03],
    ] as const
    const saidOf = (measured: readonly (typeof pairs)[number][]) => {
      const row = { shingles: 100, bodyShare: 0, provisions: [] }
      const inheritance = measured.map(([from, to, share]) => ({ id: `${from}~in~${to}`, from, to, share, ...row }))
      const found = homeFindings(catalogOf({ ...whole.atlas, inheritance }), words, routes)
      return found.map((f) => f.map((p) => p.text).join('')).find((text) => text.includes('也出现在'))
    }
    expect(saidOf(pairs)).toContain('南岭2023与它们相同的文字不超过3%')
    for (const gone of [2, 3]) expect(saidOf(pairs.filter((_, i) => i !== gone))).toMatch(/40%也出现在[^；]+。$/)
    expect(saidOf([])).toBeUndefined()
  })

  it('rank nothing that may not be ranked', () => {
    const ranked = new Set(whole.atlas.comparability.filter((c) => c.grade === 'ranked').map((c) => c.constructA))
    for (const sentence of whole.text) if (ranked.size === 0) expect(sentence).not.toMatch(/更高|更低|领先|落后|最多|最少|第一/)
  })

  it('say nothing of an atlas without documents', () => {
    const { text } = findingsOf({ ...without('dongshan-2021'), ...without('xishan-2022') })
    expect(text.join()).not.toMatch(/东山|西山|undefined|NaN/)
  })
})

it('an opposition without a number is a finding only while both sides are held', () => {
  const edit = (id: string, side: string) => ({
    [`documents/${id}/digest.zh.md`]: `${read(`documents/${id}/digest.zh.md`).trimEnd()}${side}。\n`,
  })
  const two = findingsOf({ ...edit('dongshan-2021', '超支不补'), ...edit('xishan-2022', '超支分担') })
  const said = two.text.filter((t) => t.startsWith('超支由谁承担，写法不同'))
  expect(said.length).toBeGreaterThan(0)
  expect(said[0]).toMatch(/写超支不补/)
  expect(said[0]).toMatch(/写超支分担/)
  const one = findingsOf({ ...edit('dongshan-2021', '超支不补') })
  expect(one.text.some((t) => t.startsWith('超支由谁承担'))).toBe(false)
})
