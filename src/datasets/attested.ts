import { createHash } from 'node:crypto'
import { modalLexicon } from '../extract/modality.ts'
import { rulesVersion } from '../extract/version.ts'
import type { Problem } from '../model/problem.ts'
import type { Folder } from './folder.ts'

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** What an attestation must match to be fresh: the digests, the coding, the rules and their lexicon. */
export const stateOf = (folder: Folder) => ({
  rules: `rules@${rulesVersion}, modality@${modalLexicon.version}`,
  digestZh: sha256(folder.zh),
  digestEn: sha256(folder.en),
  coding: sha256(folder.codingText),
  official: folder.file.sha256,
})

/** An attestation that was made for other digests, coding or rules is stale: a Problem. */
export function checkAttested(folder: Folder): Problem[] {
  if (!folder.attestation) return []
  const state = stateOf(folder)
  const stale = (Object.keys(state) as (keyof typeof state)[]).filter((key) => folder.attestation?.[key] !== state[key])
  if (stale.length === 0) return []
  const message = `The attestation is stale: ${stale.join(', ')} changed since the digest was compared with the official text.`
  return [
    {
      file: `${folder.path}/attestation.json`,
      line: 1,
      column: 1,
      message,
      fix: 'Run npm run attest -- FOLDER with the official texts, or remove the file.',
    },
  ]
}

/** What an attestation says of one item, as the datasets carry it. */
export const spanOf = (c: { officialRange: [number, number]; sha256: string } | undefined) =>
  c ? { officialRange: c.officialRange, sha256: c.sha256 } : null
