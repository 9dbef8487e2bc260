import { describe, expect, it } from 'vitest'
import { formatProblem } from '../../src/model/problem.ts'
import { catalogOf } from '../../src/views/catalog.ts'
import { digestOf } from '../../src/views/digest.ts'
import { smallAtlas } from './small.ts'

const site = 'asOf: 2026-01-01\nlanguages: [zh, en]\n'
const file = 'documents/xishan-2022/phrases.csv'
const rows = (...lines: string[]) => ['zh,at,en', ...lines, ''].join('\n')
const faults = (edits: { [file: string]: string | null }) =>
  smallAtlas(edits)
    .problems.map(formatProblem)
    .filter((p) => p.includes('phrases.csv'))

describe('words that stand alone on a page', () => {
  it('need English only where the site has English pages, and then each is named', () => {
    expect(faults({})).toEqual([])
    const missing = faults({ 'site.yaml': site }).filter((p) => p.startsWith(`data/${file}`))
    expect(missing).toContain(
      'data/documents/xishan-2022/phrases.csv:1:1  "达到80%" (figure of xishan-2022/1.1/1) has no English. Add a row with its English.',
    )
    for (const zh of [
      '市卫生健康局',
      '特困人员',
      '县域内',
      '西山市卫生健康局',
      '关于印发西山市乡村健康实施方案的通知',
      '《示例办法》（西卫发〔2020〕1号）',
    ])
      expect(missing.some((p) => p.includes(`"${zh}"`))).toBe(true)
  })
  it('are refused where no record uses them, where they stand twice, and with Chinese in the English', () => {
    expect(faults({ [file]: rows('达到80%,,reaches 80%', '没有的话,,never said', '达到80%,,reaches 80%', '一次,,一 time') })).toEqual([
      'data/documents/xishan-2022/phrases.csv:3:1  No record of xishan-2022 uses "没有的话". Take the row out, or correct it.',
      'data/documents/xishan-2022/phrases.csv:4:1  "达到80%" stands here a second time. Keep one of the rows.',
      expect.stringMatching(/phrases\.csv:5:5 {2}.*must be without Chinese characters/),
    ])
  })
  it('write a figure as the English digest does', () => {
    expect(faults({ [file]: rows('达到80%,,gets to 80%') })).toEqual([
      'data/documents/xishan-2022/phrases.csv:2:1  "gets to 80%" for 达到80% does not stand in xishan-2022/1.1 of digest.en.md. Write the figure as the digest does.',
    ])
    expect(faults({ [file]: rows('达到80%,9.9,reaches 80%') })).toEqual([
      expect.stringContaining('No record of xishan-2022 uses "达到80%" at 9.9.'),
    ])
  })
  it('mark the figure in the English digest, the nearest wording first', () => {
    const text = rows('一次,,One', '一次,2.2,One free check-up', '达到80%,,reaches 80%')
    const catalog = catalogOf(smallAtlas({ [file]: text }).atlas, 'en')
    const marked = (id: string) => {
      const p = catalog.provisionById.get(id)
      return p && digestOf(p, catalog).flatMap((all) => all.flatMap((s) => (s.target ? [s.text] : [])))
    }
    expect(marked('xishan-2022/2.2')).toEqual(['One free check-up'])
    expect(marked('xishan-2022/1.1')).toEqual(['reaches 80%'])
  })
})
