import fc from 'fast-check'
import { expect, it } from 'vitest'
import { goldens, inputsOf, type Target } from './mutate.ts'
import { seeded, targets } from './targets.ts'

// a slice of `npm run fuzz`
it.each(Object.keys(targets) as Target[])('%s: of any text it says what is wrong, and breaks on none', { timeout: 60_000 }, (target) => {
  let golden = 0
  const runs = target === 'parse' ? 1500 : 6000
  fc.assert(
    fc.property(inputsOf(goldens[target]()), (input) => {
      if (input.golden) golden += 1
      targets[target](input.text)
    }),
    { numRuns: runs },
  )
  expect(golden / runs).toBeGreaterThan(0.8)
})
it('finds a fault that is put into the parser', { timeout: 120_000 }, () => {
  // as small as what a long run finds gets
  expect(() => seeded('一、甲\n（一）乙。达到5%\n（二）\n（三）丙。')).toThrow('The seeded fault.')
  expect(() => seeded('一、甲\n（一）乙。达到5%\n（二）丁。\n（三）丙。')).not.toThrow()
})
