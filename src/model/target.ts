import { z } from 'zod'
import { Coder } from './code.ts'
import { field } from './field.ts'
import { ParsedTarget } from './parsed.ts'
import { Checked } from './provision.ts'

export const TargetRole = z.enum(['goal', 'entitlement', 'payment', 'standard', 'duty', 'condition', 'personnel-rule'])
export type TargetRole = z.infer<typeof TargetRole>

/** A goal, bound, amount, exemption or threshold that a provision sets. */
export const Target = ParsedTarget.omit({ provision: true, start: true, end: true }).extend({
  id: field(z.string(), '目标编号', 'target id, e.g. hubei-2023/2.2/1'),
  document: z.string(),
  provision: z.string(),
  number: field(z.int().min(1), '条款内序号（一经编定不再变动）', 'number within the provision, given once by the ledger'),
  boundBasis: field(
    z.enum(['civil-code', 'implied']).nullable(),
    '界限含本数的依据',
    'why a bound is read as inclusive: the Civil Code, art. 1259, or implied by the sentence',
    { missing: 'not-applicable' },
  ),
  role: field(TargetRole, '作用', 'role of the target'),
  construct: field(z.string().nullable(), '所量事物', 'what is measured, from the codebook of constructs', {
    of: 'constructs',
    missing: 'not-coded',
  }),
  restates: field(z.string().nullable(), '重申哪一目标', 'target it restates; counted once', {
    of: 'targets',
    missing: 'not-applicable',
  }),
  checked: field(Checked.nullable(), '核验：官方文本中的位置', 'where the official text prints it; empty where not attested', {
    missing: 'not-coded',
  }),
  coder: Coder,
})
export type Target = z.infer<typeof Target>
