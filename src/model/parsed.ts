import { z } from 'zod'
import { Disclosure, IsoDate, Modality } from './code.ts'

/** Levels of the outline, from the printed labels; `notice`, `preamble` and `annex` carry none. */
export const Level = z.enum(['notice', 'preamble', 'part', 'chapter', 'section', 'article', 'item', 'subitem', 'annex'])
export type Level = z.infer<typeof Level>

/** 发文字号: as printed, and normalized with 〔〕 and no spaces. */
export const DocumentNumber = z.object({
  printed: z.string(),
  normalized: z.string(),
  agencyCode: z.string(),
  year: z.int(),
  serial: z.int(),
})
export type DocumentNumber = z.infer<typeof DocumentNumber>

/** Letterhead facts of a document; ranges are UTF-16 offsets into the input after line-ending normalization. */
export const Metadata = z.object({
  title: z.string(),
  noticeTitle: z.string().nullable(),
  documentNumber: DocumentNumber.nullable(),
  issuers: z.array(z.string()),
  signatories: z.array(z.string()),
  addressees: z.array(z.string()),
  issuedOn: IsoDate.nullable(),
  printedOn: IsoDate.nullable(),
  copiedTo: z.array(z.string()),
  disclosure: Disclosure,
})
export type Metadata = z.infer<typeof Metadata>

export const Part = z.object({
  kind: z.enum(['letterhead', 'title', 'addressee', 'signature', 'imprint', 'furniture', 'toc']),
  start: z.int(),
  end: z.int(),
})
export type Part = z.infer<typeof Part>

/** One provision of the outline as found in the text. */
export const ParsedProvision = z.object({
  id: z.string(),
  path: z.string(),
  level: Level,
  label: z.string(),
  heading: z.string().nullable(),
  text: z.string(),
  parent: z.string().nullable(),
  start: z.int(),
  end: z.int(),
})
export type ParsedProvision = z.infer<typeof ParsedProvision>

export const ParsedTable = z.object({ header: z.array(z.string()), rows: z.array(z.array(z.string())) })
export type ParsedTable = z.infer<typeof ParsedTable>
export const ParsedAnnex = z.object({ label: z.string(), title: z.string(), tables: z.array(ParsedTable) })
export type ParsedAnnex = z.infer<typeof ParsedAnnex>

export const Comparator = z.enum(['eq', 'gte', 'gt', 'lte', 'lt', 'range', 'approx'])
export type Comparator = z.infer<typeof Comparator>

/** What kind of rule a target is; decides how progress may be judged. */
export const TargetType = z.enum([
  'reach',
  'delta',
  'maintain',
  'zero',
  'dynamic-zero',
  'floor',
  'cap',
  'interval',
  'quota',
  'frequency',
  'binary',
  'prevent',
  'subsidy',
  'exemption',
  'duration',
  'condition',
  'scope-extension',
  'qualitative',
])
export type TargetType = z.infer<typeof TargetType>

export const DeadlineBasis = z.enum(['printed', 'parent', 'plan-period', 'relative'])
export const TimeBasis = z.enum(['by-date', 'per-year', 'per-month', 'per-batch', 'stock', 'one-off'])
export type TimeBasis = z.infer<typeof TimeBasis>

/** A goal, bound, quota, amount, duration, exemption or threshold as found in a clause; values are multiplied out (万, 亿). */
export const ParsedTarget = z.object({
  provision: z.string(),
  printed: z.string(),
  clause: z.string(),
  subject: z.string(),
  comparator: Comparator.nullable(),
  value: z.number().nullable(),
  min: z.number().nullable(),
  max: z.number().nullable(),
  unit: z.string().nullable(),
  per: z.string().nullable(),
  deadline: z.string().nullable(),
  deadlineBasis: DeadlineBasis.nullable(),
  timeBasis: TimeBasis,
  attribute: z.enum(['binding', 'expected']).nullable(),
  modality: Modality,
  condition: z.string().nullable(),
  type: TargetType,
  qualitative: z.string().nullable(),
  start: z.int(),
  end: z.int(),
})
export type ParsedTarget = z.infer<typeof ParsedTarget>

export const ParsedReference = z.object({
  provision: z.string(),
  title: z.string().nullable(),
  documentNumber: z.string().nullable(),
  printed: z.string(),
})
export type ParsedReference = z.infer<typeof ParsedReference>

export const ResponsibilityRole = z.enum(['lead', 'responsible', 'participant', 'duty'])
export type ResponsibilityRole = z.infer<typeof ResponsibilityRole>
export const ParsedResponsibility = z.object({
  provision: z.string(),
  agencies: z.array(z.string()),
  role: ResponsibilityRole,
  printed: z.string(),
})
export type ParsedResponsibility = z.infer<typeof ParsedResponsibility>

export const Diagnostic = z.object({
  severity: z.enum(['error', 'warning', 'info']),
  code: z.string(),
  message: z.string(),
  line: z.int(),
  column: z.int(),
})
export type Diagnostic = z.infer<typeof Diagnostic>

/** Own text of a provision without its label (heading included), each character with its offset in the input; `note` is the responsibility note. */
export interface Body {
  text: string
  at: Uint32Array
  note: string | null
  /** Where the note stands in the input. */
  noteRange: [number, number] | null
}

/** Form of a document: what `parse` finds before anything is understood. */
export const Outline = z.object({
  metadata: Metadata,
  parts: z.array(Part),
  provisions: z.array(ParsedProvision),
  annexes: z.array(ParsedAnnex),
  diagnostics: z.array(Diagnostic),
})
/** Cells of an annex row by provision id, each character with its offset. */
export type Cells = Record<string, { text: string; at: Uint32Array }[]>
export type Outline = z.infer<typeof Outline> & {
  bodies: Record<string, Body>
  cells: Cells
  /** Table of an annex by the provision id of the annex (its first) and of each row. */
  tables: Record<string, ParsedTable | undefined>
}
