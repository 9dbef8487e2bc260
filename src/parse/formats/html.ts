import { parse } from 'parse5'

interface Node {
  nodeName: string
  value?: string
  attrs?: { name: string; value: string }[]
  childNodes?: Node[]
}

const skipped = new Set([
  'script',
  'style',
  'noscript',
  'nav',
  'footer',
  'aside',
  'form',
  'button',
  'select',
  'option',
  'iframe',
  'svg',
  'head',
  'template',
  '#comment',
])
const blocks = new Set([
  'p',
  'div',
  'section',
  'article',
  'li',
  'ul',
  'ol',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'blockquote',
  'pre',
  'header',
  'main',
  'dd',
  'dt',
  'center',
  'hr',
  'body',
  'tr',
  'td',
  'th',
])

/** HTML → its text, a block a line, a table row a line of cells joined by tabs; cells that span rows or columns are repeated. Menus and scripts are left out. */
export function textOfHtml(html: string): string {
  const out: string[] = []
  walk(parse(html) as unknown as Node, out)
  return out
    .join('')
    .split('\n')
    .map((line) => line.replace(/[ \u00a0]+/g, ' ').replace(/^[ ]+|[ ]+$/g, ''))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function walk(node: Node, out: string[]): void {
  if (skipped.has(node.nodeName)) return
  if (node.nodeName === '#text') out.push((node.value ?? '').replace(/[\r\n\t]+/g, ' '))
  else if (node.nodeName === 'br') out.push('\n')
  else if (node.nodeName === 'table' && !isLayout(node)) out.push('\n', renderTable(node), '\n')
  else {
    const block = blocks.has(node.nodeName)
    if (block) out.push('\n')
    for (const child of node.childNodes ?? []) walk(child, out)
    if (block) out.push('\n')
  }
}

// a table that only lays out a page: another table or several paragraphs stand in one of its cells, or it has a single cell a row
function isLayout(table: Node): boolean {
  const rows = rowsOf(table).map((row) => (row.childNodes ?? []).filter((n) => n.nodeName === 'td' || n.nodeName === 'th'))
  return rows.every((cells) => cells.length < 2) || rows.flat().some((cell) => countBlocks(cell) > 6)
}

// blocks within a cell, a table within it counting for many
const countBlocks = (node: Node): number =>
  (node.childNodes ?? []).reduce((n, child) => {
    const own = child.nodeName === 'table' ? 10 : /^(?:p|div|br|li|h[1-6])$/.test(child.nodeName) ? 1 : 0
    return n + own + countBlocks(child)
  }, 0)

const span = (node: Node, name: string) => Math.min(50, Math.max(1, Number(node.attrs?.find((a) => a.name === name)?.value ?? 1) || 1))

function renderTable(table: Node): string {
  const grid: string[][] = []
  rowsOf(table).forEach((row, r) => {
    grid[r] ??= []
    let column = 0
    for (const cell of (row.childNodes ?? []).filter((n) => n.nodeName === 'td' || n.nodeName === 'th')) {
      while (grid[r]?.[column] !== undefined) column++
      const inner: string[] = []
      for (const child of cell.childNodes ?? []) walk(child, inner)
      const text = inner.join('').replace(/\s+/g, ' ').trim()
      for (let y = 0; y < span(cell, 'rowspan'); y++)
        for (let x = 0; x < span(cell, 'colspan'); x++) {
          grid[r + y] ??= []
          ;(grid[r + y] as string[])[column + x] = text
        }
    }
  })
  return grid.map((row) => Array.from(row, (cell) => cell ?? '').join('\t')).join('\n')
}

const rowsOf = (node: Node): Node[] =>
  (node.childNodes ?? []).flatMap((n) => (n.nodeName === 'tr' ? [n] : /^(?:tbody|thead|tfoot)$/.test(n.nodeName) ? rowsOf(n) : []))
