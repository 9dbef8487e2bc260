import type { ParsedAnnex } from '../model/parsed.ts'
import { agenciesOfLine } from './agency.ts'
import { joinSpans, type Line, type Span, sliceSpan, squeeze } from './lines.ts'
import type { Draft } from './outline.ts'

const spaced = /\S[ \u3000]{2,}\S/gu
const tabular = (line: Line) => line.text.includes('\t') || (line.text.match(spaced)?.length ?? 0) > 1

/** Lines of one annex, heading line first → its label, title, table with the draft of every row, and the lines that are no table. */
export function findAnnex(lines: Line[], ordinal: number): { annex: ParsedAnnex; head: Draft; rows: Draft[]; rest: Line[] } {
  const [first, ...listed] = lines as [Line, ...Line[]]
  const others = listed.some(tabular) ? listed : joinCellLines(listed)
  const label = first.text.replace(/[:：\s]/g, '')
  const tableAt = others.findIndex(tabular)
  const titleLines = others.slice(0, tableAt < 0 ? 1 : tableAt)
  const title = titleLines.map((line) => squeeze(line).text).join('')
  const id = `annex${ordinal}`
  const end = (titleLines.at(-1) ?? first).end
  const head: Draft = {
    id,
    path: label,
    level: 'annex',
    label,
    style: '附件',
    order: -1,
    number: ordinal,
    parent: null,
    spans: titleLines.map(squeeze),
    start: first.start,
    end,
  }
  const cells = others.filter(tabular).map(splitCells)
  const [header = [], ...rows] = joinBrokenRows(cells)
  head.end = Math.max(head.end, ...header.flatMap((cell) => cell.at.map((offset) => offset + 1)).slice(-1))
  const table = { header: header.map((c) => c.text), rows: rows.map((row) => row.map((c) => c.text)) }
  return {
    annex: { label, title, tables: header.length > 0 ? [table] : [] },
    head,
    rows: rows.map((row, i) => rowDraft(row, i, header, head)),
    rest: others.slice(titleLines.length).filter((line) => !tabular(line)),
  }
}

/** A row of a table as cells, each with its place. */
function splitCells(line: Line): Span[] {
  const mark = line.text.includes('\t') ? /\t/gu : /[ \u3000]{2,}/gu
  const cells: Span[] = []
  let from = 0
  for (const m of [...line.text.matchAll(mark), { index: line.text.length, 0: '' }]) {
    const cell = sliceSpan(line, from, m.index)
    const lead = cell.text.length - cell.text.trimStart().length
    const whole = sliceSpan(cell, lead, lead + cell.text.trim().length)
    // 市财政局 市医保局: bodies set apart by a space stay apart
    cells.push(agenciesOfLine(whole.text).length > 1 ? whole : squeeze(whole))
    from = m.index + m[0].length
  }
  return cells
}

const heading =
  /^(?:序号|编号|指标(?:名称)?|名称|单位|计量单位|属性|指标性质|任务|工作任务|重点任务|主要任务|具体措施|(?:牵头|责任|配合|负责)(?:单位|部门|处室|股室|科室)|完成时限|备注|目标值|基期值?|20\d{2}年?)$/u

// one cell a line: 序号⏎任务⏎牵头单位⏎1⏎甲⏎乙局⏎2⏎… → the lines of a row joined by tabs, where the numbers 1, 2, 3 begin the rows
function joinCellLines(lines: Line[]): Line[] {
  const cell = (line: Line | undefined) => line?.text.replace(/\s/g, '') ?? ''
  const from = lines.findIndex((line) => heading.test(cell(line)))
  const one = lines.findIndex((line, i) => i > from && cell(line) === '1')
  const columns = one - from
  if (from < 0 || columns < 2 || columns > 8 || !lines.slice(from, one).every((line) => cell(line).length <= 12)) return lines
  const rows: Line[][] = [lines.slice(from, one)]
  for (const line of lines.slice(one)) {
    if (cell(line) === String(rows.length)) rows.push([line])
    else rows.at(-1)?.push(line)
  }
  return [...lines.slice(0, from), ...rows.map((row) => joinRow(row, columns))]
}

// a row of more lines than columns: the second cell, the long one, takes what is over
function joinRow(row: Line[], columns: number): Line {
  const over = Math.max(0, row.length - columns)
  const cells = [row.slice(0, 1), row.slice(1, 2 + over), ...row.slice(2 + over).map((line) => [line])]
  const joined = cells.map((lines) => (lines.length > 0 ? joinSpans(lines) : { text: '', at: [] }))
  const span = joinSpans(joined, '\t')
  return { ...span, start: (row[0] as Line).start, end: (row.at(-1) as Line).end }
}

// 8⇥加大对…帮扶⇥疾控处
//  ⇥力度。⇥            an empty first cell: the row was broken by a page
function joinBrokenRows(rows: Span[][]): Span[][] {
  const whole: Span[][] = []
  for (const row of rows) {
    const open = whole.at(-1)
    if (open && whole.length > 1 && row[0]?.text === '' && row.some((c) => c.text))
      row.forEach((cell, i) => {
        const before = open[i]
        open[i] = before ? { text: before.text + cell.text, at: [...before.at, ...cell.at] } : cell
      })
    else whole.push([...row])
  }
  return whole
}

function rowDraft(row: Span[], index: number, header: Span[], head: Draft): Draft {
  const counted = /^序号|^编号/.test(header[0]?.text ?? '')
  const cell = (counted ? row[1] : row[0]) ?? { text: '', at: [] }
  const printed = counted ? row[0]?.text : /^(\d{1,3})\s*[.．、]/.exec(cell.text)?.[1]
  const number = Number(printed ?? index + 1)
  const text = counted ? cell : sliceSpan(cell, /^(?:\d{1,3}\s*[.．、]\s*)?/.exec(cell.text)?.[0].length ?? 0)
  const offsets = row.flatMap((c) => c.at)
  return {
    id: `${head.id}.${number}`,
    path: `${head.path}/${number}`,
    level: 'item',
    label: String(number),
    style: '表',
    order: 0,
    number,
    parent: head,
    spans: [text],
    cells: row,
    start: Math.min(...offsets),
    end: Math.max(...offsets) + 1,
  }
}
