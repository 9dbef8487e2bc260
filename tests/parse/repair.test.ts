import { describe, expect, it } from 'vitest'
import { findIllegible, repairCharacters } from '../../src/parse/repair.ts'

// what is left out keeps its place as a soft hyphen; here it is shown as ~
const read = (text: string) => repairCharacters(text).text.replaceAll('\u00ad', '~')
const said = (text: string) => repairCharacters(text).noted.map((n) => `${n.offset} ${n.code} ${n.message}`)

describe('characters that typesetting spoiled', () => {
  it.each([
    ['radicals', '⺠⽣⻓期', '民生长期'],
    ['radicals that stand for others', '\uf99e', '\uf99e'.normalize('NFKC')],
    ['full-width digits and letters', '２０２５年ＡｂＺ', '2025年AbZ'],
    ['a full-width point in a figure', '提高到９５．５％', '提高到95.5％'],
    ['no point of an outline', '\n3．5个', '\n3．5个'],
    ['half-width punctuation', '卫生,健康;医疗:如下!好?', '卫生，健康；医疗：如下！好？'],
    ['before a figure', '村医,3名;“甲”;5%', '村医，3名；“甲”；5%'],
    ['none within figures or Latin text', '1,234 a,b 3:4', '1,234 a,b 3:4'],
    ['a full stop', '全部达标.乡村', '全部达标。乡村'],
    ['a full stop at the end of a line', '全部达标.\n下', '全部达标。\n下'],
    ['no point after a number of the outline', '二.目标', '二.目标'],
    ['nor within a figure', '95.5', '95.5'],
    ['a bar for a dash', '2021―2025年', '2021—2025年'],
    ['no bar elsewhere', 'a―b', 'a―b'],
    ['other spaces', '甲\u00a0\u2003乙\u202f丙\u205f丁', '甲  乙 丙 丁'],
    ['characters without width', '甲\u200b\ufeff乙\u2060丙', '甲~~乙~丙'],
    ['form feeds', '甲\f乙\v丙', '甲\n乙\n丙'],
    ['control characters', '甲\u0000\u0007乙\u007f', '甲  乙 '],
    ['pinyin', '殡（bìn）葬', `殡${'~'.repeat(5)}葬`],
    ['no pinyin without tones', '村（cun）', '村（cun）'],
    ['remarks of an editor', '甲<!-- 附\n注 -->乙', `甲${' '.repeat(6)}\n${' '.repeat(5)}乙`],
  ])('%s', (_, text, put) => {
    expect(read(text)).toBe(put)
    expect(repairCharacters(text).text).toHaveLength(text.length)
  })
  it('are said with their place, once for each run', () => {
    expect(said('到２０２５年,⺠生')).toEqual([
      '7 radical Radicals stand for characters: read as "民".',
      '1 wide-digit Full-width digits or letters: read as "2025".',
      '6 half-width Half-width punctuation between Chinese characters: read as "，".',
    ])
    expect(said('全部达标.')).toEqual(['4 half-width A half-width full stop: read as "。".'])
    expect(said('甲\u200b乙')).toEqual(['1 hidden-character Characters without width: read as "".'])
    expect(said('到2025年，民生。')).toEqual([])
    expect(repairCharacters('⺠').noted[0]?.severity).toBe('info')
  })
})

describe('masked figures', () => {
  it.each([
    ...['**年', '20**年', '3×个', 'XX月', 'xx%', '__人', '＿＿＿元', '2XX所', '**%'],
    ...['〔20171', '〔2017102号', '〔**〕3号', '（XX）12号', '〔2021〕**号', '〔2021〕第XX号'],
  ])('%s is named and never read', (text) => {
    const [first] = findIllegible(`共${text}`)
    expect(first).toMatchObject({ severity: 'warning', code: 'illegible' })
    expect(first?.message).toMatch(/^"[^"]+" is masked or damaged; no value is read from it\.$/)
  })
  it.each(['2025年', '*年', '×年', '3*4', 'X光', 'XX大学', '_人', '〔2017〕102号', '甲×乙', '12**34年'])('%s is none', (text) =>
    expect(findIllegible(`共${text}`).map((n) => n.message)).toEqual([]),
  )
  it('are told with their place', () => expect(findIllegible('到2025年，**人，XX个').map((n) => n.offset)).toEqual([7, 11]))
})
