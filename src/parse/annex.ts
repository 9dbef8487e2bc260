import type { ParsedAnnex } from '../model/parsed.ts'
import { agenciesOfLine } from './agency.ts'
import { joinBrokenRows, mergeHeaders } from './cells.ts'
import { isHead } from './heads.ts'
import { findLabel } from './label.ts'
import { emptySpan, joinSpans, type Line, type Span, sliceSpan, squeeze } from './lines.ts'
import type { Draft } from './outline.ts'

const spaced = /\S[ \u3000]{2,}\S/gu
const tabular = (line: Line) => line.text.includes('\t') || (line.text.match(spaced)?.length ?? 0) > 1

/** Lines of one annex, heading line first → its label, title, table with the draft of every row, and the lines that are no table. */
export function findAnnex(lines: Line[], ordinal: number): { annex: ParsedAnnex; head: Draft; rows: Draft[]; rest: Line[] } {
  const [first, ...others] = lines as [Line, ...Line[]]
  const colon = first.text.search(/[:：]/)
  const label = (colon < 0 ? first.text : first.text.slice(0, colon)).replace(/\s/g, '')
  const inline = squeeze(sliceSpan(first, colon < 0 ? first.text.length : colon + 1))
  const titleLines = findTitle(inline, others)
  const name = joinSpans(inline.text.trim() && titleLines.length > 0 ? titleLines.map(squeeze) : [inline, ...titleLines.map(squeeze)])
  const body = others.slice(titleLines.length)
  const tableAt = body.findIndex(tabular)
  // a table within a text of its own outline is part of the provision it stands in
  const within = body.slice(0, Math.max(tableAt, 0)).some((line) => findLabel(line.text))
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
    spans: [name],
    start: first.start,
    end,
  }
  const tables = splitTables(body).map((run) => mergeHeaders(joinBrokenRows(run.map(splitCells))))
  const first1 = tables[0]?.[0] ?? []
  if (!within) head.end = Math.max(head.end, ...first1.map((cell) => (cell.at.at(-1) ?? -1) + 1))
  const ids = new Set<string>()
  return {
    annex: {
      label,
      title: name.text.trim(),
      tables: tables.map(([header = [], ...rows]) => ({
        header: header.map((c) => c.text),
        rows: rows.map((row) => row.map((c) => c.text)),
      })),
    },
    head,
    rows: within ? [] : tables.flatMap(([header = [], ...rows], k) => rows.map((row, i) => rowDraft(row, i, header, head, ids, k))),
    rest: within ? body : body.filter((line) => !tabular(line)),
  }
}

// a row of heads below a line of text begins another table
function splitTables(lines: Line[]): Line[][] {
  const tables: Line[][] = []
  let apart = true
  for (const line of lines) {
    if (!tabular(line)) apart = true
    else {
      const heads = splitCells(line).filter(({ text }) => isHead(text.replace(/[（(][^（）()]*[）)]/gu, ''))).length
      if (tables.length === 0 || (apart && heads > 1)) tables.push([line])
      else tables.at(-1)?.push(line)
      apart = false
    }
  }
  return tables
}

const wholeTitle =
  /(?:表|方案|办法|清单|名单|指标|分工|目录|样本|[书图册]|流程|标准|要点|细则|规范|指南|制度|意见|计划|规划)(?:[（(][^（）()]{1,16}[）)])?$/u

// the title of an annex: on its first line, or below it over at most three lines, up to the first table, label or sentence
function findTitle(inline: Span, lines: Line[]): Line[] {
  const letters = (text: string) => text.replace(/\s/g, '')
  if (inline.text.trim()) return lines[0] && letters(lines[0].text) === letters(inline.text) ? lines.slice(0, 1) : []
  let n = 0
  while (n < Math.min(3, lines.length)) {
    const line = lines[n] as Line
    if (
      tabular(line) ||
      (n > 0 && (findLabel(line.text) || /[。；：]/.test(line.text) || wholeTitle.test((lines[n - 1] as Line).text.trim())))
    )
      break
    n++
  }
  return lines.slice(0, n)
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

function rowDraft(row: Span[], index: number, header: Span[], head: Draft, ids: Set<string>, table: number): Draft {
  const counted = /^序号|^编号/.test(header[0]?.text ?? '')
  const cell = (counted ? row[1] : row[0]) ?? emptySpan()
  const printed = counted ? row[0]?.text : /^(\d{1,3})\s*[.．、]/.exec(cell.text)?.[1]
  const number = Number(/^\d{1,4}$/.test(printed ?? '') ? printed : index + 1)
  const text = counted ? cell : sliceSpan(cell, /^(?:\d{1,3}\s*[.．、]\s*)?/.exec(cell.text)?.[0].length ?? 0)
  let id = `${head.id}.${number}`
  for (let n = 2; ids.has(id); n++) id = `${head.id}.${number}-${n}`
  ids.add(id)
  return {
    id,
    path: `${head.path}/${number}`,
    level: 'item',
    label: String(number),
    style: '表',
    order: 0,
    number,
    parent: head,
    spans: [text],
    cells: row,
    table,
    start: Math.min(...row.map((c) => c.at[0] ?? Number.POSITIVE_INFINITY)),
    end: Math.max(...row.map((c) => (c.at.at(-1) ?? -1) + 1)),
  }
}
