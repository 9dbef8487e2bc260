import type { Modality } from '../model/code.ts'

/** Modal words, the stronger claim first where two stand in one clause; no word at all is a directive. */
const lexicon: [Modality, RegExp][] = [
  ['strive', /力争|争取/],
  ['in-principle', /原则上/],
  ['encourage', /鼓励/],
  ['explore', /探索/],
  ['gradually', /逐步/],
  ['must', /确保|必须|不得|严禁|杜绝|须/],
  ['may', /可以|可(?!支配|及|靠|持续|能|行|到达|达性|转换|复制|操作|穿戴|移动|选择|见|控|比|溯)/],
  ['should', /应当|(?<!供|反|响|适|效|相|对|呼)应(?![治保急用]|对)|(?<![需主必重概])要(?![点求素件])/],
]

/** The modal value of a clause: `力争达到30个病种` → strive, `不需缴纳` → directive. */
export const findModality = (clause: string): Modality => lexicon.find(([, word]) => word.test(clause))?.[0] ?? 'directive'

/** Every modal value a text holds, in the order of the lexicon. */
export const findModalities = (text: string): Modality[] => lexicon.filter(([, word]) => word.test(text)).map(([value]) => value)
