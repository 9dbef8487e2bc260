import type { TargetType } from '../model/parsed.ts'

/** Goals in words. The phrase is kept as printed; a new kind is a new row. */
const kinds: [TargetType, RegExp][] = [
  ['dynamic-zero', /动态清零/u],
  ['maintain', /动态达标/u],
  ['prevent', /(?:不出现|不发生)[\u4e00-\u9fff、]{0,16}返贫(?:风险)?/u],
  ['exemption', /不需缴纳住院押金|免缴住院押金|取消[\u4e00-\u9fff]{0,10}预付金|不设起付线/u],
  ['quota', /“一村一名[^”]*”/u],
  ['binary', /达到二级医院医疗服务能力|完成标准化建设/u],
  ['reach', /全覆盖/u],
]

/** Text → goals in words, each kind once: `确保农村医疗卫生服务全覆盖` → reach, 全覆盖. */
export const findQualitative = (text: string): { type: TargetType; printed: string; start: number }[] =>
  kinds.flatMap(([type, phrase]) => {
    const m = phrase.exec(text)
    return m ? [{ type, printed: m[0], start: m.index }] : []
  })
