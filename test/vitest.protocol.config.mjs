import { defineConfig } from 'vitest/config';

// The built server over stdio: each test starts processes, so fewer at a time and more patience than in memory.
export default defineConfig({
  test: {
    dir: 'test/protocol',
    include: ['**/*.test.ts'],
    passWithNoTests: false,
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 30_000,
    teardownTimeout: 10_000,
    reporters: process.env.TEST_RESULT ? ['default', ['json', { outputFile: process.env.TEST_RESULT }]] : ['default'],
  },
});
