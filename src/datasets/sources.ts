import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { Problem } from '../model/problem.ts'
import { readText } from '../parse/encoding.ts'

/** Files under data/ by path relative to the project, forward slashes; generated datasets and releases are left out. */
export type Sources = Map<string, string>

/** Reads every file people edit. A file whose bytes are not plain UTF-8 with LF is a Problem; one that is not UTF-8 at all stands as empty text. */
export function readSources(root: string): { sources: Sources; problems: Problem[] } {
  const sources: Sources = new Map()
  const problems: Problem[] = []
  const folder = join(root, 'data')
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((f) => f.isFile())
    .map((f) => relative(root, join(f.parentPath, f.name)).split(sep).join('/'))
    .filter((path) => !/^data\/(?:datasets(?:\.new|\.old)?|releases)\//.test(path) && /\.(?:ya?ml|csv|md|json)$/.test(path))
    .sort()
  for (const path of files) {
    const read = readText(readFileSync(join(root, path)), path)
    problems.push(...read.problems)
    sources.set(path, read.text ?? '')
  }
  return { sources, problems }
}

/** Official text of a document in a folder of them, or `null` where none is there. */
export function readOriginal(folder: string, id: string): string | null {
  const path = join(folder, `${id}.txt`)
  return existsSync(path) ? readText(readFileSync(path), path).text : null
}
