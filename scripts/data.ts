import { buildAtlas } from '../src/datasets/build.ts'
import { readSources } from '../src/datasets/sources.ts'
import { writeDatasets } from '../src/datasets/store.ts'
import { formatProblem } from '../src/model/problem.ts'

// data/ → data/datasets/: all Problems and nothing written, or every dataset
const root = process.argv[2] ?? '.'
const read = readSources(root)
const { atlas, problems } = buildAtlas(read.sources, read.problems)
if (problems.length > 0) {
  console.error(problems.map(formatProblem).join('\n'))
  console.error(`${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}. No dataset was written.`)
  process.exit(1)
}
writeDatasets(atlas, root)
const count = (n: number, what: string) => `${n} ${what}`
const numeric = atlas.targets.filter((t) => t.qualitative === null && t.restates === null).length
console.log(
  [
    count(atlas.documents.length, 'documents'),
    count(atlas.provisions.length, 'provisions'),
    count(atlas.targets.length, `targets (${numeric} distinct figures)`),
    count(atlas.entitlements.length, 'entitlements'),
    count(atlas.references.length, 'references'),
    count(atlas.responsibilities.length, 'responsibilities'),
    count(atlas.observations.length, 'observations'),
  ].join(', '),
)
const site = atlas.site[0]
if (site && !site.url) console.log('data/site.yaml has no url: canonical links and sitemap are left out.')
