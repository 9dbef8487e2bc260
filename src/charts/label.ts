const wide = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\u3000-\u303f]/u

/** Width of a label in pixels: a Chinese character is as wide as the type is high, others a little over half. Plot takes all for narrow. */
export const widthOf = (text: string, size = 13): number => [...text].reduce((sum, c) => sum + (wide.test(c) ? size : size * 0.56), 0)

/** Label → lines no wider than `width` pixels; Latin words stay whole, and no line begins with closing punctuation. */
export function wrapLabel(text: string, width: number, size = 13): string[] {
  const parts = text.match(
    /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\u3000-\u303f][，。、；：）》〕”]*|[^\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\u3000-\u303f\s]+\s*/gu,
  )
  const lines: string[] = []
  for (const part of parts ?? [text]) {
    const open = lines.at(-1)
    if (open === undefined || widthOf(open + part.trimEnd(), size) > width) lines.push(part)
    else lines[lines.length - 1] = open + part
  }
  return lines.map((line) => line.trimEnd())
}
