import { defineConfig } from 'vitest/config'

// the tests that hold the parser and progress, without those that are long by nature
export default defineConfig({
  test: {
    include: ['tests/parse/**/*.test.ts', 'tests/statistics/*.test.ts', 'tests/extract/**/*.test.ts'],
    exclude: ['tests/parse/fuzz.test.ts', 'tests/parse/formats.test.ts', 'tests/parse/noise.test.ts', 'tests/parse/damage.test.ts'],
  },
})
