import { z } from 'zod'
import { field } from './field.ts'

/** A line of data/documents/<id>/phrases.csv. */
export const PhraseRow = z.object({
  zh: field(z.string().min(1), '中文，与记录一致', 'Chinese, as in the record'),
  at: field(
    z.string().regex(/^([a-z0-9]+(\.\d+)*(\/\d+)?)?$/, 'must be a provision like 3.3, a target like 3.3/2, or empty'),
    '只用于这一条或这一目标；为空时通用',
    'only there; empty: everywhere in the document',
    { missing: 'not-applicable', blank: true },
  ),
  en: field(
    z
      .string()
      .min(1)
      .regex(/^\P{Script=Han}*$/u, 'must be without Chinese characters'),
    '英文',
    'English',
  ),
})
export type PhraseRow = z.infer<typeof PhraseRow>

/** Words of a document that stand alone on a page, in both languages: a figure, a condition, a group of people, a body, a title. */
export const Phrase = PhraseRow.extend({ id: z.string(), document: field(z.string(), '文件编号', 'id of the document') })
export type Phrase = z.infer<typeof Phrase>
