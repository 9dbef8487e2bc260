import type { Problem } from '../model/problem.ts'
import { readFolder } from './folder.ts'
import { eachOf, shardSize, shardsOf, sharedFiles } from './gather.ts'
import { listDocuments, readDocument, readLimits, readOriginal, readShared } from './sources.ts'
import type { Attested, AttestTask } from './tasks.ts'

/** Digests compared with their official texts, in order of their ids; those that could not be, and why; Problems of the files themselves. */
export interface AllAttested {
  attested: { id: string; path: string; text: string; sha256: string; found: Attested }[]
  unread: { id: string; why: string }[]
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
  const [unread, problems]: [AllAttested['unread'], Problem[]] = [[], [...shared.problems]]
  const ready = listDocuments(root).flatMap((id) => {
    const { sources, problems: odd } = readDocument(root, id, limits)
    problems.push(...odd)
    const { folder } = readFolder(sources, id)
    const original = folder ? readOriginal(official, id) : null
    const text = original?.text ?? null
    if (folder && text !== null) return [{ id, files: [...sources], official: text, sha256: folder.file.sha256 }]
    // marks of the editor that saved it are forgiven; bytes that are no text are not
    problems.push(...(original?.problems ?? []))
    const missing = original ? 'its official text cannot be read' : `no official text at ${official.replace(/\/$/, '')}/${id}.txt`
    unread.push({ id, why: folder ? missing : 'its folder has problems (npm run data)' })
    return []
  })
  const found = new Map<string, Attested>()
  await eachOf(shardsOf(ready, shardSize), width, async (shard) => {
    const made = await attest({ codebook, documents: shard.map(({ id, files, official }) => ({ id, files, official })) })
    for (const [i, { id }] of shard.entries()) found.set(id, JSON.parse(new TextDecoder().decode(made[i])) as Attested)
  })
  const attested = ready.map(({ id, official: text, sha256 }) => {
    return { id, path: `data/documents/${id}/attestation.json`, text, sha256, found: found.get(id) as Attested }
  })
  return { attested, unread, problems }
}
