import { z } from 'zod'

/** Units that statistics are kept in; printed units are converted once, where a table is read. */
export const Unit = z.enum([
  '%',
  'percentage-point',
  'per-1000',
  'per-100000',
  'person',
  'person-time',
  'person-per-1000',
  'person-per-10000',
  'institution',
  'bed',
  'bed-per-1000',
  'disease',
  'year',
  'yuan',
])
export type Unit = z.infer<typeof Unit>

const tenThousand = 1e4
const hundredMillion = 1e8

/** Units as tables print them → the unit kept and the factor to it: `912.4 万人` → 9124000 person. A unit not listed here is refused. */
export const printedUnits: Record<string, { unit: Unit; factor: number }> = {
  '%': { unit: '%', factor: 1 },
  百分点: { unit: 'percentage-point', factor: 1 },
  '‰': { unit: 'per-1000', factor: 1 },
  '1/10万': { unit: 'per-100000', factor: 1 },
  人: { unit: 'person', factor: 1 },
  万人: { unit: 'person', factor: tenThousand },
  人次: { unit: 'person-time', factor: 1 },
  万人次: { unit: 'person-time', factor: tenThousand },
  亿人次: { unit: 'person-time', factor: hundredMillion },
  '人/千人': { unit: 'person-per-1000', factor: 1 },
  '人/万人': { unit: 'person-per-10000', factor: 1 },
  个: { unit: 'institution', factor: 1 },
  万个: { unit: 'institution', factor: tenThousand },
  张: { unit: 'bed', factor: 1 },
  万张: { unit: 'bed', factor: tenThousand },
  '张/千人': { unit: 'bed-per-1000', factor: 1 },
  种: { unit: 'disease', factor: 1 },
  岁: { unit: 'year', factor: 1 },
  元: { unit: 'yuan', factor: 1 },
  万元: { unit: 'yuan', factor: tenThousand },
  亿元: { unit: 'yuan', factor: hundredMillion },
}

/** Printed value in a printed unit → value in the unit kept, free of the noise of binary fractions; `null` for a unit not listed. */
export function convertValue(value: number, printed: string): { value: number; unit: Unit } | null {
  const known = printedUnits[printed]
  return known ? { value: Number((value * known.factor).toPrecision(12)), unit: known.unit } : null
}
