import { defineConfig } from 'vitest/config';
import base from '../vitest.config.ts';

/** The tests that drive a real Chromium, which has to be installed. */
export default defineConfig({
  ...base,
  test: {
    ...base.test,
    include: ['test/**/*.browser.ts'],
    testTimeout: 240_000,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
});
