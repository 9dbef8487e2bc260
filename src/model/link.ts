import { z } from 'zod'
import { Bilingual } from './document.ts'
import { field } from './field.ts'
import { ResponsibilityRole } from './parsed.ts'

/** Who is responsible for a provision; one record an agency. */
export const Responsibility = z.object({
  id: z.string(),
  document: z.string(),
  provision: z.string(),
  agency: field(z.string(), '机构编号', 'agency id', { of: 'agencies' }),
  printed: field(z.string(), '机构名称（照印本）', 'agency as printed'),
  name: field(Bilingual, '当时的规范名称', 'canonical name at the date of the document'),
  role: ResponsibilityRole,
  duty: field(z.string().nullable(), '职责（转述，仅“某部门负责……”一类）', 'the duty in our words, where a sentence names one', {
    missing: 'not-printed',
  }),
})
export type Responsibility = z.infer<typeof Responsibility>

/** A work that a provision cites; `resolved` names the held document, `unresolved` is a gap. */
export const Reference = z.object({
  id: z.string(),
  document: z.string(),
  provision: z.string(),
  title: field(z.string().nullable(), '被引文件标题', 'title of the cited work', { missing: 'not-printed' }),
  documentNumber: field(z.string().nullable(), '被引文件文号（统一括号）', 'document number, normalized', {
    missing: 'not-printed',
  }),
  printed: z.string(),
  resolved: field(z.string().nullable(), '对应的已收录文件', 'held document, if any', { of: 'documents', missing: 'unresolved' }),
})
export type Reference = z.infer<typeof Reference>

/** Topic x document: the clauses, or why there are none. */
export const Coverage = z.object({
  id: z.string(),
  topic: z.string(),
  document: z.string(),
  provisions: z.array(z.string()),
  status: field(
    z.enum(['covered', 'silent', 'outside-subject', 'source-incomplete', 'not-coded']),
    '是否写到',
    'covered, or why nothing is shown',
  ),
  confirmedBy: field(z.string().nullable(), '由谁确认未提及', 'who confirmed the absence', { missing: 'not-applicable' }),
  confirmedOn: z.string().nullable(),
})
export type Coverage = z.infer<typeof Coverage>
