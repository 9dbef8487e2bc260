import './older.ts'
import { readDocument } from '../parse/reader.ts'
import { compareDraft, type DraftReport, type HeldClause, reportDraft } from './report.ts'

const find = <T extends HTMLElement>(id: string) => document.getElementById(id) as T
const make = (name: string, text = '', ...children: Node[]): HTMLElement => {
  const node = document.createElement(name)
  if (text) node.textContent = text
  node.append(...children)
  return node
}

function fill(id: string, ...children: Node[]): void {
  const node = find(id)
  while (node.firstChild) node.firstChild.remove()
  node.append(...children)
}

/** Rows as a table under a heading; texts only, so that nothing of a draft becomes markup. */
function table(title: string, head: string[], rows: string[][]): HTMLElement {
  const section = make('section', '', make('h2', `${title}（${rows.length}）`))
  if (rows.length === 0) {
    section.append(make('p', '没有找到。'))
    return section
  }
  const body = make('tbody', '', ...rows.map((row) => make('tr', '', ...row.map((cell) => make('td', cell)))))
  const scroll = make('div', '', make('table', '', make('thead', '', make('tr', '', ...head.map((cell) => make('th', cell)))), body))
  scroll.className = 'scroll'
  scroll.tabIndex = 0
  section.append(scroll)
  return section
}

interface Words {
  modality: Record<string, string>
  diagnostic: Record<string, string>
}

function show(report: DraftReport, { modality, diagnostic }: Words): void {
  const outline = make('ol', '', ...report.outline.map((o) => make('li', `${'　'.repeat(o.depth - 1)}${o.path}　${o.heading}`)))
  outline.className = 'plain'
  fill(
    'draft-report',
    make('h2', report.title || '没有找到标题'),
    make('p', report.number ? `发文字号：${report.number}` : '文中没有发文字号'),
    table(
      '要改的地方',
      ['位置', '问题'],
      report.remarks.map((r) => [`第${r.line}行第${r.column}字`, diagnostic[r.code] ?? r.code]),
    ),
    make('section', '', make('h2', `结构（${report.outline.length}）`), outline),
    table(
      '数字和目标',
      ['条款', '写法', '所在的句子', '期限'],
      report.figures.map((f) => [f.path, f.printed, f.clause, f.deadline]),
    ),
    table(
      '语气词',
      ['语气', '句数'],
      report.modal.map((m) => [modality[m.value] ?? m.value, String(m.count)]),
    ),
    table(
      '引用的文件',
      ['条款', '标题', '文号'],
      report.references.map((r) => [r.path, r.title, r.number]),
    ),
    table(
      '责任单位',
      ['条款', '机构'],
      report.agencies.map((a) => [a.path, a.names]),
    ),
    table(
      '读取时修整的地方',
      ['修整', '处数'],
      report.repairs.map((r) => [diagnostic[r.code] ?? r.code, String(r.count)]),
    ),
  )
}

async function compare(text: string): Promise<void> {
  const address = find<HTMLSelectElement>('draft-other').value
  if (!address || !text.trim()) return fill('draft-compare')
  const held = (await (await fetch(address)).json()) as HeldClause[]
  const rows = compareDraft(text, held).map((r) => [
    `${r.path}　${r.heading}`,
    r.figures.join('、'),
    `${r.other.path}　${r.other.heading}`,
    r.other.figures.join('、'),
    `${Math.round(r.score * 100)}%`,
  ])
  fill('draft-compare', table('与所选文件相近的条款', ['草稿条款', '草稿的数字', '所选文件的条款', '它的数字', '用语相近'], rows))
}

/** Wires the page: text and files are read here, and go nowhere. */
export function startDraft(): void {
  const area = find<HTMLTextAreaElement>('draft-text')
  const words = JSON.parse(find('draft-words').textContent ?? '{}') as Words
  const run = () => {
    if (area.value.trim()) show(reportDraft(area.value), words)
    else fill('draft-report')
    return compare(area.value)
  }
  const take = async (file: File | undefined) => {
    if (!file) return
    try {
      area.value = await readDocument(new Uint8Array(await file.arrayBuffer()), file.name)
      await run()
    } catch {
      fill('draft-report', make('p', `读不出“${file.name}”。请另存为 .txt 或 .docx，或直接贴上文字。`))
    }
  }
  let wait = 0
  area.addEventListener('input', () => {
    window.clearTimeout(wait)
    wait = window.setTimeout(run, 250)
  })
  find('draft-other').addEventListener('change', () => compare(area.value))
  find<HTMLInputElement>('draft-file').addEventListener('change', (event) => take((event.target as HTMLInputElement).files?.[0]))
  area.addEventListener('dragover', (event) => event.preventDefault())
  area.addEventListener('drop', (event) => {
    event.preventDefault()
    return take(event.dataTransfer?.files[0])
  })
}
