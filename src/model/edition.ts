import type { Level } from './parsed.ts'

/** A clause of a digest edition in one language. */
export interface EditionClause {
  /** within the document: `2.3` */
  key: string
  parent: string | null
  level: Level
  /** label as printed, and the place as people write it */
  label: string
  place: string
  heading: string | null
  paragraphs: string[]
  figures: { number: number; text: string; about: string }[]
  agencies: { id: string; name: string; role: string; as: string }[]
  cites: { printed: string; title: string; document: string | null }[]
  topics: { id: string; name: string }[]
}

/** A document as the atlas holds it, in one language: the facts of its letterhead and its clauses, in our words. */
export interface Edition {
  id: string
  lang: 'zh' | 'en'
  title: string
  /** name and value */
  facts: { label: string; text: string }[]
  number: string | null
  issuedOn: string | null
  issuers: string[]
  asOf: string
  region: string
  kind: string
  clauses: EditionClause[]
  caution: string
  official: string
  hash: { text: string; sha256: string }
  licence: { name: string; url: string; text: string }
  creator: string
  /** public address of its page; null where none is set */
  url: string | null
  labels: { figures: string; agencies: string; cites: string; topics: string; official: string }
}
