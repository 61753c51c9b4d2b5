import { defineConfig } from 'vitest/config';

// Documents with what must be found in them. `npm run corpus` prints precision and recall.
export default defineConfig({
  test: {
    dir: 'test/corpus',
    include: ['*.test.ts', 'rules/*.test.ts'],
    passWithNoTests: false,
    testTimeout: 60_000,
    reporters: process.env.TEST_RESULT ? ['default', ['json', { outputFile: process.env.TEST_RESULT }]] : ['default'],
  },
});
