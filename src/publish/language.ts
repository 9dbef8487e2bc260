import type { Problem } from '../model/problem.ts'

const token = /<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1>|<(\/?)([a-zA-Z][\w:-]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>|([^<]+)/g
const empty = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i
const spoken = /\s(?:aria-label|alt|title|placeholder|content|summary|label|data-label)="([^"]*)"/g
const han = /\p{Script=Han}/u
// the end of a sentence and the beginning of the next with nothing between; what is to be copied is as it is
const run = /[a-z)]\.[A-Z][a-z]{2}/
const copied = /^(?:pre|code|textarea)$/i

/**
 * Pages in English whose text or spoken attributes hold Chinese outside an element that says it is Chinese, read aloud it would be noise; or whose
 * sentences run into one another.
 */
export function checkLanguage(path: string, html: string): Problem[] {
  if (!/<html[^>]*\slang="en"/.test(html)) return []
  const problems: Problem[] = []
  const languages: { name: string; lang: string }[] = []
  const say = (index: number, message: string, fix: string) => {
    const before = html.slice(0, index).split('\n')
    problems.push({ file: `dist/${path}`, line: before.length, column: (before.at(-1) as string).length + 1, message, fix })
  }
  const sayChinese = (text: string, index: number) =>
    say(
      index,
      `Chinese in an English page: ${text.trim().slice(0, 40)}`,
      'Give its English in the data, or show it through components/Text.astro.',
    )
  const lang = () => languages.at(-1)?.lang ?? 'en'
  for (const m of html.matchAll(token)) {
    const [, , closing, name, attributes = '', text] = m
    if (text && !lang().startsWith('zh') && han.test(text)) sayChinese(text, m.index)
    const together = text && !languages.some((open) => copied.test(open.name)) && run.exec(text)
    if (together)
      say(
        m.index,
        `Two sentences without a space: ${text.slice(Math.max(0, together.index - 20), together.index + 20)}`,
        'Join them with format.flow.',
      )
    if (!name) continue
    if (closing) {
      while (languages.length > 0 && languages.pop()?.name !== name) {}
      continue
    }
    const own = /\slang="([^"]*)"/.exec(attributes)?.[1] ?? lang()
    if (!own.startsWith('zh'))
      for (const a of attributes.matchAll(spoken)) if (han.test(a[1] as string)) sayChinese(a[1] as string, m.index)
    if (!empty.test(name) && !attributes.endsWith('/')) languages.push({ name, lang: own })
  }
  return problems
}
