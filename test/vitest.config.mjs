import { defineConfig } from 'vitest/config';

// The in-memory tier: no disk beyond the sources, no network, no clock.
export default defineConfig({
  test: {
    dir: 'test/unit',
    include: ['**/*.test.ts'],
    passWithNoTests: false,
    // Other work on the same machine may slow a test down a great deal.
    testTimeout: 60_000,
    pool: 'threads',
    // Tests assert no durations: this only ends one that hangs.
    testTimeout: 60_000,
    reporters: process.env.TEST_RESULT ? ['default', ['json', { outputFile: process.env.TEST_RESULT }]] : ['default'],
  },
});
