import { z } from 'zod'
import { Modality } from './code.ts'
import { field } from './field.ts'

const unprinted = { missing: 'not-printed' }

/** What people get under one provision, as the document says it; never proof of entitlement today. */
export const Entitlement = z.object({
  id: field(z.string(), '待遇编号', 'entitlement id'),
  document: z.string(),
  provision: z.string(),
  number: z.int().min(1),
  kind: field(z.string(), '待遇种类', 'kind, from the codebook of entitlements', { of: 'entitlement-kinds' }),
  who: field(z.array(z.string()), '对象（照印本用语）', 'groups of people as printed'),
  whoOpen: field(z.boolean(), '名单是否以“等”结尾', 'whether the list of groups is open'),
  where: field(z.string().nullable(), '地域范围', 'where, as printed', unprinted),
  setting: field(z.enum(['inpatient', 'outpatient', 'community', 'any']), '就医场景', 'setting'),
  conditions: field(z.string().nullable(), '条件（照印本用语）', 'conditions as printed', unprinted),
  pays: field(z.string().nullable(), '仍需支付', 'what is still to pay, as printed', unprinted),
  decidedBy: field(z.string().nullable(), '由谁认定', 'who decides eligibility, as printed', unprinted),
  exitRule: field(z.string().nullable(), '退出规则', 'when it ends, as printed', unprinted),
  modality: Modality,
  sentence: field(z.string(), '转述中的句子', 'the sentences of the digest it stands in'),
  targets: field(z.array(z.string()), '其中的目标', 'targets in the same sentences', { of: 'targets' }),
})
export type Entitlement = z.infer<typeof Entitlement>
