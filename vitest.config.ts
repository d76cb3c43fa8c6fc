import { defineConfig } from 'vitest/config'

// `vitest` runs the unit tests, `vitest --mode e2e` those that need a browser.
export default defineConfig(({ mode }) => ({
  test:
    mode === 'e2e'
      ? {
          include: ['test/e2e/**/*.e2e.ts'],
          environment: 'node',
          fileParallelism: false, // one browser and one server at a time
          testTimeout: 60_000,
          hookTimeout: 60_000,
        }
      : {
          include: [
            'src/**/*.test.{ts,tsx}',
            'test/**/*.test.ts',
            'verifier/**/*.test.ts',
            'journal-verifier/**/*.test.ts',
          ],
          environment: 'node',
          pool: 'threads', // starts faster than processes
          testTimeout: 20_000,
        },
}))
