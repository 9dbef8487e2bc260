import type { Problem } from '../model/problem.ts'

const token = /<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1>|<(\/?)([a-zA-Z][\w:-]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>|([^<]+)/g
const empty = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i
const spoken = /\s(?:aria-label|alt|title|placeholder|content|summary|label|data-label)="([^"]*)"/g
const han = /\p{Script=Han}/u

/** Pages in English whose text or spoken attributes hold Chinese outside an element that says it is Chinese: read aloud, it would be noise. */
export function checkLanguage(path: string, html: string): Problem[] {
  if (!/<html[^>]*\slang="en"/.test(html)) return []
  const problems: Problem[] = []
  const languages: { name: string; lang: string }[] = []
  const say = (text: string, index: number) => {
    const before = html.slice(0, index).split('\n')
    problems.push({
      file: `dist/${path}`,
      line: before.length,
      column: (before.at(-1) as string).length + 1,
      message: `Chinese in an English page: ${text.trim().slice(0, 40)}`,
      fix: 'Give its English in the data, or show it through components/Text.astro.',
    })
  }
  const lang = () => languages.at(-1)?.lang ?? 'en'
  for (const m of html.matchAll(token)) {
    const [, , closing, name, attributes = '', text] = m
    if (text && !lang().startsWith('zh') && han.test(text)) say(text, m.index)
    if (!name) continue
    if (closing) {
      while (languages.length > 0 && languages.pop()?.name !== name) {}
      continue
    }
    const own = /\slang="([^"]*)"/.exec(attributes)?.[1] ?? lang()
    if (!own.startsWith('zh')) for (const a of attributes.matchAll(spoken)) if (han.test(a[1] as string)) say(a[1] as string, m.index)
    if (!empty.test(name) && !attributes.endsWith('/')) languages.push({ name, lang: own })
  }
  return problems
}
