import { expect, it } from 'vitest'
import { nameAt } from '../../src/datasets/agencies.ts'

const named = (zh: string) => ({ zh, en: zh })
const family = {
  id: 'health',
  name: named('卫生健康部门'),
  match: ['卫'],
  names: [
    { name: named('卫生和计划生育委员会'), until: '2019-03', match: '计生' },
    { name: named('卫生健康委员会'), from: '2018-03' },
  ],
}
it.each([
  ['卫生计生委', '2017-05', '卫生和计划生育委员会'],
  ['卫生计生委', '2018-08', '卫生和计划生育委员会'],
  ['卫健委', '2018-08', '卫生健康委员会'],
  ['卫健委', '2021-10', '卫生健康委员会'],
  ['卫生计生委', '2021-10', '卫生健康委员会'],
])('%s in %s was the %s', (printed, month, name) => expect(nameAt(family, printed, month).zh).toBe(name))

it('a family without known names keeps its own', () =>
  expect(nameAt({ ...family, names: undefined }, '卫健委', '2021-10').zh).toBe('卫生健康部门'))
