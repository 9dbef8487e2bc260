import './older.ts'
import type { pages } from '../i18n/zh/pages.ts'
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

type List = readonly string[]

/** What the page says, in its language. */
interface Words {
  modality: Record<string, string>
  diagnostic: Record<string, string>
  texts: { [K in keyof (typeof pages)['draft']]: (typeof pages)['draft'][K] }
}

const counted = ({ texts }: Words, title: string, n: number) => texts.counted.replace('{title}', title).replace('{n}', String(n))

// what is copied from the draft is Chinese on a page in any language
function cellOf(text: string): HTMLElement {
  const cell = make('td', text)
  if (/[\u4e00-\u9fff]/.test(text)) cell.lang = 'zh-CN'
  return cell
}

/** Rows as a table under a heading; texts only, so that nothing of a draft becomes markup. */
function table(words: Words, [title = '', ...head]: List, rows: string[][]): HTMLElement {
  const section = make('section', '', make('h2', counted(words, title, rows.length)))
  if (rows.length === 0) {
    section.append(make('p', words.texts.none))
    return section
  }
  const body = make('tbody', '', ...rows.map((row) => make('tr', '', ...row.map(cellOf))))
  const scroll = make('div', '', make('table', '', make('thead', '', make('tr', '', ...head.map((cell) => make('th', cell)))), body))
  scroll.className = 'scroll'
  scroll.tabIndex = 0
  section.append(scroll)
  return section
}

function show(report: DraftReport, words: Words): void {
  const { modality, diagnostic, texts } = words
  const at = (line: number, column: number) => texts.at.replace('{line}', String(line)).replace('{column}', String(column))
  const outline = make('ol', '', ...report.outline.map((o) => make('li', `${'　'.repeat(o.depth - 1)}${o.path}　${o.heading}`)))
  outline.className = 'plain'
  fill(
    'draft-report',
    make('h2', report.title || texts.noTitle),
    make('p', report.number ? texts.number.replace('{n}', report.number) : texts.noNumber),
    table(
      words,
      texts.remarks,
      report.remarks.map((r) => [at(r.line, r.column), diagnostic[r.code] ?? r.code]),
    ),
    make('section', '', make('h2', counted(words, texts.outline, report.outline.length)), outline),
    table(
      words,
      texts.figures,
      report.figures.map((f) => [f.path, f.printed, f.clause, f.deadline]),
    ),
    table(
      words,
      texts.modal,
      report.modal.map((m) => [modality[m.value] ?? m.value, String(m.count)]),
    ),
    table(
      words,
      texts.references,
      report.references.map((r) => [r.path, r.title, r.number]),
    ),
    table(
      words,
      texts.agencies,
      report.agencies.map((a) => [a.path, a.names]),
    ),
    table(
      words,
      texts.repairs,
      report.repairs.map((r) => [diagnostic[r.code] ?? r.code, String(r.count)]),
    ),
  )
}

let asked = 0
async function compare(text: string, words: Words): Promise<void> {
  const address = find<HTMLSelectElement>('draft-other').value
  const turn = ++asked
  if (!address || !text.trim()) return fill('draft-compare')
  const held = await fetch(address)
    .then((response) => (response.ok ? (response.json() as Promise<HeldClause[]>) : null))
    .catch(() => null)
  // another was chosen since, or the draft is another
  if (turn !== asked) return
  if (!held) {
    const notice = make('p', words.texts.lost)
    notice.className = 'notice warn'
    fill('draft-compare', notice)
    // so that the same one can be chosen again
    find<HTMLSelectElement>('draft-other').value = ''
    return
  }
  const rows = compareDraft(text, held).map((r) => [
    `${r.path}　${r.heading}`,
    r.figures.join(', '),
    `${r.other.path}　${r.other.heading}`,
    r.other.figures.join(', '),
    `${Math.round(r.score * 100)}%`,
  ])
  fill('draft-compare', table(words, words.texts.near, rows))
}

/** Wires the page: text and files are read here, and go nowhere. */
export function startDraft(): void {
  const area = find<HTMLTextAreaElement>('draft-text')
  const words = JSON.parse(find('draft-words').textContent ?? '{}') as Words
  const run = () => {
    if (area.value.trim()) show(reportDraft(area.value), words)
    else fill('draft-report')
    return compare(area.value, words)
  }
  const take = async (file: File | undefined) => {
    if (!file) return
    try {
      area.value = await readDocument(new Uint8Array(await file.arrayBuffer()), file.name)
      await run()
    } catch {
      fill('draft-report', make('p', words.texts.unreadable.replace('{name}', file.name)))
    }
  }
  let wait = 0
  area.addEventListener('input', () => {
    window.clearTimeout(wait)
    wait = window.setTimeout(run, 250)
  })
  find('draft-other').addEventListener('change', () => compare(area.value, words))
  find<HTMLInputElement>('draft-file').addEventListener('change', (event) => take((event.target as HTMLInputElement).files?.[0]))
  area.addEventListener('dragover', (event) => event.preventDefault())
  area.addEventListener('drop', (event) => {
    event.preventDefault()
    return take(event.dataTransfer?.files[0])
  })
}
