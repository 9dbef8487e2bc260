import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { diffWording, mayShow } from '../../src/compare/wording.ts'
import { readOriginals } from '../../src/datasets/originals.ts'
import { wordsOf } from '../../src/i18n/words.ts'
import { catalogOf } from '../../src/views/catalog.ts'
import { clausePair } from '../../src/views/compare.ts'
import { routesOf } from '../../src/views/routes.ts'
import { smallAtlas } from '../datasets/small.ts'

const marked = (left: string, right: string) =>
  diffWording(left, right)
    .map((w) => (w.side === 'both' ? w.text : `${w.side === 'left' ? '-' : '+'}[${w.text}]`))
    .join('')

describe('a wording diff', () => {
  it('goes by words, not by letters', () => {
    expect(marked('每年提供一次免费体检。', '每年提供两次免费体检。')).toMatch(/^每年提供-\[.*\]\+\[.*\]免费体检。$/)
    expect(marked('派驻到医院', '派驻到医生')).toBe('派驻到-[医院]+[医生]')
    expect(marked('相同的话', '相同的话')).toBe('相同的话')
  })
  it('loses nothing of either text', () => {
    const [a, b] = ['特困人员住院不交押金，出院时结清。', '低保对象和特困人员住院不交押金。']
    const side = (s: 'left' | 'right') => diffWording(a, b).flatMap((w) => (w.side === 'both' || w.side === s ? [w.text] : []))
    expect(side('left').join('')).toBe(a)
    expect(side('right').join('')).toBe(b)
  })
})

describe('official texts', () => {
  const { atlas, sources } = smallAtlas()
  const folder = mkdtempSync(join(tmpdir(), 'atlas-'))
  for (const d of atlas.documents) writeFileSync(join(folder, `${d.id}.txt`), sources.get(`data/documents/${d.id}/digest.zh.md`) ?? '')
  const open = atlas.documents.map((d) => ({ ...d, disclosure: 'public' as const }))
  const [first, second] = open as [(typeof open)[0], (typeof open)[0]]
  const closed = { ...second, disclosure: 'unknown' as const }
  const catalog = catalogOf(atlas)
  const leaf = (id: string) => atlas.provisions.find((p) => p.document === id && p.leaf && p.digestZh)?.id ?? ''
  const alignment = {
    a: leaf(first.id),
    b: leaf(second.id),
    documentA: first.id,
    documentB: second.id,
    score: 1,
    text: 1,
    topics: [],
    terms: [],
    facts: [],
  }
  const pair = (texts: Map<string, string>) => clausePair(alignment as never, catalog, wordsOf('zh'), routesOf('zh'), texts).wording

  it('are shown where they were published proactively, or a ground and a date are named', () => {
    expect(mayShow(first)).toBe(true)
    for (const disclosure of ['on-request', 'unknown', 'closed'] as const) expect(mayShow({ disclosure, shown: undefined })).toBe(false)
    expect(mayShow({ disclosure: 'unknown', shown: { ground: { zh: '允许', en: 'allowed' }, date: '2026-01-01' } })).toBe(true)
  })
  it('stand side by side only where both may be shown', () => {
    expect(pair(readOriginals(folder, open)).length).toBeGreaterThan(0)
    const one = readOriginals(folder, [first, closed])
    expect([...one.keys()].some((id) => id.startsWith(first.id))).toBe(true)
    expect([...one.keys()].some((id) => id.startsWith(second.id))).toBe(false)
    expect(pair(one)).toEqual([])
    expect(pair(new Map())).toEqual([])
    rmSync(folder, { recursive: true })
  })
})
