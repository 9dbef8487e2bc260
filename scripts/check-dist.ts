import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { formatProblem, sortProblems } from '../src/model/problem.ts'
import { checkSite } from '../src/publish/links.ts'

// dist/ → links, fragments, weights, foreign hosts
const root = process.argv[2] ?? 'dist'
const paths = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((f) => f.isFile() && !/\.(?:gz|br|zst)$/.test(f.name))
  .map((f) => relative(root, join(f.parentPath, f.name)))
const problems = sortProblems(checkSite({ paths, read: (path) => readFileSync(join(root, path), 'utf8') }))
const pages = paths.filter((path) => path.endsWith('.html')).length
if (problems.length > 0) {
  console.error(problems.map(formatProblem).join('\n'))
  console.error(`${problems.length} problems in ${pages} pages.`)
  process.exit(1)
}
console.log(`${pages} pages: every link and fragment leads somewhere, no foreign host, no page over its weight.`)
