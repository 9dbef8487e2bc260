import { Attestation, Coding } from '../model/coding.ts'
import { DocumentFile } from '../model/document.ts'
import type { Outline } from '../model/parsed.ts'
import type { Problem } from '../model/problem.ts'
import { parseDocument } from '../parse/document.ts'
import { type EnglishSection, parseEnglish } from '../parse/english.ts'
import { parseYaml } from '../parse/yaml.ts'
import type { Sources } from './sources.ts'

/** A folder of data/documents/, read and parsed. */
export interface Folder {
  id: string
  path: string
  file: DocumentFile
  zh: string
  en: string
  outline: Outline
  english: { title: string; sections: EnglishSection[] }
  coding: Coding
  codingText: string
  attestation: Attestation | null
}

export const documentIds = (sources: Sources): string[] =>
  [...new Set([...sources.keys()].flatMap((path) => /^data\/documents\/([^/]+)\//.exec(path)?.[1] ?? []))].sort()

/** Reads one document folder; `folder` is null where a file is missing or malformed. */
export function readFolder(sources: Sources, id: string): { folder: Folder | null; problems: Problem[] } {
  const path = `data/documents/${id}`
  const problems: Problem[] = []
  const named = /^[a-z]+(?:-[a-z]+)*-\d{4}$/.test(id)
  const at = (file: string, message: string, fix: string) => problems.push({ file: `${path}/${file}`, line: 1, column: 1, message, fix })
  if (!named) at('document.yaml', `The folder name ${id} is not like hubei-2023.`, 'Rename it: place in lower-case letters, hyphen, year.')
  const text = (file: string) => {
    const found = sources.get(`${path}/${file}`)
    if (found === undefined) at(file, 'The file is missing.', 'Add it; data/README.md shows what it holds.')
    else if (!found.trim()) at(file, 'The file is empty or unreadable.', 'Fill it; data/README.md shows what it holds.')
    return found ?? ''
  }
  const [yaml, zh, en, codingText] = ['document.yaml', 'digest.zh.md', 'digest.en.md', 'coding.yaml'].map(text) as [
    string,
    string,
    string,
    string,
  ]
  const file = yaml ? parseYaml(yaml, `${path}/document.yaml`, DocumentFile) : { value: null, problems: [] }
  const coding = codingText ? parseYaml(codingText, `${path}/coding.yaml`, Coding) : { value: null, problems: [] }
  const attested = sources.get(`${path}/attestation.json`)
  const attestation = attested ? parseYaml(attested, `${path}/attestation.json`, Attestation) : { value: null, problems: [] }
  problems.push(...file.problems, ...coding.problems, ...attestation.problems)
  if (!named || !file.value || !coding.value || !zh || !en) return { folder: null, problems }
  problems.push(...findUndone(yaml, `${path}/document.yaml`), ...findUndone(en, `${path}/digest.en.md`))
  const outline = parseDocument(zh)
  const english = parseEnglish(en)
  return {
    folder: { id, path, file: file.value, zh, en, outline, english, coding: coding.value, codingText, attestation: attestation.value },
    problems,
  }
}

// what npm run import left for a person to fill
const findUndone = (text: string, file: string): Problem[] =>
  text.split('\n').flatMap((line, i) => {
    const column = line.indexOf('TODO') + 1
    const message = 'TODO stands where something is still to be filled in.'
    return column > 0 ? [{ file, line: i + 1, column, message, fix: 'Fill it in, and take the word out.' }] : []
  })
