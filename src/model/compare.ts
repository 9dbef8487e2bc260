import { z } from 'zod'
import { Modality } from './code.ts'
import { Bilingual } from './document.ts'
import { field } from './field.ts'

/** How far figures may be compared: ranked, side by side without rank, or not at all. */
export const ComparabilityGrade = z.enum(['ranked', 'side-by-side', 'not-comparable'])
export type ComparabilityGrade = z.infer<typeof ComparabilityGrade>

/** What two figures differ in; `none` where all agrees, `construct` where they measure other things, `rule` where the codebook forbids a rank. */
export const ComparabilityField = z.enum([
  'none',
  'construct',
  'rule',
  'unit',
  'population',
  'per',
  'time-basis',
  'term',
  'stage',
  'modality',
  'condition',
])
export type ComparabilityField = z.infer<typeof ComparabilityField>

/** One thing in which two targets of different documents differ, in the sentence that the site prints. */
export const Comparability = z.object({
  id: field(z.string(), '编号', 'a~b/field'),
  a: field(z.string(), '目标甲', 'first target', { of: 'targets' }),
  b: field(z.string(), '目标乙', 'second target', { of: 'targets' }),
  constructA: z.string(),
  constructB: z.string(),
  grade: field(ComparabilityGrade, '可比等级', 'grade of comparability'),
  field: field(ComparabilityField, '不同之处', 'what differs'),
  sentence: Bilingual,
})
export type Comparability = z.infer<typeof Comparability>

export const FactKind = z.enum(['figure', 'condition', 'population', 'agency', 'modality', 'deadline'])
export type FactKind = z.infer<typeof FactKind>

/** Facts of one kind in two aligned clauses: those of both, and those of one side only; figures by target id, the others by code or as printed. */
const ComparedFacts = z.object({
  kind: field(FactKind, '事实种类', 'kind of fact'),
  both: field(z.array(z.string()), '两条都有', 'in both clauses'),
  onlyA: field(z.array(z.string()), '仅甲有', 'in the first clause only'),
  onlyB: field(z.array(z.string()), '仅乙有', 'in the second clause only'),
})
export type ComparedFacts = z.infer<typeof ComparedFacts>

/** Two clauses of different documents on one matter, with what speaks for it and the facts in which they agree and differ. */
export const Alignment = z.object({
  id: field(z.string(), '编号', 'a~b'),
  a: field(z.string(), '条款甲', 'first provision', { of: 'provisions' }),
  b: field(z.string(), '条款乙', 'second provision', { of: 'provisions' }),
  documentA: z.string(),
  documentB: z.string(),
  score: field(z.number(), '相合程度', 'score of the alignment'),
  text: field(z.number(), '文字相近度', 'cosine of TF-IDF over character n-grams of the digests'),
  contained: field(z.number(), '文字包含度', 'share of the shorter clause, by weight, that the longer one holds'),
  heading: field(z.number(), '标题相近度', 'cosine of the headings'),
  topics: field(z.array(z.string()), '共有事项', 'topics in both', { of: 'topics' }),
  terms: field(z.array(z.string()), '共有术语', 'terms of art in both', { of: 'terms' }),
  facts: z.array(ComparedFacts),
  telling: field(z.number(), '值得先看的程度', 'how much there is to compare: decides the order'),
})
export type Alignment = z.infer<typeof Alignment>

/** Two documents that are compared, the smaller id first. */
export const DocumentPair = z.object({
  id: field(z.string(), '编号', 'a~b'),
  a: z.string(),
  b: z.string(),
  aligned: field(z.int(), '写同一事项的条款对数', 'pairs of aligned clauses'),
  figures: field(z.int(), '可放在一起看的目标组数', 'pairs of targets held against one another'),
})
export type DocumentPair = z.infer<typeof DocumentPair>

/** One sentence of a digest that speaks of a topic: its force, its condition, whether it names money. */
export const Statement = z.object({
  id: field(z.string(), '编号', 'topic/provision/mark of the sentence'),
  topic: z.string(),
  document: z.string(),
  provision: z.string(),
  sentence: field(z.string(), '转述中的句子', 'sentence of the digest'),
  modality: Modality,
  condition: field(z.string().nullable(), '条件（照印本用语）', 'condition as printed', { missing: 'not-printed' }),
  funds: field(z.boolean(), '是否写到资金来源', 'whether it names a source of money'),
})
export type Statement = z.infer<typeof Statement>

