import { drawExplored, mostGroups } from '../charts/explored.ts'
import { settleSvg, standAlone } from '../charts/svg.ts'
import { element } from '../live/element.ts'
import { type Exploration, type Explored, formatExploration, parseExploration } from '../model/exploration.ts'
import { exploreRows, filterRows, readRows } from '../statistics/explore.ts'
import { languages, renderCode } from './code.ts'
import { startForm } from './form.ts'
import { type ExploredColumn, fill, type Said } from './said.ts'
import { renderCsv, tableOf } from './table.ts'

type Rows = ReturnType<typeof readRows>
interface Data {
  rows: Rows
  columns: ExploredColumn[]
}

interface TrustedTypes {
  createPolicy(name: string, rules: { createScript(text: string): string }): void
}

// Arquero makes functions of the expressions of this page; with no rule for markup, none can be made from texts
function trustFunctions(types?: TrustedTypes): void {
  types?.createPolicy('default', { createScript: (text) => text })
}

/** The page of explorations: reads the question from the address, loads the dataset, answers, and writes every change back. */
export function startExploring(page: Document): void {
  const form = page.querySelector<HTMLFormElement>('#explore')
  const place = page.querySelector<HTMLElement>('#explored')
  const words = page.querySelector('#explore-words')
  if (!form || !place || !words) return
  trustFunctions((window as { trustedTypes?: TrustedTypes }).trustedTypes)
  const said = JSON.parse(words.textContent as string) as Said
  const loaded = new Map<string, Promise<Data>>()
  const load = (name: string) => {
    const data = loaded.get(name) || readData(said, name)
    loaded.set(name, data)
    return data
  }
  const agreed = new Set<string>()
  let turn = 0
  const show = async (state: Exploration) => {
    const now = ++turn
    const query = formatExploration(state)
    history.replaceState(null, '', query ? `?${query}` : location.pathname)
    if (!said.datasets[state.dataset]) return
    const size = said.large[state.dataset]
    if (size && !agreed.has(state.dataset)) {
      const agree = () => {
        agreed.add(state.dataset)
        show(state)
      }
      // choices of another dataset do not stay
      startForm(page, form, said, [], () => [], state, show)
      return ask(page, place, said, size, agree)
    }
    place.setAttribute('aria-busy', 'true')
    if (!place.textContent) place.textContent = said.texts.loading
    try {
      const data = await load(state.dataset)
      if (now !== turn) return
      startForm(page, form, said, data.columns, (column) => valuesOf(data.rows, column), state, show)
      answer(page, place, said, data, state)
    } catch (cause) {
      place.textContent = fill(said.texts.failed, { why: String(cause) })
    }
    place.setAttribute('aria-busy', 'false')
  }
  startForm(page, form, said, [], () => [], parseExploration(location.search), show)
  show(parseExploration(location.search))
}

// before much is loaded the reader is told how much
function ask(page: Document, place: HTMLElement, { texts }: Said, size: string, load: () => void): void {
  const button = element(page, 'button', { type: 'button', onclick: load }, texts.load)
  // no room is kept for what may not come
  page.documentElement.removeAttribute('data-q')
  place.setAttribute('aria-busy', 'false')
  place.textContent = ''
  place.append(element(page, 'p', { className: 'notice' }, fill(texts.large, { size })), button)
}

async function readData({ datasets, columns }: Said, name: string): Promise<Data> {
  const csv = datasets[name] as string
  const get = async (address: string) => {
    const response = await fetch(address)
    if (!response.ok) throw new Error(`${response.status} ${address}`)
    return response
  }
  const [text, described] = await Promise.all([get(csv), get(columns.replace('{name}', name))])
  return { rows: readRows(await text.text()), columns: await described.json() }
}

// the values a column has, for the box of a condition; none where they are too many to choose from
function valuesOf(rows: Rows, column: string): string[] {
  const seen = new Set<string>()
  for (const value of rows.array(column) as string[]) {
    if (value) seen.add(value)
    if (seen.size > 300) return []
  }
  return [...seen].sort()
}

function answer(page: Document, place: HTMLElement, said: Said, { rows, columns }: Data, state: Exploration): void {
  const kept = filterRows(rows, state.filters)
  const count = element(page, 'p', {}, fill(said.texts.rows, { n: kept.numRows(), all: rows.numRows() }))
  place.textContent = ''
  if (kept.numRows() === 0) {
    place.append(count, element(page, 'p', { className: 'notice' }, said.texts.none))
    return
  }
  const explored = state.group ? exploreRows(kept, state) : []
  const drawn = state.group ? draw(page, place, said, explored, columns, state) : null
  const table = state.group ? tableOf(explored, state, columns, said) : rawOf(kept)
  place.append(count, ...(drawn ? [drawn] : []), ...longTable(page, said, table))
  place.append(downloads(page, said, renderCsv(table), drawn), ...(state.group ? [code(page, said, state)] : []))
}

