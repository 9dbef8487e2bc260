import { z } from 'zod'
import { Coder, Modality } from './code.ts'
import { field } from './field.ts'
import { Level } from './parsed.ts'

/** A span of the official text that a digest was compared with. */
export const Checked = z.object({ officialRange: z.tuple([z.int(), z.int()]), sha256: z.string() })

/** One clause of a document. The digest is ours: not quotable as policy. */
export const Provision = z.object({
  id: field(z.string(), '条款编号', 'provision id, e.g. hubei-2023/2.3'),
  document: z.string(),
  key: field(z.string(), '条款在文件内的编号', 'id within the document, e.g. 2.3'),
  path: field(z.string(), '条款路径（照印本标号）', 'path in printed labels'),
  level: Level,
  label: z.string(),
  heading: field(z.string().nullable(), '条款标题（照印本）', 'heading as printed'),
  headingEn: z.string().nullable(),
  digestZh: field(z.string(), '转述（本站文字，不可当作政策原文引用）', 'digest in Chinese: our words, not quotable as policy', {
    missing: 'not-applicable',
    blank: true,
  }),
  digestEn: field(z.string(), '英文转述（本站文字，不可当作政策原文引用）', 'digest in English: our words, not quotable as policy', {
    missing: 'not-applicable',
    blank: true,
  }),
  parent: field(z.string().nullable(), '上级条款', 'provision it is part of', { of: 'provisions', missing: 'not-applicable' }),
  order: field(z.int(), '在文件中的次序', 'order within the document'),
  leaf: field(z.boolean(), '是否为最小条款', 'whether it holds rules itself and no further provisions'),
  checked: field(
    Checked.nullable(),
    '核验：官方文本中的位置及该段的 SHA-256；未核验为空',
    'where the official text was checked and the SHA-256 of that span; empty where not attested',
    { missing: 'not-coded' },
  ),
  modalities: field(z.array(Modality), '语气', 'modal values of its sentences; directive where no modal word stands'),
  conditions: field(z.array(z.string()), '条件（照印本用语）', 'conditions as printed'),
  attributes: field(z.array(z.enum(['binding', 'expected'])), '指标属性', 'attributes of the indicators it lists'),
  populations: field(z.array(z.string()), '所指人群', 'groups of people it names, from the codebook', { of: 'populations' }),
  topics: field(z.array(z.object({ topic: z.string(), coder: Coder })), '事项', 'topics with who assigned them'),
})
export type Provision = z.infer<typeof Provision>
