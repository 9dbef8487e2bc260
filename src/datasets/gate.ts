import type { Problem } from '../model/problem.ts'
import { readRecords } from '../parse/table.ts'

const heading =
  /^(?:姓名|名字|患者|病人|户主|身份证(?:号码?)?|证件号码?|电话|手机(?:号码?)?|联系电话|出生(?:日期|年月)|住址|家庭住址|name|patient|id_?(?:card|number)|phone|mobile|birth_?(?:date|day)|address)$/i
const surname =
  /^(?:[王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚]|欧阳|司马|上官|诸葛)\p{Script=Han}{1,2}$/u
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** Whether a text is an identity number of GB 11643: 17 digits and the check digit that belongs to them. */
export function isIdentityNumber(text: string): boolean {
  if (!/^\d{17}[\dXx]$/.test(text)) return false
  const sum = weights.reduce((all, w, i) => all + w * Number(text[i]), 0)
  return '10X98765432'[sum % 11] === text[17]?.toUpperCase()
}

// a value in yuan may have as many digits as a mobile number
const personal = (cell: string, mayBePhone: boolean): string | null => {
  if ((cell.match(/(?<!\d)\d{17}[\dXx](?!\d)/g) ?? []).some(isIdentityNumber)) return 'an identity number'
  if (mayBePhone && /(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/.test(cell)) return 'a mobile number'
  return null
}

const fix = 'Remove the file from every copy of the project; the atlas takes counts, never rows about persons.'

/**
 * Refuses a table about persons: headings and values that name them, identity and mobile numbers, and one row per person where some rows
 * share what they say with fewer than `k` others. Messages name place and kind and never repeat a value; one line names further rows.
 */
export function checkPersonal(text: string, file: string, counted: string | null, k: number): Problem[] {
  const [first, ...body] = readRecords(text)
  if (!first) return []
  const found: Problem[] = []
  const at = (line: number, column: number, message: string) => found.push({ file, line, column, message, fix })
  for (const [c, title] of first.cells.entries()) {
    const column = first.columns[c] ?? 1
    if (heading.test(title.trim())) at(1, column, 'A column is headed like a fact about a person.')
    const cells = body.map((r) => (r.cells[c] ?? '').trim())
    const named = cells.filter((cell) => surname.test(cell))
    if (named.length >= 5 && named.length >= 0.8 * cells.length && new Set(named).size >= 0.8 * named.length)
      at(body[0]?.line ?? 1, column, `A column holds what look like names of persons, in ${named.length} rows.`)
    const places = body.flatMap((r) => {
      const kind = personal(r.cells[c] ?? '', title.trim() !== 'value')
      return kind ? [{ kind, line: r.line, column: r.columns[c] ?? 1 }] : []
    })
    for (const [kind, all] of Map.groupBy(places, (p) => p.kind)) {
      const { line, column: start } = all[0] as (typeof all)[number]
      at(line, start, `A cell holds ${kind}${all.length > 1 ? `, and so do ${all.length - 1} more in this column` : ''}.`)
    }
  }
  return [...found, ...checkRows(first.cells, body, file, counted, k)]
}

// no column of counts: every row is one person, and rows alike are the group the person hides in
function checkRows(titles: string[], body: { cells: string[] }[], file: string, counted: string | null, k: number): Problem[] {
  if (counted === null || titles.includes(counted) || body.length === 0) return []
  const groups = Map.groupBy(body, (r) => r.cells.join('\u0000'))
  const smallest = Math.min(...[...groups.values()].map((g) => g.length))
  if (smallest >= k) return []
  const message = `There is no column "${counted}", so each row is one person, and some rows are shared by fewer than ${k}.`
  return [{ file, line: 1, column: 1, message, fix }]
}
