import { expect, it } from 'vitest'
import { checkLanguage } from '../../src/publish/language.ts'
import { splitChinese } from '../../src/views/format.ts'

const said = (body: string, lang = 'en') =>
  checkLanguage('en/index.html', `<html lang="${lang}"><body>${body}</body></html>`).map((p) => `${p.column} ${p.message}`)

it('finds Chinese that an English voice would have to read', () => {
  expect(said('<p>Ganzhou 赣州</p>')).toEqual(['26 Chinese in an English page: Ganzhou 赣州'])
  expect(said('<p>Ganzhou <span lang="zh-CN">赣州 <b>市</b></span> city</p>')).toEqual([])
  expect(said('<p lang="zh-CN">赣州<br>市</p><p>市</p>')).toHaveLength(1)
  expect(said('<p lang="zh-CN">赣<span lang="en">州</span></p>')).toHaveLength(1)
  expect(said('<section aria-label="事项"></section><svg aria-label="图"/>')).toHaveLength(2)
  expect(said('<script>"事项"</script><style>/* 事项 */</style><!-- 事项 --><p data-x="事项">a</p>')).toEqual([])
})
it('finds sentences that run into one another, but for what is to be copied as it is', () => {
  expect(said('<p>It is free.Maintained by us.</p>')).toEqual(['26 Two sentences without a space: It is free.Maintained by us.'])
  expect(said('<p>It is free. Maintained by us. See data.json and 2.3.</p><pre>Atlas.Open(x)</pre>')).toEqual([])
})
it('says nothing of Chinese pages', () => expect(said('<p>赣州</p>', 'zh-CN')).toEqual([]))

it('cuts text into what is Chinese and what is not', () => {
  expect(splitChinese('cites 国卫扶贫发〔2021〕6号 twice')).toEqual([
    { text: 'cites ', chinese: false },
    { text: '国卫扶贫发〔2021〕6号', chinese: true },
    { text: ' twice', chinese: false },
  ])
  expect(splitChinese('plain')).toEqual([{ text: 'plain', chinese: false }])
  expect(splitChinese('《深化党和国家机构改革方案》（2018年3月）')).toEqual([
    { text: '《深化党和国家机构改革方案》（2018年3月）', chinese: true },
  ])
})
