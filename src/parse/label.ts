import type { Level } from '../model/parsed.ts'
import { parseNumber } from './numeral.ts'

/** A printed label at the start of a line: `（三）` → level section, number 3, `path` as it stands in a path; styles of a smaller `order` stand further out. */
export interface Label {
  style: string
  order: number
  level: Level
  number: number
  label: string
  path: string
  length: number
}

interface Style {
  style: string
  level: Level
  pattern: RegExp
  path: (printed: string) => string
}

const han = '[一二三四五六七八九十百零〇]+'
const ordinal = '[一二三四五六七八九十百零〇\\d\\s]+?'
const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'

/** The grammar as a table: what may start a line, outermost level first. A new label style is a new row. */
const styles: Style[] = [
  {
    style: '编',
    level: 'part',
    pattern: new RegExp(`^第(${ordinal})(?:编(?![制号者写码辑审排])|部分(?![的是为内由在，。]))`, 'u'),
    path: (n) => `第${n}编`,
  },
  { style: '篇', level: 'part', pattern: new RegExp(`^第(${ordinal})篇(?!章)`, 'u'), path: (n) => `第${n}篇` },
  { style: '章', level: 'chapter', pattern: new RegExp(`^第(${ordinal})章(?!程)`, 'u'), path: (n) => `第${n}章` },
  { style: '节', level: 'section', pattern: new RegExp(`^第(${ordinal})节`, 'u'), path: (n) => `第${n}节` },
  { style: '一、', level: 'chapter', pattern: new RegExp(`^(${han})(?:、|[.．](?!\\d))`, 'u'), path: (n) => n },
  { style: '条', level: 'article', pattern: new RegExp(`^第(${ordinal})条(?![款例件])`, 'u'), path: (n) => `第${n}条` },
  { style: '（一）', level: 'section', pattern: new RegExp(`^[（(]\\s*(${han})\\s*[）)]、?`, 'u'), path: (n) => `（${n}）` },
  { style: '1．', level: 'item', pattern: /^(\d{1,3})\s*(?:[．、]|\.(?!\d))/u, path: (n) => n },
  { style: '（1）', level: 'subitem', pattern: /^[（(]\s*(\d{1,2})\s*[）)]/u, path: (n) => `（${n}）` },
  { style: '1）', level: 'subitem', pattern: /^(\d{1,2})[）)]/u, path: (n) => `${n}）` },
  { style: '①', level: 'subitem', pattern: new RegExp(`^([${circled}])`, 'u'), path: (n) => n },
]

const opener = new RegExp(`^[第一二三四五六七八九十百零〇（(\\d${circled}]`, 'u')

/** The label that starts a line, with the spaces after it, or `null`. */
export function findLabel(line: string): Label | null {
  if (!opener.test(line)) return null
  for (const [order, { style, level, pattern, path }] of styles.entries()) {
    const m = pattern.exec(line)
    if (!m) continue
    const printed = (m[1] as string).replace(/\s/g, '')
    const number = style === '①' ? circled.indexOf(printed) + 1 : parseNumber(printed)
    if (number === null) continue
    const space = /^[\s\u3000]*/u.exec(line.slice(m[0].length)) as RegExpExecArray
    return { style, order, level, number, label: m[0], path: path(printed), length: m[0].length + space[0].length }
  }
  return null
}
