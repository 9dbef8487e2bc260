import { createHash } from 'node:crypto'
import { type Dirent, existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { Limits, usualLimits } from '../model/limits.ts'
import type { Problem } from '../model/problem.ts'
import { readText } from '../parse/encoding.ts'
import { checkText } from '../parse/guard.ts'
import { parseYaml } from '../parse/yaml.ts'

/** Files under data/ by path relative to the project, forward slashes; generated datasets and releases are left out. */
export type Sources = Map<string, string>

type Read = { sources: Sources; problems: Problem[] }

/** Reads every file people edit. A file whose bytes are not plain UTF-8 with LF is a Problem; one that is not UTF-8 at all stands as empty text. */
export function readSources(root: string): Read {
  return readAll(
    root,
    list(root, 'data').flatMap((f) => (isEdited(f.name) ? within(root, f) : [])),
  )
}

/** What all documents share: every file people edit but the documents themselves; and what lies among the folders of documents and is none. */
export function readShared(root: string): Read {
  const shared = list(root, 'data').flatMap((f) => (isEdited(f.name) && f.name !== 'documents' ? within(root, f) : []))
  const stray = list(root, 'data/documents').flatMap((f) => (f.isSymbolicLink() ? [{ path: `data/documents/${f.name}`, link: true }] : []))
  return readAll(root, [...shared, ...stray])
}

/** Folders of documents, sorted. */
export const listDocuments = (root: string): string[] =>
  list(root, 'data/documents')
    .filter((f) => f.isDirectory())
    .map((f) => f.name)
    .sort()

/** The files of one document. */
export const readDocument = (root: string, id: string, limits: Limits): Read =>
  readFiles(root, entriesOf(root, `data/documents/${id}`), limits)

/** A file or a link, by its path from the project. */
interface Found {
  path: string
  link: boolean
}

const isEdited = (name: string) => !/^(?:datasets(?:\..+)?|releases)$/.test(name)
const list = (root: string, folder: string) =>
  existsSync(join(root, folder)) ? readdirSync(join(root, folder), { withFileTypes: true }) : []
const within = (root: string, f: Dirent): Found[] =>
  f.isDirectory() ? entriesOf(root, `data/${f.name}`) : [{ path: `data/${f.name}`, link: f.isSymbolicLink() }]

const entriesOf = (root: string, folder: string): Found[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((f) => f.isFile() || f.isSymbolicLink())
    .map((f) => ({ path: relative(root, join(f.parentPath, f.name)).split(sep).join('/'), link: f.isSymbolicLink() }))

const listFiles = (root: string, folder: string): string[] => entriesOf(root, folder).flatMap((f) => (f.link ? [] : f.path))

/** What data/limits.yaml allows, where it is there. */
export function readLimits(root: string): { limits: Limits; problems: Problem[] } {
  const path = 'data/limits.yaml'
  if (!existsSync(join(root, path)) || statSync(join(root, path)).size > usualLimits.fileBytes) return { limits: usualLimits, problems: [] }
  const { value, problems } = parseYaml(readFileSync(join(root, path), 'utf8') || '{}', path, Limits)
  return { limits: value ?? usualLimits, problems }
}

function readAll(root: string, found: Found[]): Read {
  const { limits, problems } = readLimits(root)
  const read = readFiles(root, found, limits)
  return { ...read, problems: [...problems, ...read.problems] }
}

function readFiles(root: string, found: Found[], limits: Limits): Read {
  const sources: Sources = new Map()
  const problems: Problem[] = []
  const refuse = (file: string, message: string, fix: string) => {
    problems.push({ file, line: 1, column: 1, message, fix })
    sources.set(file, '')
  }
  for (const { path, link } of found.filter((f) => f.link || /\.(?:ya?ml|csv|md|json)$/.test(f.path)).sort(byPath)) {
    if (link) {
      refuse(path, 'It is a link to another place.', 'Put the file itself here.')
      continue
    }
    const { size } = statSync(join(root, path))
    if (size > limits.fileBytes) {
      refuse(path, `The file has ${size} bytes; ${limits.fileBytes} are allowed.`, 'Split it, or raise fileBytes in data/limits.yaml.')
      continue
    }
    const read = readText(readFileSync(join(root, path)), path)
    const odd = checkText(read.text ?? '', path, limits)
    problems.push(...read.problems, ...odd)
    // what is refused is not read any further
    sources.set(path, odd.length > 0 ? '' : (read.text ?? ''))
  }
  return { sources, problems }
}

const byPath = (a: Found, b: Found) => (a.path < b.path ? -1 : 1)

/** Rooms of the code as they are now: a checksum of all in them, of other files that count, and of the versions they stand on. */
export function markOfCode(project: string, rooms: string[], others: string[] = []): string {
  const code = rooms.flatMap((room) => listFiles(project, `src/${room}`)).sort()
  const hash = createHash('sha256').update(process.version)
  for (const path of [...code, ...others, 'package.json']) hash.update(path).update(readFileSync(join(project, path)))
  return hash.digest('hex')
}

/** The rules that make datasets, with the lexicon they hold. */
export const markOfRules = (project: string): string =>
  markOfCode(project, ['model', 'parse', 'extract', 'statistics', 'compare', 'datasets'], ['data/codebook/modality.json'])

/** Text of the lock file: every package the project stands on. */
export const readLock = (project: string): string => readFileSync(join(project, 'package-lock.json'), 'utf8')

/** Official text of a document in a folder of them; null where no file is there. `text` is null where its bytes are no text, which `problems` says. */
export function readOriginal(folder: string, id: string): { text: string | null; problems: Problem[] } | null {
  const path = join(folder, `${id}.txt`)
  return existsSync(path) ? readText(readFileSync(path), path) : null
}
