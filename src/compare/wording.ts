import { diffWords } from 'diff'
import type { Document } from '../model/document.ts'

/** A stretch of words of two texts: in both, or in one of them. */
export interface Wording {
  side: 'both' | 'left' | 'right'
  text: string
}

/** Whether the official text of a document may be shown: it was published proactively, or document.yaml names ground and date. */
export const mayShow = (d: Pick<Document, 'disclosure' | 'shown'>): boolean => d.disclosure === 'public' || d.shown !== undefined

const words = new Intl.Segmenter('zh', { granularity: 'word' })

/** Two official texts → their words in order, told apart by side; never letter by letter: 医院 against 医生 differs as a whole. */
export const diffWording = (left: string, right: string): Wording[] =>
  diffWords(left, right, { intlSegmenter: words }).map(({ value, added, removed }) => ({
    side: added ? 'right' : removed ? 'left' : 'both',
    text: value,
  }))
