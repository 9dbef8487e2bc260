import type { ParsedAnnex } from '../model/parsed.ts'
import { type Line, type Span, sliceSpan, squeeze } from './lines.ts'
import type { Draft } from './outline.ts'

const tabular = (line: Line) => line.text.includes('\t') || /^\|.*\|$/.test(line.text)
const ruler = (line: Line) => /^\|[\s:|-]+\|$/.test(line.text)

/** Lines of one annex, heading line first → its label, title, table with the draft of every row, and the lines that are no table. */
export function findAnnex(lines: Line[], ordinal: number): { annex: ParsedAnnex; head: Draft; rows: Draft[]; rest: Line[] } {
  const [first, ...others] = lines as [Line, ...Line[]]
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
    parent: null,
    spans: titleLines.map(squeeze),
    start: first.start,
    end,
  }
  const cells = others
    .filter(tabular)
    .filter((line) => !ruler(line))
    .map(splitCells)
  const [header = [], ...rows] = joinBrokenRows(cells)
  const table = { header: header.map((c) => c.text), rows: rows.map((row) => row.map((c) => c.text)) }
  return {
    annex: { label, title, tables: header.length > 0 ? [table] : [] },
    head,
    rows: rows.map((row, i) => rowDraft(row, i, header, head)),
    rest: others.slice(titleLines.length).filter((line) => !tabular(line)),
  }
}

/** A row of a table as cells, each with its place: `| 1 | 医政处 |` and `1⇥医政处` alike. */
function splitCells(line: Line): Span[] {
  const mark = line.text.includes('\t') ? '\t' : '|'
  const cells: Span[] = []
  let from = 0
  for (let i = 0; i <= line.text.length; i++) {
    if (i < line.text.length && line.text[i] !== mark) continue
    const cell = sliceSpan(line, from, i)
    const lead = cell.text.length - cell.text.trimStart().length
    cells.push(squeeze(sliceSpan(cell, lead, lead + cell.text.trim().length)))
    from = i + 1
  }
  return mark === '|' ? cells.slice(1, -1) : cells
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
    parent: head,
    spans: [text],
    cells: row,
    start: Math.min(...offsets),
    end: Math.max(...offsets) + 1,
  }
}
