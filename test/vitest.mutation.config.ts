/** What is run against mutated code: the tests of the core's judging, without browsers, child processes and readers of office formats. */
import { defineConfig } from 'vitest/config';

const conditions = ['source', 'node', 'import', 'default'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: [
      'test/core/{align,canon,certify,classify,judge,locate,quote,seal,structure,verify}/**/*.test.ts',
      'test/attacks.test.ts',
    ],
    testTimeout: 60_000,
  },
});
