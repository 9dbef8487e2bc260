import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // npm run coverage: what the unit tests run of the rooms they hold; pages and components are held by the tests of the built site
    coverage: {
      provider: 'v8',
      include: ['src/{model,parse,extract,statistics,compare,datasets,publish,charts}/**/*.ts'],
      reporter: ['text-summary'],
      // the floor: what was reached, and one point for what a machine lacks (Redis, the official texts)
      thresholds: { statements: 86, branches: 80, functions: 83, lines: 87 },
    },
    projects: [
      { test: { name: 'unit', include: ['tests/**/*.test.ts'], exclude: ['tests/site/**'], testTimeout: 30_000 } },
      { test: { name: 'site', include: ['tests/site/**/*.test.ts'], testTimeout: 300_000, hookTimeout: 120_000, fileParallelism: false } },
    ],
  },
})
