import { defineConfig } from 'vitest/config';

// The in-memory tier: no disk beyond the sources, no network, no clock.
export default defineConfig({
  test: {
    dir: 'test/unit',
    include: ['**/*.test.ts'],
    passWithNoTests: false,
    pool: 'threads',
    // The files of a thread share what they load: each grammar is compiled once, not once for each file.
    isolate: false,
    // Tests assert no durations: this only ends one that hangs.
    testTimeout: 60_000,
    reporters: process.env.TEST_RESULT ? ['default', ['json', { outputFile: process.env.TEST_RESULT }]] : ['default'],
  },
});
