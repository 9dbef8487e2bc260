import { describe, expect, it } from 'vitest'
import { excerptOf, type Fetch, readQuery, search } from '../../src/model/query.ts'
import { foldText, keysOf, type SearchRecord } from '../../src/model/search.ts'
import { buildSearch } from '../../src/publish/search.ts'
import { catalogOf } from '../../src/views/catalog.ts'
import { searchRecords } from '../../src/views/found.ts'
import { routesOf } from '../../src/views/routes.ts'
import { smallAtlas } from '../datasets/small.ts'

const open = (records: SearchRecord[], everyday = {}) => {
  const index = buildSearch(records, everyday)
  const fetched: string[] = []
  const fetch = (async (name: string) => {
    fetched.push(name)
    const [kind, n] = name.split('/') as [string, string]
    return kind === 'keys' ? index.shards[Number(n)] : index.chunks[Number(n)]
  }) as Fetch
  const find = async (text: string, most = 10) => {
    const found = await search(readQuery(text, {}).words, index.manifest, fetch, most)
    return found.flatMap((f) => f.records.map((r) => r.href))
  }
  return { index, find, fetched }
}
const record = (href: string, title: string, text: string, group: SearchRecord['group'] = 'provisions'): SearchRecord => ({
  href,
  title,
  text,
  group,
})

describe('the index', () => {
  it('is cut by pairs of Chinese characters and by the beginnings of other words', () => {
    expect(keysOf(foldText('村医 TCM，达到９０％以上'))).toEqual(['村医', 'tcm', '达到', '90%', '以上'])
  })
  it('finds two characters wherever they stand next to each other, and only there', async () => {
    const { find } = open([record('a', '甲', '乡村医生补助'), record('b', '乙', '村里的医生'), record('c', '村医', '')])
    expect(await find('村医')).toEqual(['c', 'a'])
    expect(await find('医生')).toEqual(['a', 'b'])
    expect(await find('补贴')).toEqual([])
  })
  it('shows only what holds a longer word as written', async () => {
    const { find } = open([record('a', '', '家庭医生签约服务'), record('b', '', '家庭和庭医，医生')])
    expect(await find('家庭医生')).toEqual(['a'])
  })
  it('finds English whatever its case, and all words of a query', async () => {
    const { find } = open([record('a', 'Family doctor', 'contract services'), record('b', 'Village doctor', 'subsidies')])
    expect(await find('DOCTOR contract')).toEqual(['a'])
    expect(await find('village doctors')).toEqual([])
    expect((await find('doctor')).sort()).toEqual(['a', 'b'])
  })
  it('puts groups in their order, and hits in titles first', async () => {
    const { find } = open([record('p', '', '医保'), record('t', '医保', '', 'terms'), record('q', '医保', '')])
    expect(await find('医保')).toEqual(['t', 'q', 'p'])
  })
  it('leads everyday words to terms of art', () => {
    expect(readQuery('住院押金', { 押金: ['先诊疗后付费'] }).also).toEqual([['押金', '先诊疗后付费']])
  })
  it('is cut into shards and texts of bounded size, and a query fetches few of them', async () => {
    const letters = '基层医疗卫生机构服务能力乡镇村签约家庭管理慢病筛查保障救助资金补贴培训'
    const many = Array.from({ length: 3000 }, (_, i) => {
      const text = Array.from({ length: 120 }, (_, k) => letters[(i * 7 + k * k + i * k * 3) % letters.length]).join('')
      return record(`r${i}`, `第${i}条`, text)
    })
    const { index, find, fetched } = open(many)
    expect(index.chunks.length).toBeGreaterThan(40)
    for (const chunk of index.chunks) expect(JSON.stringify(chunk).length).toBeLessThan(12_000)
    const text = many[77]?.text.slice(10, 14) as string
    expect((await find(text)).length).toBeGreaterThan(0)
    expect(new Set(fetched).size).toBeLessThan(20)
  })
  it('finds every pair of characters of every clause', async () => {
    const catalog = catalogOf(smallAtlas().atlas)
    const { find } = open(searchRecords(catalog, routesOf('zh')))
    for (const p of catalog.provisions)
      for (const [run] of p.digestZh.matchAll(/\p{Script=Han}{2,}/gu))
        for (let i = 0; i + 1 < run.length; i += 1)
          expect(await find(run.slice(i, i + 2), 1000), `${run.slice(i, i + 2)} in ${p.id}`).toContain(routesOf('zh').provision(p.id))
  })
})

it('marks what was found, and cuts around it', () => {
  const pieces = excerptOf(`${'前'.repeat(100)}押金${'后'.repeat(100)}`, ['押金'], 40)
  expect(pieces.filter((p) => p.hit).map((p) => p.text)).toEqual(['押金'])
  expect(pieces[0]?.text).toBe('…')
  expect(pieces.at(-1)?.text).toBe('…')
  expect(excerptOf('Deposit', ['deposit'], 40)).toEqual([{ text: 'Deposit', hit: true }])
})
