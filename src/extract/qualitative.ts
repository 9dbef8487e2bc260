import type { TargetType } from '../model/parsed.ts'

/** Goals in words. The phrase is kept as printed; a new kind is a new row. */
const kinds: [TargetType, RegExp][] = [
  ['dynamic-zero', /动态清零/gu],
  ['maintain', /动态达标/gu],
  ['prevent', /(?:不出现|不发生|杜绝发生)[\u4e00-\u9fff、]{0,16}(?:返贫(?:致贫)?(?:风险)?|疫情|事故|事件|暴发|流行)/gu],
  [
    'exemption',
    /(?:不需|无需|不用|不再|免)(?:缴纳|交纳|预缴|预交|缴|交)(?:住院)?(?:押金|预交金|预付金)|取消[\u4e00-\u9fff]{0,10}(?:预付金|预交金|押金|起付线|封顶线)|不设(?:置|立)?[\u4e00-\u9fff]{0,8}起付(?:线|标准)|免(?:收|除|交|缴)[\u4e00-\u9fff\d]{0,14}(?:费用?|押金|预交金)|不得?(?:收取?|预收)[\u4e00-\u9fff]{0,8}(?:费用|押金|预交金|预付金)/gu,
  ],
  ['quota', /“一村一名[^”]*”/gu],
  ['binary', /达到二级医院医疗服务能力|完成标准化建设/gu],
  ['reach', /全覆盖(?!等)/gu],
]

// no goal in words is without one of these
const signs = /动态|不出现|不发生|杜绝|不需|无需|不用|不再|免[缴交预收除]|取消|不设|不得?[收预]|“一村一名|达到二级|完成标准|全覆盖/u

/** Text → goals in words; the same words about the same thing count once: `确保农村医疗卫生服务全覆盖` → reach, 全覆盖. */
export function findQualitative(text: string): { type: TargetType; printed: string; start: number }[] {
  if (!signs.test(text)) return []
  const seen = new Set<string>()
  return kinds.flatMap(([type, phrase]) =>
    [...text.matchAll(phrase)].flatMap((m) => {
      const about = `${text.slice(Math.max(0, m.index - 6), m.index)}${m[0]}`
      if (seen.has(about)) return []
      seen.add(about)
      return [{ type, printed: m[0], start: m.index }]
    }),
  )
}
