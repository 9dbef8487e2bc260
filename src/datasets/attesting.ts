import type { Problem } from '../model/problem.ts'
import { readFolder } from './folder.ts'
import { eachOf, shardSize, shardsOf, sharedFiles } from './gather.ts'
import { listDocuments, readDocument, readLimits, readOriginal, readShared } from './sources.ts'
import type { Attested, AttestTask } from './tasks.ts'

interface Compared {
  id: string
  path: string
  sha256: string
  found: Attested
}
interface Unread {
  id: string
  why: string
}

/** Digests compared with their official texts, in order of their ids; those that could not be, and why; Problems of the files themselves. */
export interface AllAttested {
  attested: Compared[]
  unread: Unread[]
  problems: Problem[]
}

/** Compares every digest with the text of its name in a folder, in shards handed to `attest`, at most `width` at a time. */
export async function attestAll(
  root: string,
  official: string,
  attest: (task: AttestTask) => Promise<Uint8Array[]>,
  width: number,
): Promise<AllAttested> {
  const shared = readShared(root)
  const codebook = sharedFiles(shared.sources)
  const { limits } = readLimits(root)
  const [attested, unread] = [new Map<string, Compared>(), new Map<string, Unread>()]
  const odd = new Map<string, Problem[]>()
  const ids = listDocuments(root)
  // official texts are read shard by shard, and let go
  await eachOf(shardsOf(ids, shardSize), width, async (shard) => {
    const ready = shard.flatMap((id) => {
      const { sources, problems: own } = readDocument(root, id, limits)
      const { folder } = readFolder(sources, id)
      const original = folder ? readOriginal(official, id) : null
      // marks of the editor that saved it are forgiven; bytes that are no text are not
      odd.set(id, [...own, ...(original?.text == null ? (original?.problems ?? []) : [])])
      if (folder && original?.text != null) return [{ id, files: [...sources], official: original.text, sha256: folder.file.sha256 }]
      const missing = original ? 'its official text cannot be read' : `no official text at ${official.replace(/\/$/, '')}/${id}.txt`
      unread.set(id, { id, why: folder ? missing : 'its folder has problems (npm run data)' })
      return []
    })
    if (ready.length === 0) return
    const made = await attest({ codebook, documents: ready.map(({ id, files, official }) => ({ id, files, official })) })
    for (const [i, { id, sha256 }] of ready.entries()) {
      const found = JSON.parse(new TextDecoder().decode(made[i])) as Attested
      attested.set(id, { id, path: `data/documents/${id}/attestation.json`, sha256, found })
    }
  })
  return {
    attested: ids.flatMap((id) => attested.get(id) ?? []),
    unread: ids.flatMap((id) => unread.get(id) ?? []),
    problems: [...shared.problems, ...ids.flatMap((id) => odd.get(id) ?? [])],
  }
}
