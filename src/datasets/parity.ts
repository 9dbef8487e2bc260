import { figuresOfChinese, figuresOfEnglish } from '../extract/figures.ts'
import type { Term } from '../model/codebook.ts'
import type { Problem } from '../model/problem.ts'
import { placeOf } from '../parse/lines.ts'
import type { Folder } from './folder.ts'
import { unwritten } from './intake.ts'

/** The English digest must have the same outline and the same figures as the Chinese one, and no rendering that the term base rules out. */
export function checkParity(folder: Folder, terms: Term[]): Problem[] {
  const { outline, english, path } = folder
  const file = `${path}/digest.en.md`
  const problems: Problem[] = []
  const sections = new Map(english.sections.map((s) => [s.path, s]))
  const known = new Set(outline.provisions.map((p) => p.path))
  for (const s of english.sections)
    if (!known.has(s.path))
      problems.push({
        file,
        line: s.line,
        column: 4,
        message: `The section ${s.path} is not in digest.zh.md.`,
        fix: 'Correct the path or remove the section.',
      })
  for (const p of outline.provisions) {
    if (p.text.includes(unwritten)) {
      const message = `${p.path} is not written yet.`
      problems.push({ file: `${path}/digest.zh.md`, ...placeOf(folder.zh, p.start), message, fix: 'Restate the clause in our own words.' })
      continue
    }
    const s = sections.get(p.path)
    const place = placeOf(folder.zh, p.start)
    if (!s) {
      const message = `The provision ${p.path} has no section in digest.en.md.`
      problems.push({ file: `${path}/digest.zh.md`, ...place, message, fix: `Add "## ${p.path} …" to digest.en.md.` })
      continue
    }
    const zh = figuresOfChinese(outline.bodies[p.id]?.text ?? '')
    const en = figuresOfEnglish(`${s.heading} ${s.text}`)
    const missing = [...zh].filter((n) => !en.has(n))
    const extra = [...en].filter((n) => !zh.has(n))
    if (missing.length + extra.length > 0) {
      const message = `The figures of ${p.path} differ: only in Chinese ${list(missing)}, only in English ${list(extra)}.`
      problems.push({ file, line: s.line, column: 1, message, fix: 'Make both digests print the same figures.' })
    }
  }
  return [...problems, ...checkTerms(folder, terms)]
}

const list = (numbers: number[]) => (numbers.length > 0 ? numbers.join(', ') : 'none')

function checkTerms(folder: Folder, terms: Term[]): Problem[] {
  const file = `${folder.path}/digest.en.md`
  const whole = folder.en.toLowerCase()
  const avoided = terms
    .flatMap((term) => (term.avoid ?? []).map((word) => ({ term, word })))
    // most words to avoid stand nowhere
    .filter(({ word }) => whole.includes(word.toLowerCase()))
    .flatMap(({ term, word }) =>
      whole.split('\n').flatMap((text, i) => {
        const column = text.indexOf(word.toLowerCase()) + 1
        const message = `"${word}" is not how the term base puts ${term.zh}.`
        return column === 0 ? [] : [{ file, line: i + 1, column, message, fix: `Write "${term.en}".` }]
      }),
    )
  const kept = terms.filter((term) => term.accept && folder.zh.includes(term.zh))
  const sections = new Map(folder.english.sections.map((s) => [s.path, s]))
  const unheard = folder.outline.provisions.flatMap((p) => {
    const s = sections.get(p.path)
    const zh = folder.outline.bodies[p.id]?.text ?? ''
    const en = `${s?.heading} ${s?.text}`.toLowerCase()
    return kept.flatMap((term) => {
      const heard = !zh.includes(term.zh) || term.accept?.some((form) => en.includes(form.toLowerCase()))
      const message = `${p.path} speaks of ${term.zh}; its English has none of ${term.accept?.map((form) => `"${form}"`).join(', ')}.`
      return heard || !s ? [] : [{ file, line: s.line, column: 1, message, fix: `Write "${term.en}".` }]
    })
  })
  return [...avoided, ...unheard]
}