/** How well the rules align, measured against a coding by hand. */
export const AlignmentAccuracy = z.object({
  id: field(z.string(), '文件对', 'pair of documents; all for the whole'),
  coded: field(z.int(), '人工对应数', 'counterparts coded by hand'),
  found: field(z.int(), '规则对应数', 'counterparts found by the rules'),
  agreed: field(z.int(), '一致数', 'counterparts in both'),
  precision: field(z.number().nullable(), '准确率', 'share of the found that was coded', { missing: 'not-applicable' }),
  recall: field(z.number().nullable(), '召回率', 'share of the coded that was found', { missing: 'not-applicable' }),
})
export type AlignmentAccuracy = z.infer<typeof AlignmentAccuracy>

/** data/agreement/counterparts.yaml: clauses on one matter, coded by hand. */
export const CounterpartFile = z.strictObject({
  coder: z.literal('editor'),
  date: z.string(),
  documents: z.array(z.string()).min(2),
  matters: z.array(z.strictObject({ zh: z.string(), en: z.string(), clauses: z.array(z.string()).min(2) })),
})
export type CounterpartFile = z.infer<typeof CounterpartFile>

const share = (zh: string, en: string) => field(z.number().min(0).max(1), zh, en)
const InheritedProvision = z.object({
  provision: z.string(),
  share: share('该条在另一份文件中重现的比例', 'share of its shingles found in the other document'),
})
/** Share of the distinct 8-character shingles of one official text that stand in another; numbers only, written by `npm run attest`. */
export const Inheritance = z.object({
  id: field(z.string(), '编号', 'from~in~to'),
  from: field(z.string(), '文件', 'document whose text is looked for', { of: 'documents' }),
  to: field(z.string(), '在哪份文件中', 'document in which it is looked for', { of: 'documents' }),
  shingles: field(z.int(), '不同的八字片段数', 'distinct shingles of the text'),
  share: share('重现比例（全文）', 'share found, whole text'),
  bodyShare: share('重现比例（不计引言和总体要求）', 'share found, without preamble and general requirements'),
  provisions: z.array(InheritedProvision),
})
export type Inheritance = z.infer<typeof Inheritance>

/** data/inheritance.json with the sha256 of the texts it was computed from. */
export const InheritanceFile = z.strictObject({
  normalization: z.string(),
  texts: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)),
  pairs: z.array(Inheritance),
})
export type InheritanceFile = z.infer<typeof InheritanceFile>

/** An opposition of rules that no number shows: what each side is recognized by and how it is put. */
export const Opposition = z.strictObject({
  id: z.string().regex(/^[a-z]+(-[a-z0-9]+)*$/),
  topic: z.string(),
  matter: Bilingual,
  sides: z.array(z.strictObject({ match: z.string().min(1), says: Bilingual })).min(2),
})
export type Opposition = z.infer<typeof Opposition>

/** What happened while the documents ran: drawn behind them on the timeline. */
export const ContextEvent = z.strictObject({
  id: z.string().regex(/^[a-z]+(-[a-z0-9]+)*$/),
  name: Bilingual,
  from: field(z.string().regex(/^\d{4}(-\d{2})?$/), '开始', 'year or month it began'),
  to: field(z.string().regex(/^\d{4}(-\d{2})?$/), '结束', 'year or month it ended'),
  source: z.string().min(1),
})
export type ContextEvent = z.infer<typeof ContextEvent>

/** data/agreement/second/<document>.yaml: topics and targets coded again by someone who has not seen the first coding. */
export const SecondCoding = z.strictObject({
  coder: z.string().min(1),
  date: z.string(),
  topics: z.array(z.strictObject({ provision: z.string(), topics: z.array(z.string()) })),
  targets: z.array(
    z.strictObject({ provision: z.string(), printed: z.string(), construct: z.string().nullable(), role: z.string(), type: z.string() }),
  ),
})
export type SecondCoding = z.infer<typeof SecondCoding>

/** Agreement of two coders on one field of one document. */
export const Agreement = z.object({
  id: field(z.string(), '编号', 'coders/field'),
  coders: field(z.string(), '编码者', 'who is compared with whom'),
  field: field(z.string(), '字段', 'field coded twice'),
  units: field(z.int(), '编码单位数', 'units coded by both'),
  agreed: field(z.int(), '一致数', 'units coded alike'),
  kappa: field(z.number().nullable(), 'Cohen κ', "Cohen's kappa; empty where chance agreement is complete", { missing: 'not-applicable' }),
})
export type Agreement = z.infer<typeof Agreement>
