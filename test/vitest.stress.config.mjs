import { defineConfig } from 'vitest/config';

// Documents that are large, hostile or edited at random: what is found must stay right, and reading must end.
export default defineConfig({
  test: {
    dir: 'test/stress',
    include: ['**/*.test.ts'],
    passWithNoTests: false,
    pool: 'threads',
    isolate: false,
    // Tests assert no durations: this only ends one that hangs.
    testTimeout: 180_000,
    reporters: process.env.TEST_RESULT ? ['default', ['json', { outputFile: process.env.TEST_RESULT }]] : ['default'],
  },
});
