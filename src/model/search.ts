/** What a search can find, in the order in which kinds are shown. */
export const searchGroups = [
  'terms',
  'entitlements',
  'topics',
  'provisions',
  'targets',
  'indicators',
  'documents',
  'agencies',
  'places',
] as const
export type SearchGroup = (typeof searchGroups)[number]

/** One thing that can be found: title, where it is, and the text that is looked through. */
export interface SearchRecord {
  group: SearchGroup
  title: string
  href: string
  text: string
}

/** What a reader loads first: how the index is cut, how many records of each group there are, everyday words and what they are called here. */
export interface SearchManifest {
  shards: number
  /** first record of each file of texts */
  chunks: number[]
  /** first record of each group */
  groups: [SearchGroup, number][]
  records: number
  everyday: { [word: string]: string[] }
}

/** A shard: key → numbers of records, each doubled and odd where the key is in the title, as differences in base 36. */
export interface SearchShard {
  [key: string]: string
}

const runs = /\p{Script=Han}+|[\p{Script=Latin}\p{N}%.]+/gu
const isHan = (run: string) => /^\p{Script=Han}/u.test(run)

/** Text as it is compared: compatibility forms folded, lower case. */
export const foldText = (text: string): string => text.normalize('NFKC').toLowerCase()

/** Folded text → keys it is found by: pairs of neighbouring Chinese characters, first four letters of other words. `村医 TCM` → 村医, tcm */
export function keysOf(folded: string): string[] {
  const keys = new Set<string>()
  for (const [run] of folded.matchAll(runs)) {
    const letters = [...run]
    if (!isHan(run)) keys.add(letters.slice(0, 4).join(''))
    else for (let i = 0; i + 1 < letters.length; i += 1) keys.add(`${letters[i]}${letters[i + 1]}`)
  }
  return [...keys]
}

/** Key → shard it is in; the same for the builder and the reader. */
export function shardOf(key: string, shards: number): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < key.length; i += 1) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193)
  return (hash >>> 0) % shards
}
