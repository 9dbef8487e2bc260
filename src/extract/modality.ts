import lexicon from '../../data/codebook/modality.json' with { type: 'json' }
import type { Modality } from '../model/code.ts'
import type { ModalLexicon } from '../model/codebook.ts'

/** The lexicon of modal words as the codebook has it: in order, the stronger claim first where two stand in one clause. `readCodebook` checks it. */
export const modalLexicon = lexicon as ModalLexicon

const rules = modalLexicon.words.flatMap(({ id, match }) => (match === null ? [] : [{ id, pattern: new RegExp(match, 'u') }]))

/** The modal value of a clause: `力争达到30个病种` → strive, `不需缴纳` → directive, as no word stands there. */
export const findModality = (clause: string): Modality => rules.find(({ pattern }) => pattern.test(clause))?.id ?? 'directive'

/** Every modal value a text holds, in the order of the lexicon. */
export const findModalities = (text: string): Modality[] => rules.filter(({ pattern }) => pattern.test(text)).map(({ id }) => id)
