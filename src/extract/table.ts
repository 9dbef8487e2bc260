import type { Body, Cells, Outline, ParsedProvision, ParsedTarget } from '../model/parsed.ts'
import { joinBrokenRows, mergeHeaders } from '../parse/cells.ts'
import { parseNumber } from '../parse/numeral.ts'
import { typeOf } from './kind.ts'
import { findQuantities, type Quantity } from './quantity.ts'

const yearHead = /(20\d{2})\s*年?/u
const goalHead = /(?:目标|指标值|要求|规划值|计划值|预期值)/u
const baseHead = /(?:基期|基线|基础|现状|实际|完成|上年)/u
const bound =
  /^(?<pre>≥|≤|>|<|＞|＜|>=|<=|不低于|不高于|不超过|不少于|达到|达|约)?\s*(?<low>\d[\d,.]*)?(?:\s*[-—–~～至]\s*)?(?<num>\d[\d,]*(?:\.\d+)?)\s*(?<unit>个百分点|%|％|‰|\/10万|岁|人|张|所|家|个|名|次|万人次|万人|年|天)?\s*(?<post>以上|以下|左右|以内)?$/u
const comparators: Record<string, Quantity['comparator']> = {
  '≥': 'gte',
  '>=': 'gte',
  不低于: 'gte',
  不少于: 'gte',
  达到: 'gte',
  达: 'gte',
  以上: 'gte',
  '≤': 'lte',
  '<=': 'lte',
  不高于: 'lte',
  不超过: 'lte',
  以下: 'lte',
  以内: 'lte',
  '>': 'gt',
  '＞': 'gt',
  '<': 'lt',
  '＜': 'lt',
  约: 'approx',
  左右: 'approx',
}

type Cell = Cells[string][number]

/** A target that stands in the cell of an indicator table: 指标 | 单位 | 2020年 | 2025年 | 属性. */
export type TabledTarget = Pick<
  ParsedTarget,
  'printed' | 'clause' | 'subject' | 'comparator' | 'value' | 'min' | 'max' | 'unit' | 'deadline' | 'type' | 'attribute' | 'start' | 'end'
>

/** Row of an annex, or rows of a table within a provision → the targets of the goal columns; the base column is none. */
export function findTabled(p: ParsedProvision, outline: Outline): TabledTarget[] {
  const cells = outline.cells[p.id]
  const header = outline.tables[p.id]?.header
  if (cells && header) return readRow(cells, header, p, outline)
  const [head, ...rows] = mergeHeaders(joinBrokenRows(rowsOf(outline.bodies[p.id])))
  const named = head?.map((cell) => cell.text) ?? []
  if (named.some((h) => /指标|名称|项目/.test(h))) return rows.flatMap((row) => readRow(row, named, p, outline))
  return keyedRows(outline.bodies[p.id]).flatMap(({ keys, cells }) => readRow(cells, keys, p, outline))
}

// 指标名称：甲；2025年目标值：≥90%；属性：预期性 — a row written out, each value with its label
function keyedRows(body: Body | undefined): { keys: string[]; cells: Cell[] }[] {
  if (!body || !/指标(?:名称)?\s*[:：]/u.test(body.text)) return []
  const rows: { keys: string[]; cells: Cell[] }[] = []
  const pairs =
    /(指标(?:名称)?|20\d{2}年[^：:；;，。\n\d]{0,6}|基期值?|目标值|(?:计量)?单位|(?:指标)?(?:属性|性质))\s*[:：]\s*([^；;\n]+?)(?=[；;。\n]|[\s，,]+(?:指标|20\d{2}年|基期|目标值|单位|计量|属性|性质)|$)/gu
  for (const m of body.text.matchAll(pairs)) {
    const [whole, key, value] = m as unknown as [string, string, string]
    if (/^指标(?:名称)?$/u.test(key) || rows.length === 0) rows.push({ keys: [], cells: [] })
    const from = m.index + whole.length - value.length
    rows.at(-1)?.keys.push(key)
    rows.at(-1)?.cells.push({ text: value.trim(), at: body.at.subarray(from, from + value.length) })
  }
  return rows.filter(({ keys }) => keys.length > 2)
}

/** Rows of a table that stands within the text of a provision, each cell with its offsets. */
export function rowsOf(body: Body | undefined): Cell[][] {
  if (!body?.text.includes('\t')) return []
  let from = 0
  return body.text.split('\n').flatMap((line) => {
    const start = from
    from += line.length + 1
    if (!line.includes('\t')) return []
    let at = start
    return [
      line.split('\t').map((text) => {
        const lead = at + text.length - text.trimStart().length
        const cell = { text: text.trim(), at: body.at.subarray(lead, lead + text.trim().length) }
        at += text.length + 1
        return cell
      }),
    ]
  })
}

