import { expect, it } from 'vitest'
import { hostileCases, tryHostile } from '../soak/hostile.ts'

// each is refused with a Problem, or leaves what is built as it was
it.each(hostileCases.map((c) => [c.name, c] as const))('%s', { timeout: 60_000 }, async (_, hostile) => {
  const { outcome, said } = await tryHostile(hostile)
  expect(said).toMatch(hostile.says)
  expect(outcome).toBe(hostile.outcome)
})
