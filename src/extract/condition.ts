const conditions =
  /有条件的(?:[\u4e00-\u9fff]{0,6}(?:卫生院|卫生室|机构|地方))?|在?条件允许(?:的情况下)?|在?知情同意(?:的前提下)?|符合[\u4e00-\u9fff]{0,4}条件|经基层首诊转诊|确因工作需要|条件成熟的?|在有效防范制度风险的前提下|（[^（）]*除外）/gu

/** Conditions as printed in a sentence, joined by ；, or `null`. */
export function findCondition(sentence: string): string | null {
  const found = [...new Set([...sentence.matchAll(conditions)].map((m) => m[0].replace(/^（|）$/gu, '')))]
  return found.length > 0 ? found.join('；') : null
}
