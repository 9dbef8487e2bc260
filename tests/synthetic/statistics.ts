import { randomOf } from './document.ts'

export const statisticsHead = ['region', 'indicator', 'period', 'value']
export const syntheticIndicators = ['beds-per-thousand', 'health-literacy', 'contract-rate', 'village-doctors']

/** Statistics of the region of document `n`: four indicators over ten years, each with a trend known by construction. */
export function makeStatistics(seed: number, n: number, region: string): (string | number)[][] {
  const random = randomOf(Math.imul(seed, 7_000_003) + n)
  return syntheticIndicators.flatMap((indicator, i) => {
    const [base, slope] = [20 + 40 * random(), (random() - 0.3) * 3]
    return Array.from({ length: 10 }, (_, year) => [region, indicator, 2015 + year, Number((base + slope * year + i).toFixed(2))])
  })
}
