import { z } from 'zod'
import { IsoDate } from './code.ts'
import { field } from './field.ts'
import { Level } from './parsed.ts'

const text = (zh: string, en: string) => field(z.string(), zh, en)

/** A clause of a digest edition in one language. */
export const EditionClause = z.strictObject({
  key: text('在文件内的编号，如 2.3', 'id within the document: 2.3'),
  parent: field(z.string().nullable(), '上级条款的编号', 'key of the clause it is part of'),
  level: field(Level, '层级', 'level of the outline'),
  label: text('标号（照印本），可为空', 'label as printed, may be empty'),
  place: text('条款位置的写法', 'its place as people write it'),
  heading: field(z.string().nullable(), '条款标题', 'heading'),
  paragraphs: field(
    z.array(z.string()),
    '转述，逐段（本站文字，不可当作政策原文引用）',
    'digest by paragraph: our words, not quotable as policy',
  ),
  figures: field(
    z.array(
      z.strictObject({
        number: field(z.int(), '目标在条款内的序号', 'number of the target within the clause'),
        text: text('数字或目标，照印本', 'figure as printed'),
        about: text('量的是什么', 'what it measures'),
      }),
    ),
    '数字和目标',
    'figures and targets',
  ),
  agencies: field(
    z.array(
      z.strictObject({
        id: text('机构编号', 'id of the agency'),
        name: text('名称（照印本）', 'name as printed'),
        role: text('角色代码', 'code of the role'),
        as: text('角色', 'role'),
      }),
    ),
    '责任单位',
    'responsible bodies',
  ),
  cites: field(
    z.array(
      z.strictObject({
        printed: text('引用处的写法', 'as printed'),
        title: text('被引文件', 'the cited work'),
        document: field(z.string().nullable(), '对应的已收录文件', 'held document, if any'),
      }),
    ),
    '引用的文件',
    'cited works',
  ),
  topics: field(z.array(z.strictObject({ id: text('事项编号', 'id of the topic'), name: text('事项', 'topic') })), '事项', 'topics'),
})
export type EditionClause = z.infer<typeof EditionClause>

/** A document as the atlas holds it, in one language: the facts of its letterhead and its clauses, in our words. */
export const Edition = z.strictObject({
  id: text('文件编号', 'id of the document'),
  lang: field(z.enum(['zh', 'en']), '语言', 'language'),
  title: text('标题', 'title'),
  facts: field(
    z.array(z.strictObject({ label: text('名称', 'name'), text: text('内容', 'value') })),
    '版头等事实',
    'facts of the letterhead',
  ),
  number: field(z.string().nullable(), '发文字号', 'document number'),
  issuedOn: field(IsoDate.nullable(), '成文日期', 'date of issue'),
  issuers: field(z.array(z.string()), '发文机关', 'issuers'),
  asOf: field(IsoDate, '数据截至', 'day the statements hold for'),
  region: text('行政区划代码', 'code of the region'),
  kind: text('文种', 'kind of document'),
  clauses: field(z.array(EditionClause), '条款', 'clauses'),
  caution: text('使用须知', 'caution'),
  official: text('怎样取得官方文本', 'how to obtain the official text'),
  hash: field(
    z.strictObject({ text: text('规范化办法', 'normalization'), sha256: text('校验和', 'checksum') }),
    '官方文本的 SHA-256',
    'SHA-256 of the official text',
  ),
  licence: field(
    z.strictObject({ name: text('名称', 'name'), url: text('网址', 'address'), text: text('说明', 'in words') }),
    '许可',
    'licence',
  ),
  creator: text('制作者', 'creator'),
  url: field(z.string().nullable(), '网页地址', 'address of its page'),
  labels: field(
    z.strictObject({
      figures: z.string(),
      agencies: z.string(),
      cites: z.string(),
      topics: z.string(),
      official: z.string(),
    }),
    '各项的叫法',
    'what the parts are called',
  ),
})
export type Edition = z.infer<typeof Edition>
