/** The version of the package. The bundle and the sources stand equally deep, so one path serves both. */
import { readFileSync } from 'node:fs';

/** As in `package.json`: `0.1.0`. */
export function version(): string {
  const manifest: { readonly version: string } = JSON.parse(
    readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
  );
  return manifest.version;
}
