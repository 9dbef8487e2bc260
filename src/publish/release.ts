import type { Problem } from '../model/problem.ts'
import type { FileEntry, Publication } from '../model/publication.ts'
import type { Change, ChangeReason, Manifest } from '../model/release.ts'
import { keyOf, tableNames, tableOf } from '../model/tables.ts'
import { hashOf } from './hash.ts'

/** Records of every dataset by their key, each as its line of NDJSON. */
export type Records = Map<string, Map<string, string>>

const decoder = new TextDecoder()

/** Files of a release → its records, from the NDJSON. */
export function recordsOf(files: Map<string, Uint8Array>): Records {
  return new Map(
    [...files].flatMap(([path, bytes]) => {
      const name = tableNames.find((n) => path === `${n}.ndjson`)
      if (!name) return []
      const table = tableOf(name)
      const lines = decoder.decode(bytes).split('\n').filter(Boolean)
      return [[name as string, new Map(lines.map((line) => [keyOf(table, JSON.parse(line)), line]))] as const]
    }),
  )
}

/** Two states of the records → what was added, changed and withdrawn, by dataset, in the order of the datasets and of the keys. */
export function diffOf(before: Records, after: Records): Omit<Change, 'reason'>[] {
  const names = [...new Set([...before.keys(), ...after.keys()])]
  return names.flatMap((dataset) => {
    const old = before.get(dataset) ?? new Map<string, string>()
    const now = after.get(dataset) ?? new Map<string, string>()
    const kinds = {
      added: [...now.keys()].filter((id) => !old.has(id)),
      changed: [...now.keys()].filter((id) => old.has(id) && old.get(id) !== now.get(id)),
      withdrawn: [...old.keys()].filter((id) => !now.has(id)),
    }
    return Object.entries(kinds).flatMap(([kind, ids]) =>
      ids.length > 0 ? [{ dataset, kind: kind as Change['kind'], ids: ids.sort() }] : [],
    )
  })
}

/** Differences and reasons → the change list; a record for which no reason is given is a Problem. The most exact reason counts. */
export function explainChanges(
  differences: Omit<Change, 'reason'>[],
  reasons: ChangeReason[],
  release: string,
): { changes: Change[]; problems: Problem[] } {
  const own = reasons.filter((r) => r.release === release)
  const reasonOf = (dataset: string, id: string) =>
    own.find((r) => r.dataset === dataset && r.id === id) ??
    own.find((r) => r.dataset === dataset && r.id === '') ??
    own.find((r) => r.dataset === '' && r.id === '')
  const problems: Problem[] = []
  const changes = differences.flatMap(({ dataset, kind, ids }) => {
    const groups = Map.groupBy(ids, (id) => reasonOf(dataset, id))
    return [...groups].flatMap(([reason, some]): Change[] => {
      if (reason) return [{ dataset, kind, reason: { zh: reason.zh, en: reason.en }, ids: some }]
      const message = `${some.length} records of ${dataset} are ${kind} without a reason, the first of them ${some[0]}.`
      problems.push({ file: 'data/changes.csv', line: 1, column: 1, message, fix: `Add a line: ${release},${dataset},,why,why` })
      return []
    })
  })
  return { changes, problems }
}

/** What forbids a release: a date that is not later than the last, nothing changed, an id that was withdrawn and comes back. */
export function checkRelease(release: string, differences: Omit<Change, 'reason'>[], earlier: Manifest[]): Problem[] {
  const last = earlier.at(-1)?.release
  const at = (message: string, fix: string): Problem => ({ file: 'data/releases', line: 1, column: 1, message, fix })
  const gone = new Map(
    earlier.flatMap((m) =>
      m.changes.flatMap((c) => c.ids.map((id) => [`${c.dataset} ${id}`, c.kind === 'withdrawn' ? m.release : null] as const)),
    ),
  )
  return [
    ...(last && release <= last ? [at(`${release} is not later than the last release, ${last}.`, 'Name a later date: --date.')] : []),
    ...(differences.length === 0 ? [at('Nothing has changed since the last release.', 'Release when something has.')] : []),
    ...differences.flatMap(({ dataset, kind, ids }) =>
      kind === 'added'
        ? ids
            .filter((id) => gone.get(`${dataset} ${id}`))
            .map((id) =>
              at(
                `${id} of ${dataset} was withdrawn in ${gone.get(`${dataset} ${id}`)} and is used again.`,
                'Give the record an id of its own.',
              ),
            )
        : [],
    ),
  ]
}

/** What a release would be: the change list, or every Problem that forbids it. */
export function planRelease(release: string, before: Records, after: Records, reasons: ChangeReason[], earlier: Manifest[]) {
  const differences = diffOf(before, after)
  const { changes, problems } = explainChanges(differences, reasons, release)
  return { changes, problems: [...checkRelease(release, differences, earlier), ...problems] }
}

/** Files and changes → the manifest of a release. */
export const buildManifest = (
  { version, asOf, tables }: Publication,
  files: FileEntry[],
  changes: Change[],
  previous: string | null,
  pages: Uint8Array | null,
): Manifest => ({
  release: version,
  asOf,
  previous,
  counts: Object.fromEntries(tables.map(({ table, count }) => [table.name, count])),
  changes,
  files: files.map(({ path, size, sha256 }) => ({ path, bytes: size, sha256 })),
  pages: pages && hashOf(pages),
})

/** Files of a release that are not what its manifest says. */
export function checkFiles({ release, files }: Manifest, found: Map<string, Uint8Array>): Problem[] {
  const file = `data/releases/${release}.zip`
  const fix = 'Restore the archive from the repository: a release never changes.'
  return files.flatMap(({ path, sha256 }) => {
    const bytes = found.get(path)
    if (bytes && hashOf(bytes) === sha256) return []
    return [{ file, line: 1, column: 1, message: `${path} ${bytes ? 'is not what the manifest says' : 'is missing'}.`, fix }]
  })
}
