import type { Level } from '../model/parsed.ts'
import type { Problem } from '../model/problem.ts'
import { placeInYaml } from '../parse/yaml.ts'
import type { DocumentRecords } from './document.ts'
import type { Folder } from './folder.ts'
import type { Sources } from './sources.ts'

/** Numbering of the digest and the counts of document.yaml: a provision that goes missing fails the build. */
export function checkExpected(folder: Folder, records: DocumentRecords, sources: Sources): Problem[] {
  const { outline, file, path } = folder
  const yaml = sources.get(`${path}/document.yaml`) ?? ''
  const problems: Problem[] = outline.diagnostics
    .filter((d) => d.severity === 'error' || d.code === 'numbering-gap')
    .map((d) => ({
      file: `${path}/digest.zh.md`,
      line: d.line,
      column: d.column,
      message: d.message,
      fix: 'Restore the missing provision or correct the label.',
    }))
  const expect = (key: PropertyKey[], wanted: number, found: number, what: string) => {
    if (wanted === found) return
    const message = `${what}: ${found} found, ${wanted} expected.`
    problems.push({
      file: `${path}/document.yaml`,
      ...placeInYaml(yaml, ['expected', ...key]),
      message,
      fix: 'Restore what is missing in digest.zh.md.',
    })
  }
  const count = (level: string) => outline.provisions.filter((p) => p.level === level).length
  const levels = new Set([...outline.provisions.map((p) => p.level), ...(Object.keys(file.expected.levels) as Level[])])
  for (const level of levels) expect(['levels', level], file.expected.levels[level] ?? 0, count(level), `Provisions of level ${level}`)
  const chapters = outline.provisions.filter((p) => p.level === 'chapter')
  file.expected.sectionsPerChapter?.forEach((wanted, i) => {
    const found = outline.provisions.filter((p) => p.level === 'section' && p.parent === chapters[i]?.id).length
    expect(['sectionsPerChapter', i], wanted, found, `Sections in chapter ${chapters[i]?.path ?? i + 1}`)
  })
  const numeric = records.targets.filter((t) => t.qualitative === null && t.restates === null).length
  expect(['numericTargets'], file.expected.numericTargets, numeric, 'Numeric targets')
  expect(['responsibilities'], file.expected.responsibilities, records.responsibilities.length, 'Responsibilities')
  expect(['references'], file.expected.references, records.references.length, 'References')
  const missing = [
    ...(file.notPrinted.includes('number') === Boolean(outline.metadata.documentNumber) ? ['number'] : []),
    ...(file.notPrinted.includes('date') === Boolean(outline.metadata.issuedOn) ? ['date'] : []),
  ]
  for (const what of missing)
    problems.push({
      file: `${path}/document.yaml`,
      ...placeInYaml(yaml, ['notPrinted']),
      message: `The digest and notPrinted disagree on the ${what}.`,
      fix: `Print the ${what} in digest.zh.md or list it in notPrinted.`,
    })
  return problems
}
