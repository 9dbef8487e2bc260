/** One section of an English digest: `## 一/（三） Heading` and the text below it. */
export interface EnglishSection {
  path: string
  heading: string
  text: string
  line: number
}

/** digest.en.md → its title and sections in order. A heading starts with the Chinese path that joins it to digest.zh.md. */
export function parseEnglish(text: string): { title: string; sections: EnglishSection[] } {
  let title = ''
  const sections: EnglishSection[] = []
  for (const [i, line] of text.split('\n').entries()) {
    const heading = /^## (\S+)(?:\s+(.*))?$/.exec(line)
    const open = sections.at(-1)
    if (heading) sections.push({ path: heading[1] as string, heading: (heading[2] ?? '').trim(), text: '', line: i + 1 })
    else if (line.startsWith('# ')) title = line.slice(2).trim()
    else if (open && line.trim()) open.text += (open.text ? '\n' : '') + line.trim()
  }
  return { title, sections }
}
