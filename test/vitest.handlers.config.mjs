import { defineConfig } from 'vitest/config';

// Handlers run in their own languages against a local server: compilers start, libraries are compiled once, and waits are
// real, though short.
export default defineConfig({
  test: {
    dir: 'test/handlers',
    include: ['**/*.test.ts'],
    exclude: ['**/fixtures/**'],
    passWithNoTests: false,
    pool: 'forks',
    maxWorkers: 2,
    maxConcurrency: 10,
    testTimeout: 300_000,
    hookTimeout: 300_000,
    teardownTimeout: 10_000,
    reporters: process.env.TEST_RESULT ? ['default', ['json', { outputFile: process.env.TEST_RESULT }]] : ['default'],
  },
});
