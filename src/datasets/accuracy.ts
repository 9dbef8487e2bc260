import { accuracyOf } from '../compare/agreement.ts'
import { type Alignment, type AlignmentAccuracy, CounterpartFile } from '../model/compare.ts'
import type { Problem } from '../model/problem.ts'
import { parseYaml, placeInYaml } from '../parse/yaml.ts'
import type { Sources } from './sources.ts'

const file = 'data/agreement/counterparts.yaml'
const documentOf = (provision: string) => provision.split('/')[0] as string

/** Whether counterparts of a document were coded by hand: its alignments are what accuracy is measured on. */
export const isCoded = (id: string, sources: Sources): boolean => sources.get(file)?.includes(id) ?? false

/** data/agreement/counterparts.yaml against what the rules found, by pair of documents and in all; `clauses` are those of the documents it names. */
export function measureAccuracy(
  alignments: Pick<Alignment, 'id' | 'documentA' | 'documentB'>[],
  clauses: Set<string>,
  sources: Sources,
): { rows: AlignmentAccuracy[]; problems: Problem[] } {
  const text = sources.get(file)
  if (text === undefined) return { rows: [], problems: [] }
  const { value, problems } = parseYaml(text, file, CounterpartFile)
  if (!value) return { rows: [], problems }
  const held = new Set([...clauses].map(documentOf).filter((id) => value.documents.includes(id)))
  for (const [m, matter] of value.matters.entries())
    for (const [c, clause] of matter.clauses.entries())
      if (held.has(documentOf(clause)) && !clauses.has(clause)) {
        const message = `${clause} is no clause of its document.`
        problems.push({ file, ...placeInYaml(text, ['matters', m, 'clauses', c]), message, fix: 'Correct the id or remove it.' })
      }
  const coded = new Set(
    value.matters.flatMap(({ clauses: all }) =>
      all.flatMap((a) =>
        all.flatMap((b) =>
          a < b && documentOf(a) !== documentOf(b) && held.has(documentOf(a)) && held.has(documentOf(b)) ? [`${a}~${b}`] : [],
        ),
      ),
    ),
  )
  const found = new Set(alignments.filter((a) => held.has(a.documentA) && held.has(a.documentB)).map((a) => a.id))
  const pairOf = (id: string) => id.split('~').map(documentOf).join('~')
  const pairs = [...new Set([...coded, ...found].map(pairOf))].sort()
  const within = (all: Set<string>, pair: string) => new Set([...all].filter((id) => pairOf(id) === pair))
  const rows = pairs.map((pair) => ({ id: pair, ...accuracyOf(within(found, pair), within(coded, pair)) }))
  return { rows: [...rows, { id: 'all', ...accuracyOf(found, coded) }], problems }
}
