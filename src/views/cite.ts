import type { Lang, Words } from '../i18n/words.ts'

/** What is cited: a page of the atlas, or a dataset. */
export interface CitedItem {
  id: string
  title: string
  url: string
  /** Day the statements hold for, ISO. */
  date: string
  kind: 'page' | 'dataset'
  lang: Lang
}

export interface Citation {
  name: string
  text: string
  /** Content of a file that reference managers read. */
  file: boolean
}

/** Item → its citation in every format offered. Both forms of GB/T 7714 are what the CSL styles of the two editions (numeric) make of the item. */
export function citationsOf(item: CitedItem, words: Words): Citation[] {
  const names = words.share.formats
  return [
    { name: names.gbt2025, text: formatGbt(item, words, ['（', '）']), file: false },
    { name: names.gbt2015, text: formatGbt(item, words, ['(', ')']), file: false },
    { name: 'APA', text: formatApa(item, words), file: false },
    { name: 'BibTeX', text: formatBibtex(item, words), file: true },
    { name: 'RIS', text: formatRis(item, words), file: true },
    { name: 'CSL-JSON', text: JSON.stringify(cslOf(item, words)), file: true },
  ]
}

// 主要责任者. 题名[文献类型/OL]. (更新日期)[引用日期]. 网址. The edition of 2025 sets the date in Chinese brackets.
function formatGbt({ title, url, date, kind }: CitedItem, words: Words, [open, close]: [string, string]): string {
  return `${words.site.name}. ${title}[${kind === 'dataset' ? 'DS' : 'EB'}/OL]. ${open}${date}${close}[${date}]. ${url}.`
}

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

function formatApa({ title, url, date, kind }: CitedItem, words: Words): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  return `${words.site.name}. (${year}, ${months[month - 1]} ${day}). ${title}${kind === 'dataset' ? ' [Data set]' : ''}. ${url}`
}

// what BibTeX takes for its own
const escapeBibtex = (text: string) => text.replace(/[\\{}]/g, ' ').replace(/[%&#$_]/g, (c) => `\\${c}`)

function formatBibtex({ id, title, url, date, kind, lang }: CitedItem, words: Words): string {
  const [year, month, day] = date.split('-')
  return [
    `@${kind === 'dataset' ? 'dataset' : 'online'}{${id.replace(/[^\w.-]+/g, '-')},`,
    `  author = {{${words.site.name}}},`,
    `  title = {{${escapeBibtex(title)}}},`,
    `  year = {${year}},`,
    `  date = {${year}-${month}-${day}},`,
    `  urldate = {${year}-${month}-${day}},`,
    `  url = {${url}},`,
    `  langid = {${lang === 'zh' ? 'chinese' : 'english'}}`,
    '}',
  ].join('\n')
}

function formatRis({ id, title, url, date, kind, lang }: CitedItem, words: Words): string {
  return [
    `TY  - ${kind === 'dataset' ? 'DATA' : 'ELEC'}`,
    `ID  - ${id}`,
    `AU  - ${words.site.name}`,
    `TI  - ${title}`,
    `PY  - ${date.slice(0, 4)}`,
    `DA  - ${date.replaceAll('-', '/')}/`,
    `UR  - ${url}`,
    `LA  - ${lang === 'zh' ? 'zh-CN' : 'en'}`,
    'ER  - ',
  ].join('\n')
}

/** The item in the form that citation programs exchange. */
function cslOf({ id, title, url, date, kind, lang }: CitedItem, words: Words) {
  const day = { 'date-parts': [date.split('-').map(Number)] }
  return {
    id,
    type: kind === 'dataset' ? 'dataset' : 'webpage',
    title,
    author: [{ literal: words.site.name }],
    'container-title': words.site.name,
    issued: day,
    accessed: day,
    URL: url,
    language: lang === 'zh' ? 'zh-CN' : 'en',
  }
}
