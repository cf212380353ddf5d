/** The tests that are run against mutated code, for vitest itself: `npm run mutation -- --testRunner vitest` bears the quick runner out. */
import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

const conditions = ['source', 'node', 'import', 'default'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: JSON.parse(readFileSync('stryker.config.json', 'utf8')).thread.tests,
    testTimeout: 60_000,
  },
});
