import { z } from 'zod'
import { Disclosure, IsoDate } from './code.ts'
import { field } from './field.ts'
import { DocumentNumber, Level } from './parsed.ts'

/** Chinese and English wording of one thing. */
export const Bilingual = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })
export type Bilingual = z.infer<typeof Bilingual>

export const DocumentKind = z.enum(['implementation-plan', 'implementing-opinions', 'annual-priorities', 'circular'])
export const Validity = z.strictObject({
  state: field(z.enum(['running', 'term-ended', 'repealed', 'superseded', 'not-stated']), '有效状态', 'state of validity'),
  ground: field(Bilingual, '判断依据', 'ground'),
  date: field(IsoDate, '判断日期', 'date of the judgement'),
})
export const Completeness = z.strictObject({
  state: z.enum(['complete', 'cut-off', 'damaged']),
  note: Bilingual,
})
const Term = z.strictObject({ from: z.int(), to: z.int() })

/** document.yaml: what the digest itself cannot say. What the text prints (title, number, issuers, dates) is extracted, never typed again. */
export const DocumentFile = z.strictObject({
  short: field(Bilingual, '简称', 'short name'),
  titleEn: field(z.string().min(1), '英文标题', 'title in English'),
  titleVariants: z.array(z.strictObject({ where: Bilingual, printed: z.string().min(1) })),
  region: z.string().regex(/^\d{6}$/, 'must be a GB/T 2260 code of six digits'),
  kind: DocumentKind,
  term: field(Term, '目标期限（年）', 'years its goals run'),
  stage: z.enum(['battle-against-poverty', 'transition-period', 'long-term']),
  subject: field(z.enum(['health-poverty-alleviation', 'rural-health-capacity']), '主题', 'subject'),
  validity: Validity,
  completeness: Completeness,
  notPrinted: field(z.array(z.enum(['number', 'date'])), '文本未印的要素', 'facts the text does not print'),
  defects: field(z.array(Bilingual), '文本缺陷', 'declared defects of the text'),
  officialText: field(Bilingual, '官方全文在何处', 'where the official text can be read'),
  shown: field(
    z.strictObject({ ground: Bilingual, date: IsoDate }).optional(),
    '可展示官方文本的依据',
    'ground for showing the official text where it is not published proactively',
    { missing: 'not-applicable' },
  ),
  sha256: field(
    z.string().regex(/^[0-9a-f]{64}$/),
    '官方文本的 SHA-256（换行统一后）',
    'SHA-256 of the official text, line endings normalized',
  ),
  expected: field(
    z.strictObject({
      levels: z.partialRecord(Level, z.int().min(0)),
      sectionsPerChapter: z.array(z.int().min(0)).optional(),
      numericTargets: z.int().min(0),
      responsibilities: z.int().min(0),
      references: z.int().min(0),
    }),
    '应有数量',
    'counts the digest must show',
  ),
})
export type DocumentFile = z.infer<typeof DocumentFile>

export const Document = DocumentFile.omit({ titleEn: true, expected: true }).extend({
  id: field(z.string().regex(/^[a-z]+(?:-[a-z]+)*-\d{4}$/), '文件编号', 'document id'),
  title: field(Bilingual, '标题', 'title'),
  noticeTitle: field(z.string().nullable(), '印发通知的标题', 'title of the covering notice', { missing: 'not-printed' }),
  number: field(DocumentNumber.nullable(), '发文字号', 'document number', { missing: 'not-printed' }),
  issuers: field(z.array(z.string()), '发文机关', 'issuers, as printed'),
  signatories: field(z.array(z.string()), '落款机关', 'signatories, as printed'),
  addressees: field(z.array(z.string()), '主送机关', 'addressees, as printed'),
  copiedTo: field(z.array(z.string()), '抄送机关', 'copied to, as printed'),
  issuedOn: field(IsoDate.nullable(), '成文日期', 'date of issue', { missing: 'not-printed' }),
  printedOn: field(IsoDate.nullable(), '印发日期', 'date of printing', { missing: 'not-printed' }),
  disclosure: field(Disclosure, '公开方式', 'disclosure'),
  level: field(z.enum(['nation', 'province', 'prefecture', 'county']), '层级', 'level of government'),
  attestedFacts: field(
    z.int().nullable(),
    '与官方文本逐项比对的事实数；未核验为空',
    'facts compared with the official text without a difference; empty where not attested',
    { missing: 'not-coded' },
  ),
  counts: field(
    z.object({
      provisions: z.int(),
      numericTargets: z.int(),
      wordedTargets: z.int(),
      entitlements: z.int(),
      references: z.int(),
      responsibilities: z.int(),
    }),
    '各类记录数',
    'records by kind; restated targets count once',
  ),
})
export type Document = z.infer<typeof Document>
