import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { Problem } from '../model/problem.ts'
import { readText } from '../parse/encoding.ts'

/** Files under data/ by path relative to the project, forward slashes; generated datasets and releases are left out. */
export type Sources = Map<string, string>

type Read = { sources: Sources; problems: Problem[] }

/** Reads every file people edit. A file whose bytes are not plain UTF-8 with LF is a Problem; one that is not UTF-8 at all stands as empty text. */
export function readSources(root: string): Read {
  return readFiles(
    root,
    listFiles(root, 'data').filter((path) => !/^data\/(?:datasets(?:\.new|\.old)?|releases)\//.test(path)),
  )
}

/** What all documents share: every file people edit but the documents themselves. */
export function readShared(root: string): Read {
  const folders = list(root, 'data').filter((f) => !/^(?:documents|datasets(?:\.new|\.old)?|releases)$/.test(f.name))
  const paths = folders.flatMap((f) => (f.isDirectory() ? listFiles(root, `data/${f.name}`) : [`data/${f.name}`]))
  return readFiles(root, paths)
}

/** Folders of documents, sorted. */
export const listDocuments = (root: string): string[] =>
  list(root, 'data/documents')
    .filter((f) => f.isDirectory())
    .map((f) => f.name)
    .sort()

/** The files of one document. */
export const readDocument = (root: string, id: string): Read => readFiles(root, listFiles(root, `data/documents/${id}`))

const list = (root: string, folder: string) =>
  existsSync(join(root, folder)) ? readdirSync(join(root, folder), { withFileTypes: true }) : []

const listFiles = (root: string, folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((f) => f.isFile())
    .map((f) => relative(root, join(f.parentPath, f.name)).split(sep).join('/'))

function readFiles(root: string, paths: string[]): Read {
  const sources: Sources = new Map()
  const problems: Problem[] = []
  for (const path of paths.filter((file) => /\.(?:ya?ml|csv|md|json)$/.test(file)).sort()) {
    const read = readText(readFileSync(join(root, path)), path)
    problems.push(...read.problems)
    sources.set(path, read.text ?? '')
  }
  return { sources, problems }
}

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

/** Official text of a document in a folder of them, or `null` where none is there. */
export function readOriginal(folder: string, id: string): string | null {
  const path = join(folder, `${id}.txt`)
  return existsSync(path) ? readText(readFileSync(path), path).text : null
}
