import { defineConfig } from 'vitest/config'

// `vitest` runs the unit tests, `--mode records` those that need a PostgreSQL, `--mode e2e` those that need a browser.
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
      : mode === 'records'
        ? {
            include: ['{src,test,crash}/**/*.db.test.ts'],
            environment: 'node',
            pool: 'threads',
            maxWorkers: '100%',
            testTimeout: 120_000,
            hookTimeout: 120_000,
          }
        : {
            include: ['{src,test,crash,verifier,journal-verifier}/**/*.test.{ts,tsx}'],
            exclude: ['**/*.db.test.ts', '**/node_modules/**'],
            environment: 'node',
            pool: 'threads', // starts faster than processes
            maxWorkers: '100%', // by itself vitest leaves one of two cores idle
            testTimeout: 20_000,
          },
}))
