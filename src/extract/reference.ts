import type { Outline, ParsedReference } from '../model/parsed.ts'

const cited =
  /(?<issuer>[\u4e00-\u9fff]{2,12}等\d+个?(?:部门|部委局|部委))?(?:联发的)?《(?<title>[^《》]+)》(?:[（(](?<number>[\u4e00-\u9fff]{1,12}[〔（([]\s*\d{4}\s*[〕）)\]]\s*\d+\s*号)[）)])?/gu

const verb = /^(?:为?贯彻落实|落实|执行|根据|按照|以及|和)+/u

/** `赣卫基层字(2019)25号` → `赣卫基层字〔2019〕25号`: the brackets of the standard, no spaces. */
export const normalizeNumber = (printed: string): string => printed.replace(/\s/g, '').replace(/[（([](\d{4})[）)\]]/u, '〔$1〕')

/** Outline → works cited in 《》 with the number that follows; the document's own titles, where nobody else is named as issuer, are left out. */
export function findReferences(outline: Outline): ParsedReference[] {
  const own = [outline.metadata.title, outline.metadata.noticeTitle].map((t) => plain(t ?? ''))
  return outline.provisions.flatMap((p) => {
    const seen = new Set<string>()
    const text = outline.bodies[p.id]?.text ?? ''
    return [...text.matchAll(cited)].flatMap((m) => {
      const { issuer, title, number } = m.groups as { issuer?: string; title: string; number?: string }
      const named = issuer || number || /[委局厅部]$/.test(text.slice(0, m.index))
      const self = !named && own.some((o) => o.includes(plain(title)))
      if (self || seen.has(m[0])) return []
      seen.add(m[0])
      const printed = m[0].replace(/^.*?(?=《)/u, (issuer ?? '').replace(verb, ''))
      return [{ provision: p.id, title, documentNumber: number ? normalizeNumber(number) : null, printed }]
    })
  })
}

// titles of one document are printed with 与 or 同, spaced or not
const plain = (title: string) => title.replace(/[\s《》]/g, '').replace(/与/g, '同')
