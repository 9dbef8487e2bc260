import { partsOf, type Rarity, stepsOf } from '../compare/corpus.ts'
import { packTally, stepsOfTally, tallyOf, unpackTally } from '../compare/tally.ts'
import type { Construct } from '../model/codebook.ts'
import type { Problem } from '../model/problem.ts'
import { attestDigest, renderAttestation } from './attest.ts'
import { Cache, cacheKey, type Entry, packPieces } from './cache.ts'
import { type Codebook, readCodebook } from './codebook.ts'
import { type Compared, compareDocuments, type Side, sideOf } from './comparison.ts'
import { buildContribution, type Contribution, ownDatasets, validate } from './contribution.ts'
import { readFolder } from './folder.ts'
import { headOf } from './join.ts'
import type { OwnRows } from './ledger.ts'
import { sketchClauses } from './relate.ts'
import type { Sources } from './sources.ts'
import { linesOf } from './store.ts'

/** Files by path, as they travel. */
export type Files = [path: string, text: string][]

/** A shard of documents with the codebook they are read by. */
export interface ContributeTask {
  codebook: Files
  documents: { id: string; files: Files; ledger: OwnRows }[]
}

let last: { mark: string; codebook: Codebook } | null = null
// a worker reads the codebook once, not once a shard
function codebookOf(files: Files): Codebook {
  const mark = cacheKey(...files.flat())
  if (last?.mark !== mark) last = { mark, codebook: readCodebook(new Map(files)).codebook }
  return last.codebook
}

/** Shard → for each document the bytes of its entry: what it contributes, in pieces. Pure. */
export function contribute({ codebook: files, documents }: ContributeTask): Uint8Array[] {
  const codebook = codebookOf(files)
  return documents.map(({ id, files: own, ledger }) => {
    const sources: Sources = new Map([...own])
    return packContribution(buildContribution(id, sources, ledger, codebook))
  })
}

function packContribution(made: Contribution): Uint8Array {
  const rows = Object.fromEntries(ownDatasets.map((name) => [name, linesOf(made.rows[name])]))
  const sketches = made.compared ? sketchClauses(made.compared) : new Uint32Array()
  return packPieces({
    head: JSON.stringify(headOf(made)),
    compared: JSON.stringify(made.compared),
    sketches: new Uint8Array(sketches.buffer),
    tally: packTally(tallyOf((made.compared?.clauses ?? []).map(partsOf))),
    ...rows,
  })
}

/** A shard of digests, each with its official text, and the codebook both are read by. */
export interface AttestTask {
  codebook: Files
  documents: { id: string; files: Files; official: string }[]
}

/** What comparing a digest with its official text found; `text` is the attestation as its file holds it. */
export interface Attested {
  provisions: number
  facts: number
  problems: Problem[]
  text: string
}

/** Shard → for each document what was found (`Attested`), as bytes of JSON. Pure; every folder has been read without a Problem before. */
export function attest({ codebook: files, documents }: AttestTask): Uint8Array[] {
  const codebook = codebookOf(files)
  return documents.map(({ id, files: own, official }) => {
    const { folder } = readFolder(new Map(own), id)
    if (!folder) throw new Error(`The folder of ${id} has problems: npm run data.`)
    const { attestation, problems } = attestDigest(folder, official, codebook)
    const { provisions, facts } = attestation
    const found: Attested = { provisions: provisions.length, facts, problems, text: renderAttestation(attestation) }
    return new TextEncoder().encode(JSON.stringify(found))
  })
}

/** Documents, by the keys of their entries, each with those it is held against. */
export interface CompareTask {
  cache: string
  rarity: Rarity
  /** what the rules and the codebook are */
  mark: string
  constructs: Construct[]
  documents: { own: string; others: string[] }[]
}

/** A document as it is read for comparison: its clauses only when something has to be compared. */
interface Read {
  entry: Entry
  weights: string
  side: Side | null
}
// neighbours in a task are held against the same documents; in between nothing is kept
const mostRead = 48

/** Compares documents and writes what is found into the cache; gives the key of each document's entry, and how many were not there before. */
export function compare({ cache, rarity, mark, constructs, documents }: CompareTask): { keys: string[]; made: number } {
  const entries = new Cache(cache)
  const read = new Map<string, Read>()
  const readOf = (key: string): Read => {
    const own = read.get(key) ?? readDocument(entries, key, rarity)
    read.delete(key)
    read.set(key, own)
    if (read.size > mostRead) read.delete(read.keys().next().value as string)
    return own
  }
  let made = 0
  const keys = documents.map(({ own, others }) => {
    const all = [own, ...others]
    const held = all.map(readOf)
    // as long as the weights of its own words are the same, so is what is found
    const key = cacheKey(mark, ...all.flatMap((one, i) => [one, held[i]?.weights as string]))
    if (entries.has(key)) return key
    const [side, ...sides] = held.map((one) => sideAt(one, rarity)) as [Side, ...Side[]]
    const found = validate(compareDocuments(side, sides, constructs))
    entries.write(key, packPieces(Object.fromEntries(Object.entries(found).map(([name, rows]) => [name, linesOf(rows)]))))
    made += 1
    return key
  })
  return { keys, made }
}

function sideAt(own: Read, rarity: Rarity): Side {
  if (own.side) return own.side
  const document = JSON.parse(own.entry.text('compared')) as Compared
  const parts = document.clauses.map(partsOf)
  own.side = sideOf(document, parts, parts.map((p) => stepsOf(rarity, p))) // biome-ignore format: one side
  return own.side
}

function readDocument(entries: Cache, key: string, rarity: Rarity): Read {
  const entry = entries.take(key)
  return { entry, weights: cacheKey(stepsOfTally(rarity, unpackTally(entry.bytes('tally')))), side: null }
}
