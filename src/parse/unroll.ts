import { findLabel, type Label } from './label.ts'
import { type Line, sliceSpan } from './lines.ts'

const longest = 150
const break1 = /[。；：！？〕）)】\s\u3000]/u
const opener = /[第一二三四五六七八九十（(\d①②③④⑤⑥⑦⑧⑨⑩]/u

/**
 * A document copied onto one line → its lines again: cut before every label that goes on counting, and at the edges of the front and the
 * tail. Lines of a document that has its own are left alone.
 */
export function unrollLines(lines: Line[]): { lines: Line[]; cuts: number[] } {
  const long = lines.filter((line) => line.text.length > longest)
  const starts = lines.filter((line) => findLabel(line.text)).length
  if (long.length === 0 || starts > 2 || lines.filter((line) => line.text.trim()).length > 12) return { lines, cuts: [] }
  const cuts: number[] = []
  const out = lines.flatMap((line) => {
    if (line.text.length <= longest) return [line]
    const at = findCuts(line.text)
    if (at.length < 3) return [line]
    cuts.push(...at.map((i) => line.at[i] as number))
    return sliceLine(line, at)
  })
  return { lines: out, cuts }
}

function findCuts(text: string): number[] {
  const labels = findInlineLabels(text)
  const first = labels[0] ?? text.length
  const lastStop = text.lastIndexOf('。')
  const gaps = [...text.matchAll(/[\s\u3000]+/gu)].map((m) => m.index + m[0].length)
  const front = gaps.filter(
    (i) => i < first && /(?:号|〔\d{5,}|文件|知|案|见|法|点|：|:|日|。|[）)]|会|府|局|委|厅|室)$/.test(text.slice(0, i).trimEnd()),
  )
  const tail = gaps.filter((i) => i > lastStop)
  return [...new Set([...front, ...labels, ...labels.flatMap((i) => headingEnd(text, i)), ...tail])].sort((a, b) => a - b)
}

// 一、工作目标 2020年6月底前，……: the space after a short heading ended its line
function headingEnd(text: string, at: number): number[] {
  const from = at + (findLabel(text.slice(at, at + 14))?.length ?? 0)
  const heading = /^[^\s。，；：]{2,24}[\s\u3000]+/u.exec(text.slice(from, from + 40))?.[0]
  return heading ? [from + heading.length] : []
}

// a label is where a sentence ended and the number goes on from one of its style, or begins a style at 1
function findInlineLabels(text: string): number[] {
  const last = new Map<string, number>()
  const found: { at: number; label: Label }[] = []
  for (let i = 0; i < text.length; i++) {
    if (!opener.test(text[i] as string) || (i > 0 && !break1.test(text[i - 1] as string))) continue
    const label = findLabel(text.slice(i, i + 14))
    if (!label || (label.level === 'subitem' && label.style !== '①')) continue
    const before = last.get(label.style)
    if (label.number !== 1 && label.number !== (before ?? -1) + 1) continue
    if (label.style === '条' && !/[\s\u3000]/.test(text[i + label.length - 1] ?? '') && before === undefined && label.number !== 1) continue
    last.set(label.style, label.number)
    found.push({ at: i, label })
  }
  return found.map(({ at }) => at)
}

function sliceLine(line: Line, cuts: number[]): Line[] {
  const edges = [0, ...cuts.filter((i) => i > 0), line.text.length]
  return edges.slice(0, -1).flatMap((from, k) => {
    const piece = sliceSpan(line, from, edges[k + 1])
    const lead = piece.text.length - piece.text.trimStart().length
    const whole = sliceSpan(piece, lead, lead + piece.text.trim().length)
    if (!whole.text) return []
    return [{ ...whole, start: whole.at[0] as number, end: (whole.at.at(-1) as number) + 1 }]
  })
}
