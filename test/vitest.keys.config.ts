import { defineConfig } from 'vitest/config';
import base from '../vitest.config.ts';

/** The tests that make SSH keys, for which OpenSSH has to be installed. */
export default defineConfig({
  ...base,
  test: { ...base.test, include: ['test/**/*.keys.ts'] },
});
