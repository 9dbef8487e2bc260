import { z } from 'zod'
import { Coder } from './code.ts'
import { field } from './field.ts'
import { Level } from './parsed.ts'

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
  digestZh: field(z.string(), '转述（本站文字，不可当作政策原文引用）', 'digest in Chinese, our words'),
  digestEn: field(z.string(), '英文转述', 'digest in English, our words'),
  parent: z.string().nullable(),
  order: field(z.int(), '在文件中的次序', 'order within the document'),
  leaf: field(z.boolean(), '是否为最小条款', 'whether it holds rules itself and no further provisions'),
  topics: field(z.array(z.object({ topic: z.string(), coder: Coder })), '事项', 'topics with who assigned them'),
})
export type Provision = z.infer<typeof Provision>
