import { defineConfig } from 'vitest/config';
import base from '../vitest.config.ts';

/** All tests that run here, with Chromium and with keys, and what they run of every branch: see `test/coverage`. */
export default defineConfig({
  ...base,
  test: {
    ...base.test,
    include: ['test/**/*.{test,browser,keys}.ts'],
    // They look at how the shipped program starts, which the counted one does not do.
    exclude: ['test/cli/start.test.ts'],
    globalSetup: ['test/coverage/program.mjs'],
    testTimeout: 240_000,
    hookTimeout: 60_000,
    coverage: {
      enabled: true,
      provider: 'custom',
      customProviderModule: 'test/coverage/provider.mjs',
      include: ['src/**/*.ts'],
      reportsDirectory: 'coverage',
      reporter: [],
    },
  },
});