function readRow(cells: Cell[], header: string[], p: ParsedProvision, outline: Outline): TabledTarget[] {
  const issued = Number(outline.metadata.issuedOn?.slice(0, 4) ?? outline.metadata.documentNumber?.year ?? 0)
  const name = cells[header.findIndex((h) => /指标|名称|项目|内容/.test(h))]?.text ?? p.text
  const unit =
    cells[header.findIndex((h) => /单位/.test(h) && !/责任|牵头|配合/.test(h))]?.text ||
    (/[（(]([^（）()]{1,6})[）)]\s*$/u.exec(name)?.[1] ?? null)
  const years = header.flatMap((head) => yearHead.exec(head)?.[1] ?? []).map(Number)
  const basis = issued > 0 ? issued - 1 : years.length > 1 ? Math.min(...years) : 0
  const attribute = attributeIn(cells[header.findIndex((h) => /属性|性质/.test(h))]?.text ?? '')
  return header.flatMap((head, column) => {
    const cell = cells[column]
    const year = yearHead.exec(head)?.[1]
    const base = baseHead.test(head) || (year !== undefined && Number(year) <= basis && !goalHead.test(head))
    if (!cell?.text || base || (!year && !goalHead.test(head))) return []
    // 社会办医院不低于 | 1.5: the name says the bound
    const read = readCell(cell.text, unit, /(?:不低于|不高于|不超过|不少于|达到)$/u.exec(name)?.[0])
    if (!read) return []
    const from = Math.max(0, cell.text.indexOf(read.printed))
    const start = cell.at[from] ?? p.start
    return [
      {
        ...read,
        clause: `${name}：${cell.text}`,
        subject: name.replace(/^\d{1,3}\s*[.．、]\s*|[（(][^（）()]{1,6}[）)]\s*$/gu, ''),
        deadline: year ?? null,
        attribute,
        start,
        end: (cell.at[from + read.printed.length - 1] ?? start) + 1,
      },
    ]
  })
}

const attributeIn = (text: string): ParsedTarget['attribute'] => (/约束/.test(text) ? 'binding' : /预期/.test(text) ? 'expected' : null)

/** Cell → figure: `≤10`, `90%以上`, `10-15`, `78.5`; the unit is the cell's own, else the column's. */
function readCell(
  text: string,
  unit: string | null,
  named?: string,
): Omit<TabledTarget, 'clause' | 'subject' | 'deadline' | 'attribute' | 'start' | 'end'> | null {
  const [, times = '', measure = unit] = /^([万亿])([人元张个名户].*)$/u.exec(unit ?? '') ?? []
  const ratio = /^(?<pre>≥|≤|不低于|不高于|达到)?1[:：∶](?<num>\d+(?:\.\d+)?)(?<post>以上|以下|左右)?$/u.exec(
    text.replace(/\s/g, ''),
  )?.groups
  if (ratio) {
    const comparator = comparators[ratio.pre ?? ''] ?? comparators[ratio.post ?? ''] ?? 'eq'
    return { printed: text, comparator, value: Number(ratio.num), min: null, max: null, unit: '1:', type: 'reach' }
  }
  const m = bound.exec(text.replace(/\s/g, ''))
  if (!m) {
    const q = findQuantities(text)[0]
    return q ? { ...pick(q), type: typeOf(q, text.slice(0, q.start), null) } : null
  }
  const { pre, low, num, unit: own, post } = m.groups as Record<string, string | undefined>
  const scale = own ? '' : times
  const value = parseNumber(num as string, scale)
  const min = low && /[-—–~～至]/u.test(text) ? parseNumber(low, scale) : null
  const whole = min === null && low ? parseNumber(`${low}${num}`, scale) : value
  const comparator = min === null ? (comparators[pre ?? ''] ?? comparators[post ?? ''] ?? comparators[named ?? ''] ?? 'eq') : 'range'
  const q = {
    printed: text,
    comparator,
    value: min === null ? whole : null,
    min,
    max: min === null ? null : value,
    unit:
      (own ?? measure ?? '')
        .replace(/\s/gu, '')
        .replace('％', '%')
        .replace(/^1(?=\/10?万)/u, '') || null,
  }
  const type = typeOf({ ...q, unit: q.unit ?? '', start: 0, end: 0 }, '', null)
  return { ...q, type: type === 'quota' ? 'reach' : type }
}

const pick = ({ printed, comparator, value, min, max, unit }: Quantity) => ({ printed, comparator, value, min, max, unit })
