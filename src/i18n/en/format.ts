const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
const numerals = '零一二三四五六七八九'

// 十二 → 12, （三） → 3, 第七条 → 7
function numberOf(label: string): string {
  const bare = label.replace(/[^\d一二三四五六七八九十]/gu, '')
  if (/^\d*$/.test(bare)) return bare
  const [tens, ones] = bare.includes('十') ? (bare.split('十') as [string, string]) : ['零', bare]
  return String((tens === '' ? 1 : numerals.indexOf(tens)) * 10 + (ones === '' ? 0 : numerals.indexOf(ones)))
}

/** How dates, numbers, lists and places in a document are written. */
export const format = {
  /** ISO date → `27 October 2021`; a year or a month alone stays one. */
  date: (iso: string): string => {
    const [year, month, day] = iso.split('-')
    return [day && Number(day), month && months[Number(month) - 1], year].filter(Boolean).join(' ')
  },
  /** Years of a term: `2021–2025`. */
  span: (from: number | string, to: number | string): string => (from === to ? `${from}` : `${from}–${to}`),
  /** Place of a provision from its path: `二/（三）` → `§ 2.3`, `附件/4` → `Annex, item 4`. */
  clause: (path: string): string => {
    if (path === 'notice') return 'Covering notice'
    if (path === 'preamble') return 'Preamble'
    const [first, ...rest] = path.split('/') as [string, ...string[]]
    if (/^附件/u.test(first)) return `Annex ${numberOf(first)}`.trim() + (rest.length > 0 ? `, item ${rest.map(numberOf).join('.')}` : '')
    const article = [first, ...rest].find((label) => /条$/u.test(label))
    return article ? `Art. ${numberOf(article)}` : `§ ${[first, ...rest].map(numberOf).join('.')}`
  },
  list: (names: readonly string[]): string => names.join(', '),
  /** Sentences one after another; those that are empty are left out. */
  flow: (sentences: readonly string[]): string => sentences.filter(Boolean).join(' '),
  /** Statements in one sentence. */
  chain: (parts: readonly string[]): string => parts.join('; '),
  quote: (text: string): string => `“${text}”`,
  title: (text: string): string => text,
  /** Text that explains what stands before it. */
  aside: (text: string): string => ` (${text})`,
  /** Words that name something, and what they name: `Beijing: 3`. */
  pair: (name: string, text: string): string => `${name}: ${text}`,
  sentence: (text: string): string => `${text.replace(/\.$/, '')}.`,
  /** Text that begins a line. */
  start: (text: string): string => text.charAt(0).toUpperCase() + text.slice(1),
  number: (value: number): string => {
    const [whole, part] = String(value).split('.') as [string, string?]
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
    return part ? `${grouped}.${part}` : grouped
  },
  /** By how many a large count is told, so that it reads: millions. */
  scale: (most: number): { factor: number; name: string } =>
    most >= 1e9 ? { factor: 1e9, name: ' billion' } : most >= 1e6 ? { factor: 1e6, name: ' million' } : { factor: 1, name: '' },
}
