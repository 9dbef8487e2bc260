const date = (iso: string): string => {
  const [year, month, day] = iso.split('-').map(Number)
  return `${year}年${month}月${day}日`
}

/** How dates, numbers, lists and places in a document are written. */
export const format = {
  /** ISO date → `2021年10月27日`; a year or a month alone stays one. */
  date: (iso: string): string => (/^\d{4}$/.test(iso) ? `${iso}年` : /^\d{4}-\d{2}$/.test(iso) ? date(`${iso}-0`).slice(0, -2) : date(iso)),
  /** Years of a term: `2021—2025年`. */
  span: (from: number | string, to: number | string): string => (from === to ? `${from}年` : `${from}—${to}年`),
  /** Place of a provision from its path: `二/（三）` → `二、（三）`, `附件/4` → `附件第4项`. */
  clause: (path: string): string => {
    if (path === 'notice') return '印发通知'
    if (path === 'preamble') return '引言'
    const [first, ...rest] = path.split('/') as [string, ...string[]]
    if (/^附件/.test(first)) return rest.length > 0 ? `${first}第${rest.join('.')}项` : first
    const head = /^[一二三四五六七八九十]+$/u.test(first) ? `${first}、` : first
    const tail = rest.map((label) => (/^\d+$/.test(label) ? `${label}．` : label)).join('')
    return `${head}${tail}`.replace(/．$/, '')
  },
  list: (names: readonly string[]): string => names.join('、'),
  /** Sentences one after another; those that are empty are left out. */
  flow: (sentences: readonly string[]): string => sentences.filter(Boolean).join(''),
  /** Statements in one sentence. */
  chain: (parts: readonly string[]): string => parts.join('；'),
  quote: (text: string): string => `“${text}”`,
  title: (text: string): string => `《${text}》`,
  /** Text that explains what stands before it. */
  aside: (text: string): string => `（${text}）`,
  /** Words that name something, and what they name: `北京：3个`. */
  pair: (name: string, text: string): string => `${name}：${text}`,
  sentence: (text: string): string => `${text}。`,
  /** Text that begins a line. */
  start: (text: string): string => text,
  number: (value: number): string => String(value),
  /** By how many a large count is told, so that it reads: 万 over 100,000, 亿 over ten thousand 万. */
  scale: (most: number): { factor: number; name: string } =>
    most >= 1e9 ? { factor: 1e8, name: '亿' } : most >= 1e5 ? { factor: 1e4, name: '万' } : { factor: 1, name: '' },
}
