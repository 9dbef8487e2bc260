import { z } from 'zod'
import { IsoDate } from './code.ts'
import { field } from './field.ts'

/** Administrative division by its GB/T 2260 code and the date it was valid on. */
export const Region = z.object({
  code: field(z.string().regex(/^\d{6}$/, 'must be six digits'), '行政区划代码', 'GB/T 2260 code'),
  nameZh: z.string().min(1),
  nameEn: z.string().min(1),
  level: z.enum(['nation', 'province', 'prefecture', 'county']),
  parent: field(
    z
      .string()
      .regex(/^\d{6}$/)
      .nullable(),
    '上级行政区划',
    'region it is part of',
    { of: 'regions', missing: 'not-applicable' },
  ),
  validOn: IsoDate,
})
export type Region = z.infer<typeof Region>

/** A division of which the atlas may hold nothing yet: what a reader looks for by name or code. */
export const Division = z.object({
  code: field(z.string().regex(/^\d{6}$/, 'must be six digits'), '行政区划代码', 'GB/T 2260 code'),
  nameZh: z.string().min(1),
  nameEn: z.string().min(1),
  level: z.enum(['province', 'prefecture', 'county']),
  parent: z.string().regex(/^\d{6}$/, 'must be six digits'),
})
export type Division = z.infer<typeof Division>

/** An agency of one region, with every name the documents print for it. */
export const Agency = z.object({
  id: field(z.string(), '机构编号', 'family@region'),
  family: field(z.string(), '机构系统', 'family, through renames', { of: 'agency-families' }),
  region: field(z.string().nullable(), '行政区划代码；泛指时为空', 'region, empty where a document speaks of such bodies in general', {
    missing: 'not-applicable',
  }),
  names: field(z.array(z.string()), '印本所见名称', 'names as printed'),
})
export type Agency = z.infer<typeof Agency>
