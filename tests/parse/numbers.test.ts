import { describe, expect, it } from 'vitest'
import { dateText, parseDate } from '../../src/parse/date.ts'
import { parseNumber, parseNumeral } from '../../src/parse/numeral.ts'

it.each([
  ['二○一○年九月十四日', '2010-09-14'],
  ['二〇二三年十二月三十一日印发', '2023-12-31'],
  ['二ΟО九年一月一日', '2009-01-01'],
  ['2021 年 3 月 1 5 日', '2021-03-15'],
  ['2021年 1 0 月 二 十 日', '2021-10-20'],
  ['自2019-6-30起', '2019-06-30'],
  ['2019/06/30', '2019-06-30'],
  ['2019.6.3', '2019-06-03'],
  ['1998-12-31', '1998-12-31'],
])('%s is %s', (text, date) => expect(parseDate(text)).toBe(date))

it.each([
  '',
  '2021年',
  '2021年13月1日',
  '2021年12月32日',
  '2021年零月一日',
  '12019-06-30',
  '2019-06-301',
  '1819-06-30',
  '2019-06',
  '2019_06_30',
])('%s is no date', (text) => expect(parseDate(text)).toBeNull())

it('gives a date as it stands, and nothing where none is printed in words', () => {
  expect(dateText('发布于 2021 年 3 月 15 日，')).toBe('2021 年 3 月 15 日')
  expect(dateText('2019-06-30')).toBe('')
})

describe('Chinese numerals', () => {
  it.each([
    ['零', 0],
    ['九', 9],
    ['半', 0.5],
    ['十', 10],
    ['十五', 15],
    ['二十五', 25],
    ['一百零八', 108],
    ['两千', 2000],
    ['一千二百三十四', 1234],
    ['三万五千', 35_000],
    ['十二万', 120_000],
    ['三亿五千万', 350_000_000],
    ['二○一○', 2010],
    ['二〇二三', 2023],
  ])('%s is %d', (text, value) => expect(parseNumeral(text)).toBe(value))

  it.each(['', '三个', 'x', '二半', '12'])('%s is none', (text) => expect(parseNumeral(text)).toBeNull())
})

it.each([
  ['2000', '万', 20_000_000],
  ['1,234.5', '', 1234.5],
  ['3', '百', 300],
  ['3', '千', 3000],
  ['3', '亿', 300_000_000],
  ['3', '倍', 3],
  ['三十', '万', 300_000],
  ['1.', '', null],
  ['.5', '', null],
  ['a1', '', null],
  ['1a', '', null],
] as const)('%s%s is %s', (text, multiplier, value) => expect(parseNumber(text, multiplier)).toBe(value))
