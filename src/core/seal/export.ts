/** What the manifest says, in the formats that others verify with. Only the lines in force are exported. */
import type { ManifestEntry } from './entry.ts';

/** One file and its SHA-256. */
type Sum = Pick<ManifestEntry, 'path' | 'sha256'>;

/**
 * A list for `sha256sum -c`, run in the manifest's folder. A name with a backslash or line end is escaped as GNU coreutils
 * do: the line then begins with a backslash.
 */
export function toSha256sum(entries: Iterable<Sum>): string {
  let text = '';
  for (const { path, sha256 } of entries) {
    const escaped = path.replace(/[\\\n\r]/g, (sign) => (sign === '\\' ? '\\\\' : sign === '\n' ? '\\n' : '\\r'));
    text += `${escaped === path ? '' : '\\'}${sha256}  ${escaped}\n`;
  }
  return text;
}

/** Where a bag keeps what it was made for (RFC 8493, 2.1.2). */
const PAYLOAD = 'data/';

/** The `bagit.txt` of a bag (RFC 8493, 2.1.1). */
export const BAG_DECLARATION = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

/** The `manifest-sha256.txt` of a bag whose payload is the repository (RFC 8493, 2.1.3): LF, CR and `%` are percent-encoded. */
export function toBagitManifest(entries: Iterable<Sum>): string {
  let text = '';
  for (const { path, sha256 } of entries) text += `${sha256}  ${PAYLOAD}${encodeBagPath(path)}\n`;
  return text;
}

function encodeBagPath(path: string): string {
  return path.replace(/[%\n\r]/g, (sign) => (sign === '%' ? '%25' : sign === '\n' ? '%0A' : '%0D'));
}