const rawOf = (rows: Rows): string[][] => [
  rows.columnNames(),
  ...(rows.objects() as { [name: string]: string }[]).map((row) => rows.columnNames().map((n) => row[n] || '')),
]

function draw(
  page: Document,
  place: HTMLElement,
  { texts }: Said,
  rows: Explored[],
  columns: ExploredColumn[],
  state: Exploration,
): HTMLElement | null {
  if (state.chart === 'none') return null
  const groups = new Set(rows.map((r) => r.group)).size
  const most = mostGroups[state.chart]
  if (groups > most) return element(page, 'p', { className: 'notice' }, fill(texts.noChart, { n: most }))
  const label = `${texts.measures[state.measure]}${state.of ? ` ${state.of}` : ''}${state.derive === 'none' ? '' : ` · ${texts.derives[state.derive]}`}`
  const figure = element(page, 'div', { className: 'chart' })
  const named = (column: 'group' | 'across', value: string) =>
    value === '' ? texts.blank : columns.find((c) => c.name === state[column])?.codes[value] || value
  const width = Math.max(320, Math.min(760, place.clientWidth - 24))
  const drawing = drawExplored(rows, state, { document: page, label, width, named })
  figure.append(settleSvg(drawing, label))
  return figure
}

const step = 200

// a long table is shown piece by piece
function longTable(page: Document, { texts }: Said, [head = [], ...rows]: string[][]): HTMLElement[] {
  const cell = (text: string, first: boolean) => {
    const made = first ? element(page, 'th', { scope: 'row' }, text) : element(page, 'td', {}, text)
    if (/^-?[\d.]+%?$/.test(text)) made.className = 'num'
    if (/[\u4e00-\u9fff]/.test(text)) made.lang = 'zh-CN'
    return made
  }
  const body = element(page, 'tbody')
  const table = element(
    page,
    'table',
    {},
    element(page, 'thead', {}, element(page, 'tr', {}, ...head.map((h) => element(page, 'th', { scope: 'col' }, h)))),
    body,
  )
  const more = element(page, 'button', { type: 'button' })
  const grow = () => {
    const from = body.rows.length
    body.append(...rows.slice(from, from + step).map((row) => element(page, 'tr', {}, ...row.map((text, i) => cell(text, i === 0)))))
    const left = Math.min(step, rows.length - body.rows.length)
    more.hidden = left <= 0
    more.textContent = fill(texts.more, { n: left })
  }
  more.addEventListener('click', grow)
  grow()
  const scroll = element(page, 'div', { className: 'scroll', tabIndex: 0 }, table)
  scroll.setAttribute('role', 'region')
  scroll.setAttribute('aria-label', texts.dataset)
  return [scroll, more]
}

function downloads(page: Document, { texts }: Said, csv: string, drawn: HTMLElement | null): HTMLElement {
  const link = (name: string, content: Blob) =>
    element(page, 'a', { href: URL.createObjectURL(content), download: `atlas.${name.toLowerCase()}` }, name)
  const place = element(page, 'p', { className: 'downloads' }, `${texts.download} `, link('CSV', new Blob([csv], { type: 'text/csv' })))
  const drawing = drawn?.querySelector('svg')
  if (!drawing) return place
  const style = getComputedStyle(page.documentElement)
  const names = [...new Set(drawing.outerHTML.match(/var\(--\w+\)/g) || []), 'var(--ink)', 'var(--card)'].map((v) => v.slice(6, -1))
  const colours = Object.fromEntries(names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]))
  const svg = standAlone(drawing.outerHTML, colours, 'sans-serif')
  place.append(' ', link('SVG', new Blob([svg], { type: 'image/svg+xml' })))
  toPng(page, svg).then((png) => png && place.append(' ', link('PNG', png)))
  return place
}

const toPng = (page: Document, svg: string): Promise<Blob | null> =>
  new Promise((done) => {
    const image = new Image()
    image.onload = () => {
      const canvas = element(page, 'canvas', { width: image.width * 2, height: image.height * 2 })
      const pen = canvas.getContext('2d') as CanvasRenderingContext2D
      pen.drawImage(image, 0, 0, canvas.width, canvas.height)
      canvas.toBlob(done)
    }
    image.onerror = () => done(null)
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  })

function code(page: Document, { texts, datasets, codes }: Said, state: Exploration): HTMLElement {
  const csv = new URL(datasets[state.dataset] as string, location.href).href
  const details = element(page, 'details', { className: 'more' }, element(page, 'summary', {}, texts.code))
  for (const language of languages)
    details.append(
      element(page, 'h3', {}, codes[language]),
      element(page, 'pre', { className: 'copyable code', id: `code-${language}`, tabIndex: 0 }, renderCode(state, csv, language)),
    )
  return details
}
